/** Small models made by hand: sheets, balls, lines. World: cm, y up. */
import type { Material } from '../../../../src-main/contract/shape-kinds.ts';
import type { Batch, Eye, Look, Model } from '../../../../src-renderer/diagram/model/model.ts';

type Four = readonly [number, number, number, number];
type Three = readonly [number, number, number];

interface Vertex {
  readonly position: Three;
  readonly normal: Three;
  readonly uv?: Four;
  readonly weight?: number;
}

interface Surface extends Partial<Omit<Batch, 'material'>> {
  readonly material: Material;
  /** Number of the part. */
  readonly part?: number;
  readonly opacity?: number;
  readonly joint?: number;
}

/** A surface over a grid of u and v, 0…1; wound so that one sees it where u goes right and v goes up. */
export function gridBatch(
  columns: number,
  rows: number,
  surface: Surface,
  at: (u: number, v: number) => Vertex,
): Batch {
  const { material, part = 0, opacity = 1, joint = -1, ...rest } = surface;
  const [positions, normals, uvs, own, marks]: number[][] = [[], [], [], [], []];
  const indices: number[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [u, v] = [column / columns, row / rows];
      const { position, normal, uv = [u, v, 9, 0.4], weight = 0 } = at(u, v);
      positions!.push(...position, weight);
      normals!.push(...normal, 1);
      uvs!.push(...uv);
      // Of muscle the tone itself, of what is hard how far it is off (`pieceOf`).
      own!.push(3, material === 'muscle' ? 0.45 : 0, 0.12, 0.12);
      marks!.push(part, opacity, 1, joint);
      if (row === rows || column === columns) continue;
      const first = row * (columns + 1) + column;
      const above = first + columns + 1;
      indices.push(first, first + 1, above, above, first + 1, above + 1);
    }
  }
  return {
    material,
    positions: new Float32Array(positions!),
    normals: new Float32Array(normals!),
    uvs: new Float32Array(uvs!),
    surface: new Float32Array(own!),
    marks: new Float32Array(marks!),
    forms: [],
    indices: new Uint32Array(indices),
    ...rest,
  };
}

/** A flat sheet that faces the viewer. */
export const sheet = (
  surface: Surface,
  x: readonly [number, number],
  y: readonly [number, number],
  z: number,
): Batch =>
  gridBatch(8, 16, surface, (u, v) => ({
    position: [x[0] + (x[1] - x[0]) * u, y[0] + (y[1] - y[0]) * v, z],
    normal: [0, 0, 1],
  }));

/** A ball. */
export const ball = (surface: Surface, [x, y, z]: Three, radius: number): Batch =>
  gridBatch(48, 32, surface, (u, v) => {
    const [a, b] = [u * 2 * Math.PI, (v - 0.5) * Math.PI];
    const normal: Three = [Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b)];
    return {
      position: [x + normal[0] * radius, y + normal[1] * radius, z + normal[2] * radius],
      normal,
      weight: 1,
      uv: surface.material === 'skin' ? [1000, 1000, -y, 0] : [u, v, 0, 0],
    };
  });

export function modelOf(
  parts: readonly string[],
  batches: readonly Batch[],
  rest: Partial<Model> = {},
): Model {
  return {
    batches,
    parts,
    joints: [],
    forms: [],
    labels: {},
    shades: [],
    light: {
      spot: [-3, 6, 9],
      fall: 0,
      veil: 0,
      restOpacity: 1,
      sinks: 0,
      lift: 0,
      contact: 1,
      hard: 1,
      aside: [0, 0],
      falls: [0, 0],
    },
    fade: {},
    windows: [],
    ...rest,
  };
}

export const FRONT: Eye = { orbit: 0, elevation: 0, centre: [0, 0, 0], height: 20 };

export const lookOf = (rest: Partial<Look> = {}): Look => ({
  numbers: { parameters: {}, activation: {} },
  eye: FRONT,
  without: [],
  windows: [],
  hidden: [],
  ghost: 0,
  ...rest,
});

/** A belly, half a tube, on each side of a bone, below a head of skin. */
export function figure(): Model {
  const belly = (part: number, x0: number, over: Partial<Surface> = {}): Batch =>
    gridBatch(24, 40, { material: 'muscle', part, joint: 0, ...over }, (u, v) => {
      const angle = (u - 0.5) * Math.PI;
      const width = 0.5 + 1.4 * Math.sin(Math.PI * v);
      return {
        position: [x0 + Math.sin(angle) * width, -8 + 11 * v, Math.cos(angle) * width],
        normal: [Math.sin(angle), 0, Math.cos(angle)],
        weight: v,
      };
    });
  return modelOf(
    ['muscle.left', 'muscle.right', 'spine', 'head', 'nerve'],
    [
      belly(1, 3),
      belly(2, -3),
      ball({ material: 'bone', part: 3 }, [0, -6, 0], 1.6),
      ball({ material: 'nerve', part: 5 }, [-6, -6, 0], 1.2),
      ball({ material: 'skin', part: 4, joint: 0 }, [0, 5, 0], 4),
    ],
    {
      joints: [
        {
          id: 'neck',
          parent: -1,
          foot: [0, -8, 0],
          head: [0, 2, 0],
          turns: [{ parameter: 'tilt', axis: 'z', degrees: 1 }],
          moves: [],
          forms: [],
        },
      ],
    },
  );
}
