import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../src-renderer/diagram/model/model.ts';
import { posedLabel, posedVertices } from '../../../../src-renderer/diagram/model/rig.ts';
import { DRUM, file, modelOf, numbers } from './shapes.ts';

type Written = Parameters<typeof file>[0]['shapes'];
type Blend = Extract<NonNullable<Written>[number], { kind: 'blend' }>;

const TRUNK = { path: [[0, -6, 0, 3], [0, 6, 0, 3]] } satisfies Blend['limbs'][number]; // prettier-ignore

const blend = (limbs: Blend['limbs'], rest: Partial<Blend> = {}): Blend => ({
  kind: 'blend',
  material: 'skin',
  melt: 1.5,
  cell: 0.5,
  limbs,
  ...rest,
});

const skinOf = (limbs: Blend['limbs'], rest: Partial<Blend> = {}): Batch =>
  modelOf({ shapes: [blend(limbs, rest)] }).batches[0]!;

/** How many triangles lie at each edge, by direction. */
function edgesOf({ indices }: Batch): Map<string, number> {
  const edges = new Map<string, number>();
  for (let t = 0; t < indices.length; t++) {
    const next = t % 3 === 2 ? t - 2 : t + 1;
    const edge = `${indices[t]} ${indices[next]}`;
    edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  return edges;
}

const point = ({ positions }: Batch, v: number): [number, number, number] => [
  positions[v * 4]!,
  positions[v * 4 + 1]!,
  positions[v * 4 + 2]!,
];

const vertices = (batch: Batch): number[] => Array.from({ length: batch.positions.length / 4 }, (_, v) => v);

describe('the skin of a blend', () => {
  const arms = skinOf([TRUNK, { pair: true, path: [[2, -4, 0, 1.2], [9, -2, 0, 0.8]] }]); // prettier-ignore

  it('is closed: every edge has one triangle on either side', () => {
    const edges = edgesOf(arms);
    expect(edges.size).toBeGreaterThan(1000);
    for (const [edge, count] of edges) {
      expect(count).toBe(1);
      expect(edges.get(edge.split(' ').reverse().join(' '))).toBe(1);
    }
  });

  it('of a hard material is as light as its tone says, and as its material is without one', () => {
    const toneOf = (tone?: number): number =>
      skinOf([TRUNK], { material: 'mucosa', ...(tone !== undefined && { tone }) }).surface[1]!;
    expect(toneOf()).toBe(0);
    expect(toneOf(0.4)).toBeCloseTo(0);
    expect(toneOf(0.7)).toBeCloseTo(0.3);
  });

  it('encloses a volume, its normals outside', () => {
    let volume = 0;
    for (let t = 0; t < arms.indices.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => point(arms, arms.indices[t + k]!)) as [
        [number, number, number],
        [number, number, number],
        [number, number, number],
      ];
      volume +=
        (a[0] * (b[1] * c[2] - b[2] * c[1]) -
          a[1] * (b[0] * c[2] - b[2] * c[0]) +
          a[2] * (b[0] * c[1] - b[1] * c[0])) /
        6;
    }
    const trunk = Math.PI * 9 * 12 + (4 / 3) * Math.PI * 27;
    expect(volume).toBeGreaterThan(trunk);
    expect(volume).toBeLessThan(trunk * 1.2);
  });

  it('is open within the chains of a window, and nowhere else', () => {
    const trunk = skinOf([TRUNK], { windows: { side: [[[3, -2, 0, 1.5], [3, 2, 0, 1.5]]] } }); // prettier-ignore
    const open = vertices(trunk).filter((v) => trunk.uvs[v * 4]! < 0);
    expect(open.length).toBeGreaterThan(20);
    for (const v of vertices(trunk)) {
      const [x, y, z] = point(trunk, v);
      const away = Math.hypot(x - 3, Math.max(0, Math.abs(y) - 2), z) - 1.5;
      expect(trunk.uvs[v * 4]!).toBeCloseTo(away, 3);
      expect(trunk.uvs[v * 4 + 1]!).toBe(1000);
    }
  });

  it('thins into its windows as slowly as it is told', () => {
    const opened = (thins: number): Batch =>
      skinOf([TRUNK], { windows: { side: [[[3, -2, 0, 1.5], [3, 2, 0, 1.5]]] }, thins }); // prettier-ignore
    const [quickly, slowly] = [opened(1.5), opened(3)];
    for (const v of vertices(quickly)) {
      expect(slowly.uvs[v * 4]! * 2).toBeCloseTo(quickly.uvs[v * 4]!, 3);
    }
  });

  it('lies where its balls end, whatever the cells', () => {
    for (const cell of [0.4, 0.9]) {
      const trunk = skinOf([TRUNK], { cell });
      for (const v of vertices(trunk)) {
        const [x, y, z] = point(trunk, v);
        const beyond = Math.max(0, Math.abs(y) - 6);
        expect(Math.hypot(x, beyond, z)).toBeCloseTo(3, 1);
        const [nx, , nz] = [0, 1, 2].map((m) => trunk.normals[v * 4 + m]!) as [number, number, number];
        expect((nx * x + nz * z) / 3).toBeCloseTo((x / 3) ** 2 + (z / 3) ** 2, 1);
      }
    }
  });

  it('is the same on both sides', () => {
    for (const v of vertices(arms)) {
      const [x, y, z] = point(arms, v);
      if (x < 1) continue;
      const twin = vertices(arms).some((w) => {
        const [a, b, c] = point(arms, w);
        return Math.hypot(a + x, b - y, c - z) < 1e-3;
      });
      expect(twin).toBe(true);
      if (v > 2500) break;
    }
  });

  it('is flat where a limb is flat, and hollow where one is taken away', () => {
    const flat = skinOf([{ ...TRUNK, flat: [1.5, 0.5] }]);
    const reach = (m: number): number => Math.max(...vertices(flat).map((v) => point(flat, v)[m]!));
    expect(reach(0)).toBeCloseTo(4.5, 0);
    expect(reach(2)).toBeCloseTo(1.5, 0);
    const dented = skinOf([TRUNK, { hollow: true, path: [[0, 0, 3.5, 1]] }]);
    const front = vertices(dented)
      .map((v) => point(dented, v))
      .filter(([x, y, z]) => Math.hypot(x, y) < 0.4 && z > 0);
    for (const [, , z] of front) expect(z).toBeLessThan(2.8);
    expect(front.length).toBeGreaterThan(0);
  });

  it('a tapering limb has no bands: its flank is straight', () => {
    const cone = skinOf([{ path: [[0, -8, 0, 3], [0, 0, 0, 2], [0, 8, 0, 1]] }], { cell: 0.4 }); // prettier-ignore
    for (const v of vertices(cone)) {
      if (Math.abs(point(cone, v)[1]) > 5) continue;
      expect(cone.normals[v * 4 + 1]).toBeCloseTo(-1 / 8, 1);
    }
  });
});

describe('a loft as a limb', () => {
  const barrel = { ...DRUM, id: 'barrel', lent: true, relief: [] };
  const reach = (batch: Batch, height: number): number =>
    Math.max(
      ...vertices(batch)
        .map((v) => point(batch, v))
        .filter(([, y]) => Math.abs(y - height) < 0.5)
        .map(([x]) => x),
    );

  it('lends its body, and is not drawn itself', () => {
    const { batches } = modelOf({ shapes: [barrel, blend([{ loft: 'barrel' }], { melt: 0 })] });
    expect(batches).toHaveLength(1);
    expect(reach(batches[0]!, 8)).toBeCloseTo(4.2, 0);
    expect(reach(batches[0]!, -8)).toBeCloseTo(5.8, 0);
    const front = Math.max(...vertices(batches[0]!).map((v) => point(batches[0]!, v)[2]));
    expect(front).toBeCloseTo(5, 1);
  });

  it('lies below its own skin, and rises where another limb melts into it', () => {
    const arm = { path: [[5, 0, 0, 1.5], [12, 0, 0, 1.5]] } satisfies Blend['limbs'][number]; // prettier-ignore
    const limbs = [{ loft: 'barrel', sunk: 0.3 }, arm];
    const [skin] = modelOf({ shapes: [barrel, blend(limbs, { melt: 3 })] }).batches as [Batch];
    expect(reach(skin, -8)).toBeCloseTo(5.5, 0);
    expect(reach(skin, 2.5)).toBeGreaterThan(4.8);
  });

  it('follows its joint as the loft does', () => {
    const [skin] = modelOf({ shapes: [barrel, blend([{ loft: 'barrel' }])] }).batches as [Batch];
    for (const v of vertices(skin)) {
      const [, y] = point(skin, v);
      if (Math.abs(y) < 8) expect(skin.positions[v * 4 + 3]).toBeCloseTo((10 + y) / 20, 1);
    }
  });
});

describe('limbs', () => {
  const parts = {
    trunk: { layer: 'region' as const },
    'arm.left': { layer: 'region' as const },
    'arm.right': { layer: 'region' as const },
  };
  const elbow = (x: number, degrees: number) => ({
    parent: 'trunk',
    foot: [x, -4, 0] as [number, number, number],
    head: [x, -4, 0] as [number, number, number],
    turns: { bend: { axis: 'z' as const, degrees } },
  });
  const model = modelOf(
    {
      joints: {
        trunk: { foot: [0, 0, 0], head: [0, 0, 0] },
        'elbow-left': elbow(4, 90),
        'elbow-right': elbow(-4, -90),
      },
      forms: { small: { parameter: 'small', from: 0, at: 1 } },
      shapes: [
        blend([
          { ...TRUNK, part: 'trunk' },
          { pair: true, part: 'arm', path: [[2, -4, 0, 1], [5, -4, 0, 1]], joint: 'elbow', follows: [0, 1] }, // prettier-ignore
          {
            pair: true,
            part: 'arm',
            path: [[5, -4, 0, 1], [12, -4, 0, 1]], // prettier-ignore
            joint: 'elbow',
            follows: [1, 1],
            label: 1,
            forms: { small: { path: [[5, -4, 0, 0.5], [8, -4, 0, 0.5]] } }, // prettier-ignore
          },
        ]),
      ],
    },
    parts,
  );
  const [skin] = model.batches as [Batch];
  const mark = (v: number, k: number): number => skin.marks[v * 4 + k]!;

  it('share the skin where they meet: what one loses, the other has', () => {
    let between = 0;
    for (const v of vertices(skin)) {
      const [own, beside] = [mark(v, 2), skin.surface[v * 4 + 2]!];
      expect(own + beside).toBeCloseTo(1, 3);
      expect(own).toBeGreaterThanOrEqual(beside);
      if (beside < 0.2) continue;
      between++;
      expect(skin.surface[v * 4 + 1]).not.toBe(mark(v, 0));
    }
    expect(between).toBeGreaterThan(10);
  });

  it('share the skin among three where three meet, and no share jumps from one vertex to the next', () => {
    const three = modelOf(
      {
        shapes: [
          blend([
            { part: 'trunk', path: [[0, 0, 0, 1.5], [0, 6, 0, 1.5]] }, // prettier-ignore
            { pair: true, part: 'arm', path: [[0.4, 0, 0, 1.5], [5, -4, 0, 1.5]] }, // prettier-ignore
          ]),
        ],
      },
      parts,
    ).batches[0]!;
    const sharesOf = (v: number): number[] => {
      const shares = [0, 0, 0, 0];
      shares[three.marks[v * 4]!]! += three.marks[v * 4 + 2]!;
      shares[three.surface[v * 4 + 1]!]! += three.surface[v * 4 + 2]!;
      shares[three.surface[v * 4]!]! += three.surface[v * 4 + 3]!;
      return shares;
    };
    expect(vertices(three).filter((v) => three.surface[v * 4 + 3]! > 0.15).length).toBeGreaterThan(5);
    for (const edge of edgesOf(three).keys()) {
      const [from, to] = edge.split(' ').map((v) => sharesOf(Number(v))) as [number[], number[]];
      expect(from.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
      from.forEach((share, part) => expect(Math.abs(share - to[part]!)).toBeLessThan(0.5));
    }
  });

  it('give their skin its part; the glow fades towards the neighbours', () => {
    for (const v of vertices(skin)) {
      const [x, y] = point(skin, v);
      if (Math.abs(x) > 4.5) expect(mark(v, 0)).toBe(x > 0 ? 2 : 3);
      if (Math.abs(x) < 1.5) expect(mark(v, 0)).toBe(1);
      if (Math.abs(x) > 8) expect(mark(v, 2)).toBeCloseTo(1, 4);
      if (Math.abs(x) > 2.6 && Math.abs(x) < 2.8 && Math.abs(y - 4) < 1) expect(mark(v, 2)).toBeLessThan(0.9);
    }
  });

  it('carry their skin along with their joints, without a tear', () => {
    const bent = posedVertices(model, 0, numbers({ bend: 1 }));
    const rest = posedVertices(model, 0, numbers());
    const far = (array: Float32Array, a: number, b: number): number =>
      Math.hypot(...[0, 1, 2].map((m) => array[a * 3 + m]! - array[b * 3 + m]!));
    for (let t = 0; t < skin.indices.length; t += 3) {
      const [a, b] = [skin.indices[t]!, skin.indices[t + 1]!];
      expect(far(bent, a, b)).toBeLessThan(far(rest, a, b) + 1.2);
    }
    const hand = vertices(skin).find((v) => point(skin, v)[0] > 12.5)!;
    // a quarter turn about z lifts the arm
    expect(bent[hand * 3 + 1]!).toBeGreaterThan(10);
    const trunk = vertices(skin).find((v) => point(skin, v)[1] < -8)!;
    expect(far(bent, trunk, trunk)).toBe(0);
    expect(bent[trunk * 3 + 1]).toBe(rest[trunk * 3 + 1]);
  });

  it('carry their skin along in forms', () => {
    const small = posedVertices(model, 0, numbers({ small: 1 }));
    const reach = Math.max(...vertices(skin).map((v) => small[v * 3]!));
    expect(reach).toBeGreaterThan(8);
    expect(reach).toBeLessThan(9);
  });

  it('say where a callout would like to sit', () => {
    expect(posedLabel(model, [], [0], 'arm.left')).toEqual([12, 4, 1]);
    expect(posedLabel(model, [], [1], 'arm.right')).toEqual([-8, 4, 0.5]);
  });
});
