/** WebGL2 side of the atlas: passes over meshes, an anti-aliased target, and reading the id picture back. */
import { Camera, Geometry, Mesh, Program, Renderer, Vec3 } from 'ogl';
import type { Vector } from './maths.ts';
import type { TriangleMesh } from './mesh.ts';

type Uniforms = Record<string, { value: unknown }>;

export interface Pass {
  name: string;
  geometry: Geometry;
  vertex: string;
  fragment: string;
  uniforms?: Record<string, unknown>;
  cull?: 'back' | 'front' | 'none';
  /** `over`: premultiplied alpha; `shadow`: darkens what is there and leaves alpha alone. */
  blend?: 'over' | 'shadow';
  depth?: boolean;
}

interface Layer {
  name: string;
  mesh: Mesh;
}

export interface CameraSetting {
  /** Degrees; positive moves the camera to the subject's left. */
  orbit: number;
  /** Degrees above the horizon. */
  elevation?: number;
  /** World point (cm) in the middle of the picture. */
  centre: Vector;
  /** Centimetres that fit into the height of the picture. */
  heightInCm: number;
}

const DISTANCE = 151;
const SAMPLES = 4;
/** Film grain hides banding, but a lossy picture pays for it dearly: keep it faint. */
const GRAIN = 0.35;

/** What the id picture knows of a pixel. */
export interface IdPicture {
  width: number;
  height: number;
  part: (x: number, y: number) => number;
  /** Depth 0…1 as in the depth buffer; 0 where nothing is drawn. */
  depth: (x: number, y: number) => number;
}

export class AtlasRenderer {
  readonly shared: Uniforms;
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  private readonly renderer: Renderer;
  private readonly picture: Layer[] = [];
  private readonly ids: Layer[] = [];
  private samples: WebGLFramebuffer | null = null;

  constructor(canvas: HTMLCanvasElement, width: number, height: number, shared: Record<string, unknown>) {
    this.width = width;
    this.height = height;
    this.renderer = new Renderer({
      canvas,
      width,
      height,
      dpr: 1,
      alpha: true,
      premultipliedAlpha: true,
      antialias: false,
      depth: true,
      webgl: 2,
      preserveDrawingBuffer: true,
    });
    const gl = this.gl;
    gl.clearColor(0, 0, 0, 0);
    this.camera = new Camera(this.renderer.gl, { fov: 16, near: 60, far: 260, aspect: width / height });
    this.shared = Object.fromEntries(Object.entries(shared).map(([name, value]) => [name, { value }]));
    Object.assign(this.shared, {
      uViewProjection: { value: null },
      uView: { value: new Float32Array(9) },
      uPixel: { value: new Float32Array([2 / width, 2 / height]) },
      uPixelScale: { value: height / 1000 },
      uGrain: { value: GRAIN },
    });
  }

  get gl(): WebGL2RenderingContext {
    return this.renderer.gl as unknown as WebGL2RenderingContext;
  }

  geometry(mesh: TriangleMesh): Geometry {
    const field = (size: number, data: number[]) => ({ size, data: new Float32Array(data) });
    return new Geometry(this.renderer.gl, {
      aPosition: field(4, mesh.positions),
      aNormal: field(4, mesh.normals),
      aUv: field(4, mesh.uvs),
      aMaterial: field(4, mesh.materials),
      aPart: field(2, mesh.parts),
      index: { data: new Uint32Array(mesh.indices) },
    });
  }

  addPass(pass: Pass): void {
    this.picture.push(this.layer(pass));
  }

  addIdPass(pass: Pass): void {
    this.ids.push(this.layer(pass));
  }

  clearPasses(): void {
    this.picture.length = 0;
    this.ids.length = 0;
  }

  private layer(pass: Pass): Layer {
    const gl = this.gl;
    const own = Object.fromEntries(
      Object.entries(pass.uniforms ?? {}).map(([name, value]) => [name, { value }]),
    );
    const cull = { back: gl.BACK, front: gl.FRONT, none: false as const }[pass.cull ?? 'back'];
    const program = new Program(this.renderer.gl, {
      vertex: pass.vertex,
      fragment: pass.fragment,
      uniforms: { ...this.shared, ...own },
      cullFace: cull as never,
      transparent: Boolean(pass.blend),
      depthWrite: !pass.blend,
      depthTest: pass.depth ?? true,
      frontFace: gl.CCW,
    });
    if (pass.blend === 'over') program.setBlendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    if (pass.blend === 'shadow') program.setBlendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA, gl.ZERO, gl.ONE);
    const mesh = new Mesh(this.renderer.gl, { geometry: pass.geometry, program, frustumCulled: false });
    return { name: pass.name, mesh };
  }

  setCamera({ orbit, elevation = 0, centre, heightInCm }: CameraSetting): void {
    const [a, e] = [orbit, elevation].map((d) => (d * Math.PI) / 180);
    const fov = (2 * Math.atan(heightInCm / 2 / DISTANCE) * 180) / Math.PI;
    const camera = this.camera;
    camera.perspective({ fov, aspect: this.width / this.height });
    camera.position.set(
      centre[0] + Math.sin(a) * Math.cos(e) * DISTANCE,
      centre[1] + Math.sin(e) * DISTANCE,
      centre[2] + Math.cos(a) * Math.cos(e) * DISTANCE,
    );
    camera.lookAt(new Vec3(centre[0], centre[1], centre[2]));
    camera.updateMatrixWorld();
    this.shared.uViewProjection.value = camera.projectionViewMatrix;
    const v = camera.viewMatrix;
    (this.shared.uView.value as Float32Array).set([v[0], v[1], v[2], v[4], v[5], v[6], v[8], v[9], v[10]]);
  }

  /** World point to `[x, y, depth]`: shares of width and height from the upper left, depth 0…1. */
  project(point: Vector): Vector {
    const p = new Vec3(point[0], point[1], point[2]);
    this.camera.project(p);
    return [p.x * 0.5 + 0.5, 0.5 - p.y * 0.5, p.z * 0.5 + 0.5];
  }

  /** Draws the picture with multisampling into the canvas. */
  draw(): void {
    const gl = this.gl;
    const target = this.multisampled();
    this.clear(target);
    for (const { mesh } of this.picture) mesh.draw({ camera: this.camera });
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, target);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(
      0,
      0,
      this.width,
      this.height,
      0,
      0,
      this.width,
      this.height,
      gl.COLOR_BUFFER_BIT,
      gl.NEAREST,
    );
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  /** Draws flat part numbers without anti-aliasing and reads them back. */
  drawIds(): IdPicture {
    const gl = this.gl;
    const { width, height } = this;
    this.clear(null);
    for (const { mesh } of this.ids) mesh.draw({ camera: this.camera });
    const pixels = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    const at = (x: number, y: number): number => ((height - 1 - y) * width + x) * 4;
    return {
      width,
      height,
      part: (x, y) => pixels[at(x, y)],
      depth: (x, y) => pixels[at(x, y) + 1] / 255 + pixels[at(x, y) + 2] / 255 / 255,
    };
  }

  private clear(target: WebGLFramebuffer | null): void {
    const gl = this.gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    this.renderer.setViewport(this.width, this.height);
    gl.depthMask(true);
    (this.renderer.state as { depthMask: boolean }).depthMask = true;
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  }

  private multisampled(): WebGLFramebuffer {
    if (this.samples) return this.samples;
    const gl = this.gl;
    const target = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    const attach = (format: number, point: number): void => {
      const buffer = gl.createRenderbuffer();
      gl.bindRenderbuffer(gl.RENDERBUFFER, buffer);
      gl.renderbufferStorageMultisample(gl.RENDERBUFFER, SAMPLES, format, this.width, this.height);
      gl.framebufferRenderbuffer(gl.FRAMEBUFFER, point, gl.RENDERBUFFER, buffer);
    };
    attach(gl.RGBA8, gl.COLOR_ATTACHMENT0);
    attach(gl.DEPTH_COMPONENT24, gl.DEPTH_ATTACHMENT);
    this.samples = target;
    return target;
  }
}
