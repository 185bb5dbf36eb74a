/** The order of drawing: neck, its ink and soft shadows, then the head, then the translucent trunk. */
import type { TriangleMesh } from '../shared/mesh.ts';
import type { AtlasRenderer, Pass } from '../shared/renderer.ts';
import * as contour from '../shared/shaders/contour.ts';
import { HARD_FRAGMENT, MUSCLE_FRAGMENT, muscleVertex } from '../shared/shaders/muscle.ts';
import * as skin from '../shared/shaders/skin.ts';
import { BELLY_KEYS } from './muscles.ts';
import { CHAIN_FOOT, CHAIN_HEAD } from './place.ts';

/** One slot more than there are bellies: the core has none and reads slot 0 never. */
const SLOTS = BELLY_KEYS.length + 1;

export const neckUniforms = (): Record<string, unknown> => ({
  uRotation: new Float32Array([0, 1, 0, 0]),
  uChainFoot: new Float32Array(CHAIN_FOOT),
  uChainHead: new Float32Array(CHAIN_HEAD),
  uActivation: new Array(SLOTS).fill(0),
  uOccluders: new Array(8).fill(0),
  uMood: 0,
  uVeil: 0,
  uRestOpacity: 1,
  uHotGain: 1,
  uEngraving: 1,
  uGround: new Float32Array([-27.5, -19.5]),
  uSpot: new Float32Array([-3, -6, 9]),
  uSpotFall: 0.0026,
});

type Meshes = Record<'muscles' | 'hard' | 'head' | 'headShade' | 'shell' | 'inside' | 'ink', TriangleMesh>;

export function addNeckPasses(renderer: AtlasRenderer, meshes: Meshes): void {
  const geometry = Object.fromEntries(
    Object.entries(meshes).map(([name, mesh]) => [name, renderer.geometry(mesh)]),
  ) as Record<keyof Meshes, Pass['geometry']>;
  const add = (
    name: string,
    mesh: keyof Meshes,
    vertex: string,
    fragment: string,
    rest: Partial<Pass> = {},
  ): void => renderer.addPass({ name, geometry: geometry[mesh], vertex, fragment, ...rest });
  const ink = (tone: number[]): Float32Array => new Float32Array(tone);
  const width = renderer.height / 1000;

  add('muscles', 'muscles', muscleVertex(SLOTS), MUSCLE_FRAGMENT);
  add('hard parts', 'hard', muscleVertex(SLOTS, false), HARD_FRAGMENT);
  add('muscle ink', 'muscles', contour.hullVertex(SLOTS, true), contour.HULL_FRAGMENT, {
    cull: 'front',
    uniforms: { uWidth: 1.5 * width, uInk: ink([0.075, 0.04, 0.036]) },
  });
  add('hard ink', 'hard', contour.hullVertex(SLOTS, false), contour.HULL_FRAGMENT, {
    cull: 'front',
    uniforms: { uWidth: 1.5 * width, uInk: ink([0.06, 0.065, 0.055]) },
  });
  add('inner wall', 'inside', skin.skinVertex(SLOTS), skin.SHELL_FRAGMENT, {
    cull: 'front',
    blend: 'over',
    uniforms: { uInside: 1 },
  });
  add('muscle shadow', 'muscles', contour.haloVertex(SLOTS, true), contour.SHADOW_FRAGMENT, {
    blend: 'shadow',
    uniforms: { uGrow: 0.5, uBack: 0.0045, uDark: 0.6, uEnds: 0.1 },
  });
  add('hard shadow', 'hard', contour.haloVertex(SLOTS, false), contour.SHADOW_FRAGMENT, {
    blend: 'shadow',
    uniforms: { uGrow: 0.3, uBack: 0.003, uDark: 0.55, uEnds: 0 },
  });
  add('head shadow', 'headShade', contour.haloVertex(SLOTS, false), contour.SHADOW_FRAGMENT, {
    blend: 'shadow',
    uniforms: { uGrow: 0.8, uBack: 0.012, uDark: 0.42, uEnds: 0 },
  });
  add('glow', 'muscles', contour.haloVertex(SLOTS, true), contour.GLOW_FRAGMENT, {
    blend: 'over',
    uniforms: { uGrow: 0.5, uBack: 0.0045, uEnds: 0.42 },
  });
  add('head', 'head', skin.skinVertex(SLOTS), skin.HEAD_FRAGMENT);
  add('head ink', 'head', contour.hullVertex(SLOTS, false), contour.HULL_FRAGMENT, {
    cull: 'front',
    uniforms: { uWidth: 1.4 * width, uInk: ink([0.045, 0.09, 0.088]) },
  });
  add('trunk', 'shell', skin.skinVertex(SLOTS), skin.SHELL_FRAGMENT, {
    blend: 'over',
    uniforms: { uInside: 0 },
  });
  add('drawn lines', 'ink', skin.inkVertex(SLOTS), skin.INK_FRAGMENT, { blend: 'over', cull: 'none' });

  const addId = (mesh: keyof Meshes, muscle: boolean, shell = false): void =>
    renderer.addIdPass({
      name: `ids of ${mesh}`,
      geometry: geometry[mesh],
      vertex: contour.idVertex(SLOTS, muscle),
      fragment: contour.idFragment(shell),
    });
  addId('muscles', true);
  addId('hard', false);
  addId('head', false);
  addId('shell', false, true);
}
