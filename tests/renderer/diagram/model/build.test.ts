import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, Model } from '../../../../src-renderer/diagram/model/model.ts';
import { buildModel } from '../../../../src-renderer/diagram/model/build.ts';
import { placementOf } from '../../../../src-renderer/diagram/model/placement.ts';
import { LoftForm } from '../../../../src-renderer/diagram/model/shapes/loft-form.ts';
import { posedVertices } from '../../../../src-renderer/diagram/model/rig.ts';
import { CHAIN, DRUM, file, modelOf, numbers, PARTS, POST, served, SLING } from './shapes.ts';

const arraysOf = (batch: Batch): Float32Array[] => [
  batch.positions,
  batch.normals,
  batch.uvs,
  batch.surface,
  batch.marks,
  ...batch.forms.filter((form) => form !== undefined),
];

const sound = (model: Model): boolean =>
  model.batches.every(
    (batch) =>
      arraysOf(batch).every((array) => array.every(Number.isFinite)) &&
      batch.indices.every((v) => v < batch.positions.length / 4),
  );

/** Points of one side, as text, so that sides can be compared whatever their order. */
function side(vertices: Float32Array, marks: Float32Array, part: number, mirror: number): string[] {
  const points: string[] = [];
  for (let v = 0; v < vertices.length / 3; v++) {
    if (marks[v * 4] !== part) continue;
    const [x, y, z] = [vertices[v * 3]!, vertices[v * 3 + 1]!, vertices[v * 3 + 2]!];
    points.push([x * mirror, y, z].map((k) => k.toFixed(4).replace('-0.0000', '0.0000')).join(' '));
  }
  return points.sort();
}

describe('sides', () => {
  const model = modelOf({ joints: CHAIN, shapes: [SLING] }, PARTS);
  const { marks } = model.batches[0]!;

  it('are mirror images of each other', () => {
    const vertices = posedVertices(model, 0, numbers());
    expect(side(vertices, marks, 1, 1)).toEqual(side(vertices, marks, 2, -1));
    expect(side(vertices, marks, 1, 1).length).toBeGreaterThan(100);
  });

  it('are mirror images in poses with left and right exchanged', () => {
    const there = posedVertices(model, 0, numbers({ turn: 20, lean: 9 }, { 'sling.left': 0.7 }));
    const back = posedVertices(model, 0, numbers({ turn: -20, lean: -9 }, { 'sling.right': 0.7 }));
    expect(side(there, marks, 1, 1)).toEqual(side(back, marks, 2, -1));
  });

  it('look outwards', () => {
    const { positions, normals, indices } = model.batches[0]!;
    let [outward, faces] = [0, 0];
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [...indices.slice(t, t + 3)].map((v) => positions.slice(v * 4, v * 4 + 3));
      const [ux, uy, uz] = [0, 1, 2].map((m) => b![m]! - a![m]!) as [number, number, number];
      const [wx, wy, wz] = [0, 1, 2].map((m) => c![m]! - a![m]!) as [number, number, number];
      const face = [uy * wz - uz * wy, uz * wx - ux * wz, ux * wy - uy * wx];
      const v = indices[t]! * 4;
      const along = face[0]! * normals[v]! + face[1]! * normals[v + 1]! + face[2]! * normals[v + 2]!;
      faces++;
      if (along >= 0) outward++;
    }
    expect(outward / faces).toBeGreaterThan(0.98);
  });

  it('find the joint of their own side, and else the one of both', () => {
    type Still = Record<'foot' | 'head', [number, number, number]>;
    const written = { ...SLING, joint: 'arm' };
    const jointsOf = (joints: Record<string, Still>): Set<number> => {
      const { batches } = modelOf({ joints, shapes: [written] }, PARTS);
      return new Set(batches[0]!.marks.filter((_, k) => k % 4 === 3));
    };
    const joint: Still = { foot: [0, 0, 0], head: [0, 0, 0] };
    expect(jointsOf({ trunk: joint, 'arm-left': joint, 'arm-right': joint })).toEqual(new Set([1, 2]));
    expect(jointsOf({ trunk: joint, arm: joint })).toEqual(new Set([1]));
    expect(() => jointsOf({ trunk: joint })).toThrow('sheet 0 (sling): there is no joint called arm');
  });
});

describe('a group', () => {
  const bounds = ({ batches }: Model): number[][] =>
    [0, 1, 2].map((m) => {
      const values = [...batches[0]!.positions.filter((_, k) => k % 4 === m)];
      return [Math.min(...values), Math.max(...values)];
    });

  it('is made larger, leaned, and moved, in this order; y turns round', () => {
    const [, height] = bounds(modelOf({ shapes: [POST] }, PARTS));
    expect(height![0]).toBeCloseTo(-10, 0);
    expect(height![1]).toBeCloseTo(0, 0);
    const leaned = modelOf({ shapes: [POST] }, PARTS, { scale: 2, pitch: 90, move: [1, 2, 3] });
    const [x, y, z] = bounds(leaned);
    // upside down in the data is "down"; leaned by a quarter the foot of the post comes to the front
    expect(z![1]! - z![0]!).toBeCloseTo(20, 0);
    expect(z![0]).toBeCloseTo(3, 0);
    expect((y![0]! + y![1]!) / 2).toBeLessThan(-0.9);
    expect((x![0]! + x![1]!) / 2).toBeCloseTo(1, 1);
  });

  it('has regions that are parts of their own, feathering out', () => {
    const regions = [
      {
        part: 'spot',
        pair: true,
        at: [2, 3] as [number, number],
        size: [1.5, 2] as [number, number],
        label: true,
      },
    ];
    const parts = { 'spot.left': { layer: 'region' }, 'spot.right': { layer: 'region' } } as const;
    const drum = modelOf({ shapes: [{ ...DRUM, relief: [], regions }] }, parts);
    const { positions, normals, marks, surface } = drum.batches[0]!;
    for (let v = 0; v < positions.length / 4; v++) {
      const [x, y] = [positions[v * 4]!, positions[v * 4 + 1]!];
      const off = Math.hypot((Math.abs(x) - 2) / 1.5, (y + 3) / 2);
      const own = x > 0 ? 1 : 2;
      if (off < 0.5 && normals[v * 4 + 2]! > 0.2) expect([marks[v * 4], marks[v * 4 + 2]]).toEqual([own, 1]);
      if (off > 1.3 || normals[v * 4 + 2]! < -0.3) expect([marks[v * 4], surface[v * 4 + 2]]).toEqual([0, 0]);
      expect(marks[v * 4 + 2]! + surface[v * 4 + 2]!).toBeCloseTo(1, 5);
    }
    expect(drum.labels['spot.right']!.point[0]).toBeCloseTo(-2, 5);
    expect(drum.labels['spot.right']!.point[1]).toBeCloseTo(-3, 5);
  });

  it('goes with the layer of its part, or with its own where the part is a region', () => {
    const layers = (part: 'bone' | 'region', layer?: 'muscle'): unknown[] => {
      const post = { ...POST, part: 'post', ...(layer && { layer }) };
      return modelOf({ shapes: [post] }, { post: { layer: part } }).batches.map((batch) => batch.layer);
    };
    expect([layers('bone'), layers('bone', 'muscle')]).toEqual([['bone'], ['bone']]);
    expect([layers('region'), layers('region', 'muscle')]).toEqual([['region'], ['muscle']]);
  });

  it('has no openings where it is a sheet of skin, and nobody else’s part', () => {
    const nail = { ...SLING, pair: false, part: undefined, material: 'skin' } as const;
    const { uvs, surface } = modelOf({ joints: CHAIN, shapes: [nail] }, PARTS).batches[0]!;
    for (let v = 0; v < uvs.length / 4; v++) {
      expect([...uvs.slice(v * 4, v * 4 + 4)]).toEqual([1000, 1000, 1000, 0]);
      expect([...surface.slice(v * 4, v * 4 + 4)]).toEqual([0, 0, 0, 0]);
    }
  });

  it('is the wall of a hollow where it is bowed: its middle lies outwards, its outer face still looks out', () => {
    const wall = (bow: number) => {
      const sheet = {
        ...SLING,
        pair: false,
        material: 'mucosa',
        profile: 'plate',
        thickness: 0.05,
        bow,
      } as const;
      const { positions, normals, uvs } = modelOf({ joints: CHAIN, shapes: [sheet] }, PARTS).batches[0]!;
      const middle = [...uvs.keys()].filter((k) => k % 4 === 0 && Math.abs(uvs[k]! - 0.5) < 0.01);
      const halfway = middle.filter((k) => Math.abs(uvs[k + 1]! - 0.5) < 0.02);
      return halfway.map((k) => ({ z: positions[k + 2]!, faces: normals[k + 2]! }));
    };
    const [even, bowed] = [wall(0), wall(1.5)];
    expect(Math.max(...bowed.map(({ z }) => z))).toBeGreaterThan(Math.max(...even.map(({ z }) => z)) + 1);
    const outermost = bowed.reduce((a, b) => (b.z > a.z ? b : a));
    expect(outermost.faces).toBeGreaterThan(0.5);
  });

  it('turns its section about its path, and makes it squarer', () => {
    const extent = (of: { roll?: number; power?: number }): [number, number, number] => {
      const post = { ...POST, path: [[0, 10, 0], [0, 0, 0]] as [number, number, number][], radii: [[2, 1]] as [number, number][], ...of }; // prettier-ignore
      const { positions } = modelOf({ joints: CHAIN, shapes: [post] }, PARTS).batches[0]!;
      const points = [...positions.keys()].filter((k) => k % 4 === 0);
      const most = (of: (k: number) => number): number => Math.max(...points.map(of));
      return [
        most((k) => Math.abs(positions[k]!)),
        most((k) => Math.abs(positions[k + 2]!)),
        most((k) => Math.hypot(positions[k]!, positions[k + 2]!)),
      ];
    };
    const [plain, turned, square] = [extent({}), extent({ roll: 90 }), extent({ power: 6 })];
    expect(plain[0]).toBeCloseTo(2, 1);
    expect(plain[1]).toBeCloseTo(1, 1);
    expect(turned[0]).toBeCloseTo(1, 1);
    expect(turned[1]).toBeCloseTo(2, 1);
    expect(square[2]).toBeGreaterThan(plain[2] + 0.05);
  });

  it('bears its tone as it is where it is muscle, and how far that is off the even one where it is hard', () => {
    const toneOf = (material: 'muscle' | 'bone', tone?: number): number => {
      const post = { ...POST, material, ...(tone !== undefined && { tone }) };
      return modelOf({ joints: CHAIN, shapes: [post] }, PARTS).batches[0]!.surface[1]!;
    };
    expect(toneOf('muscle', 0.6)).toBeCloseTo(0.6);
    expect(toneOf('bone')).toBeCloseTo(0);
    expect(toneOf('bone', 0.1)).toBeCloseTo(-0.3);
  });

  it('is a free line that looks to the viewer, or where it is told to', () => {
    const facing = (way?: [number, number, number]): number[] => {
      const points: [number, number, number][] = [[-1, 0, 2], [1, 0, 2]]; // prettier-ignore
      const line = {
        kind: 'stroke',
        material: 'ink',
        points,
        width: 0.1,
        opacity: 1,
        ...(way && { facing: way }),
      };
      const { normals } = modelOf({ shapes: [line as never] }, PARTS).batches[0]!;
      return [...normals.slice(0, 3)].map((n) => Math.round(n * 100) / 100 + 0);
    };
    expect(facing()).toEqual([0, 0, 1]);
    expect(facing([0, 3, -4])).toEqual([0, -0.6, -0.8]);
  });

  it('swells outwards at its sides where it is told to, and its midline stays', () => {
    const drum = (flanks: object[]): Float32Array =>
      modelOf({ shapes: [{ ...DRUM, relief: [], flanks: flanks as never }] }).batches[0]!.positions;
    const [plain, full] = [drum([]), drum([{ at: [1, 2], size: [2, 2], rise: 0.5 }])];
    const most = { left: 0, right: 0, midline: 0, else: 0 };
    for (let v = 0; v < plain.length; v += 4) {
      const [x, y, z] = [plain[v]!, plain[v + 1]!, plain[v + 2]!];
      const moved = full[v]! - x;
      const off = Math.hypot(z - 1, -y - 2);
      const where = Math.abs(x) < 0.1 ? 'midline' : off > 8 ? 'else' : x > 0 ? 'left' : 'right';
      most[where] = Math.max(
        most[where],
        where === 'left' ? moved : where === 'right' ? -moved : Math.abs(moved),
      );
      expect([full[v + 1], full[v + 2]]).toEqual([y, z]);
    }
    expect(most.left).toBeGreaterThan(0.4);
    expect(most.left).toBeLessThan(0.51);
    expect(most.right).toBeCloseTo(most.left, 5);
    expect(most.midline).toBe(0);
    expect(most.else).toBeLessThan(0.01);
  });

  it('is made finer by its detail, coarser by less', () => {
    const count = (detail: number): number =>
      modelOf({ shapes: [POST] }, PARTS, { detail }).batches[0]!.positions.length;
    expect(count(2) / count(1)).toBeCloseTo(2, 0);
    expect(count(1) / count(0.25)).toBeCloseTo(4, 0);
  });
});

describe('batches', () => {
  const line = { kind: 'stroke', material: 'ink', on: 'drum', width: 0.1, opacity: 1 } as const;
  const across: [number, number][] = [
    [-1, 0],
    [1, 0],
  ];

  it('gather what is alike; what is laid on others keeps its order', () => {
    const model = modelOf(
      {
        shapes: [
          DRUM,
          POST,
          { ...POST, appears: 'touch' },
          { ...line, points: across },
          { ...SLING, pair: false, on: 'drum' },
          { ...line, points: across },
          { ...line, points: across },
          { ...POST, repeat: { count: 3, step: [0, 1, 0] } },
        ],
      },
      PARTS,
    );
    const told = model.batches.map(({ material, layer, appears, laid }) => [material, layer, appears, laid]);
    expect(told).toEqual([
      ['skin', undefined, undefined, undefined],
      ['bone', 'bone', undefined, undefined],
      ['bone', 'bone', 'touch', undefined],
      ['ink', undefined, undefined, true],
      ['muscle', undefined, undefined, true],
      ['ink', undefined, undefined, true],
    ]);
    const [, bones, one] = model.batches;
    expect(bones!.positions.length).toBe(one!.positions.length * 4);
  });

  it('keep apart what is seen through others, and tell how deep', () => {
    const { batches } = modelOf({ shapes: [POST, { ...POST, seen: 2 }, { ...POST, seen: 2 }] }, PARTS);
    expect(batches.map(({ seen }) => seen)).toEqual([undefined, 2]);
  });

  it('name parts by their place, what has no name by 0', () => {
    const { batches, parts, labels } = modelOf({ shapes: [SLING, { ...POST, part: 'unknown' }] }, PARTS);
    expect(parts).toEqual(['sling.left', 'sling.right', 'post']);
    expect(new Set(batches[0]!.marks.filter((_, k) => k % 4 === 0))).toEqual(new Set([1, 2]));
    expect(new Set(batches[1]!.marks.filter((_, k) => k % 4 === 0))).toEqual(new Set([0]));
    expect(Object.keys(labels)).toEqual(['sling.left', 'sling.right']);
  });

  it('what lies deep between others gets less light', () => {
    const shell = { ...POST, radii: [1.5], caps: false };
    const open = modelOf({ shapes: [POST] }, PARTS).batches[0]!.normals.filter((_, k) => k % 4 === 3);
    const both = modelOf({ shapes: [POST, shell] }, PARTS).batches[0]!.normals.filter((_, k) => k % 4 === 3);
    const middle = Math.floor(open.length / 2);
    expect(both[middle]!).toBeLessThan(open[middle]! - 0.25);
  });
});

describe('surfaces', () => {
  const laid = { ...SLING, pair: false, on: 'drum', lift: 0.1, thickness: 0.001 } as const;
  const flat = { ...laid, edges: [[[-1, -3], [-1, 3]], [[1, -3], [1, 3]]] } satisfies object; // prettier-ignore

  it('carry what is laid on them, and lend it their weight', () => {
    const { batches } = modelOf({ joints: CHAIN, shapes: [DRUM, flat as never] });
    const sheet = batches.find((batch) => batch.laid)!;
    for (let v = 0; v < sheet.positions.length; v += 4) {
      const [x, y, z, w] = [...sheet.positions.slice(v, v + 4)] as [number, number, number, number];
      expect(w).toBeCloseTo((y + 10) / 20, 2);
      expect(z).toBeGreaterThan(4.5);
      expect(Math.abs(x)).toBeLessThan(1.2);
      expect(sheet.normals[v + 2]).toBeGreaterThan(0.8);
    }
  });

  it('are found however the drawing stands to them', () => {
    const stands = { pitch: 20, move: [1, 2, 3] as [number, number, number], scale: 1.5 };
    const [ground, drawing] = [served({ shapes: [DRUM] }, stands), served({ shapes: [flat as never] })];
    const { batches } = buildModel({ ...ground, groups: [...ground.groups, ...drawing.groups] }, {});
    const { positions } = batches.find((batch) => batch.laid)!;
    const [drum] = file({ shapes: [DRUM] }).shapes;
    const surface = new LoftForm(drum as never).surface();
    const { localPoint } = placementOf(stands);
    for (let v = 0; v < positions.length; v += 4) {
      const [x, y, z] = localPoint([positions[v]!, positions[v + 1]!, positions[v + 2]!]);
      // lifted by a millimetre in a drawing that is made larger by half
      expect(z - surface.at(x, -y).place[2]).toBeCloseTo(0.1 / 1.5, 1);
    }
  });

  it('that are not there are named', () => {
    const missing = { ...flat, on: 'elsewhere' };
    expect(() => modelOf({ shapes: [missing as never] })).toThrow(
      'sheet 0 (sling): there is no surface called elsewhere',
    );
    expect(() => modelOf({ shapes: [{ ...flat, on: undefined } as never] })).toThrow('lines without depth');
  });
});

describe('openings of a skin', () => {
  const level = (y: number) => [[0, y] as [number, number], [20, y] as [number, number]];
  const distances = (window: object): Map<number, number> => {
    const drum = { ...DRUM, windows: { gap: window } };
    const { batches, windows } = modelOf({ shapes: [drum as never] });
    expect(windows).toEqual(['gap']);
    const { positions, uvs } = batches[0]!;
    const rows = Array.from({ length: uvs.length / 4 }, (_, v): [number, number] => [
      -positions[v * 4 + 1]!,
      uvs[v * 4]!,
    ]);
    return new Map(rows);
  };

  it('leave the skin below', () => {
    for (const [y, distance] of distances({ front: level(2), back: level(2) }))
      expect(distance).toBeCloseTo(y - 2, 3);
  });

  it('leave it above too where they begin', () => {
    const from = { front: level(-3), back: level(-3) };
    for (const [y, distance] of distances({ front: level(2), back: level(2), from }))
      expect(distance).toBeCloseTo(Math.max(y - 2, -3 - y), 3);
  });
});

describe('a slit of a skin', () => {
  const slit = { ...DRUM, joint: 'chain', follows: [[-10, 0], [10, 1]] as [number, number][], slit: { at: 1, half: 2 } }; // prettier-ignore
  const joints = { chain: { foot: [0, 10, 0], head: [0, -10, 0] } } satisfies Parameters<
    typeof file
  >[0]['joints'];
  const [parted, whole] = [slit, { ...slit, slit: undefined }].map(
    (skin) => modelOf({ joints, shapes: [skin] }, PARTS).batches[0]!,
  ) as [Batch, Batch];
  const lips = ({ positions }: Batch, from: number, to: number): number[] => [
    ...new Set(
      [...positions.keys()]
        .filter((k) => k % 4 === 0 && positions[k + 2]! > 3 && positions[k + 1] === -1)
        .filter((k) => Math.abs(positions[k]!) >= from && Math.abs(positions[k]!) < to)
        .map((k) => Math.round(positions[k + 3]! * 100) / 100),
    ),
  ];

  it('parts what stays from what follows in its middle, and not beyond its ends', () => {
    expect(lips(parted, 0, 0.01).sort()).toEqual([0, 1]);
    expect(lips(parted, 2, 3)).toHaveLength(1);
  });

  it('has no skin between its lips', () => {
    expect(parted.indices.length).toBeLessThan(whole.indices.length);
    expect(parted.positions.length).toBe(whole.positions.length);
  });
});

describe('forms', () => {
  it('move what has other lines in them, and nothing else', () => {
    const raised = SLING.edges.map((edge) => edge.map(([x, y, z, w]) => [x + 1, y, z, w])) as never;
    const model = modelOf(
      {
        forms: { wide: { parameter: 'p', from: 0, at: 1 } },
        shapes: [{ ...SLING, forms: { wide: { edges: raised } } }, POST],
      },
      PARTS,
    );
    const [muscle, bone] = model.batches;
    expect(bone!.forms).toEqual([undefined]);
    const form = muscle!.forms[0]!;
    for (let v = 0; v < form.length / 6; v++) {
      const outward = muscle!.marks[v * 4] === 1 ? 1 : -1;
      expect(form[v * 6]! * outward).toBeGreaterThan(0.7);
      expect(Math.abs(form[v * 6 + 1]!)).toBeLessThan(0.3);
    }
    expect(model.labels['sling.right']!.forms[0]![0]).toBeLessThan(-0.7);
  });

  it('of a loft add relief to its front, on both sides, and leave the rest', () => {
    const forms = {
      full: { relief: [{ at: [3, 2] as [number, number], size: [1, 1] as [number, number], rise: 0.4 }] },
    };
    const model = modelOf({
      forms: { full: { parameter: 'full', from: 0, at: 1 } },
      shapes: [{ ...DRUM, forms }],
    });
    const rest = posedVertices(model, 0, numbers());
    const full = posedVertices(model, 0, numbers({ full: 1 }));
    const most = { left: 0, right: 0, behind: 0, aside: 0 };
    for (let v = 0; v < rest.length; v += 3) {
      const side = rest[v + 2]! < 0 ? 'behind' : rest[v]! > 0 ? 'left' : 'right';
      most[side] = Math.max(most[side], full[v + 2]! - rest[v + 2]!);
      most.aside = Math.max(most.aside, Math.abs(full[v]! - rest[v]!), Math.abs(full[v + 1]! - rest[v + 1]!));
    }
    expect(most.left).toBeGreaterThan(0.3);
    expect(most.left).toBeLessThan(0.41);
    expect(most.right).toBeCloseTo(most.left, 5);
    expect(most.behind).toBe(0);
    expect(most.aside).toBe(0);
  });

  it('of paint move its edge over a colouring that stays', () => {
    const eye = (height: number): [number, number][] => [
      [-2, 0],
      [0, -height],
      [2, 0],
      [0, height],
    ];
    const { batches } = modelOf({
      forms: { shut: { parameter: 'p', from: 0, at: 1 } },
      shapes: [
        DRUM,
        {
          kind: 'fill',
          material: 'paint',
          on: 'drum',
          line: eye(1),
          centre: [0.2, 0],
          stops: [[1, '#ff8000']],
          forms: { shut: { line: eye(0.1) } },
        },
      ],
    });
    const paint = batches.at(-1)!;
    expect(paint.paint!.stops).toEqual([[1, 1, 128 / 255, 0]]);
    const form = paint.forms[0]!;
    for (let v = 0; v < paint.positions.length / 4; v++) {
      const x = paint.positions[v * 4]! + form[v * 6]!;
      const y = paint.positions[v * 4 + 1]! + form[v * 6 + 1]!;
      expect(paint.uvs[v * 4]! + form[v * 6 + 3]!).toBeCloseTo(x - 0.2, 1);
      expect(paint.uvs[v * 4 + 1]! + form[v * 6 + 4]!).toBeCloseTo(-y, 1);
    }
  });

  it('covers nothing once it is closed to a curved slit, and sinks away at its edge', () => {
    const { batches } = modelOf({
      shapes: [
        DRUM,
        {
          kind: 'fill',
          material: 'paint',
          on: 'drum',
          line: [
            [-1.5, -0.6],
            [-0.75, 0],
            [0, 0.2],
            [0.75, 0],
            [1.5, -0.6],
            [0.75, 0],
            [0, 0.2],
            [-0.75, 0],
          ],
          centre: [0, 0],
          stops: [[1, '#ff8000']],
          feather: 0.5,
        },
      ],
    });
    const { positions, indices, marks } = batches.at(-1)!;
    const at = (v: number): [number, number] => [positions[v * 4]!, positions[v * 4 + 1]!];
    let covered = 0;
    for (let t = 0; t < indices.length; t += 3) {
      const [[ax, ay], [bx, by], [cx, cy]] = [at(indices[t]!), at(indices[t + 1]!), at(indices[t + 2]!)];
      covered += Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
    }
    expect(covered).toBeLessThan(0.05);
    const opacities = Array.from({ length: marks.length / 4 }, (_, v) => marks[v * 4 + 1]!);
    expect(Math.min(...opacities)).toBe(0);
    expect(Math.max(...opacities)).toBe(1);
  });
});

describe('whatever the landmarks', () => {
  const number = fc.double({ min: -300, max: 300, noNaN: true });
  const landmark = fc.tuple(number, number, number, fc.double({ min: 0, max: 1, noNaN: true }));
  const line = fc.oneof(
    fc.array(landmark, { minLength: 2, maxLength: 5 }),
    // all in one place
    landmark.map((point) => [point, point, point]),
  );

  it('there is a number for everything', () => {
    fc.assert(
      fc.property(line, line, line, fc.boolean(), fc.boolean(), (a, b, c, halved, closed) => {
        const model = modelOf(
          {
            joints: CHAIN,
            shapes: [
              { ...SLING, edges: [a, b], halved, closed, detail: 0.25 },
              { ...POST, path: c, halved, detail: 0.25 },
              { ...SLING, pair: false, edges: [a, c], on: 'drum', detail: 0.25 },
              { ...DRUM, grid: [8, 8] },
              { kind: 'stroke', material: 'ink', points: b, width: 0.2, opacity: 1, halved },
            ],
          },
          PARTS,
        );
        return sound(model);
      }),
      { numRuns: 25, seed: 4 },
    );
  });

  it('the same landmarks give the same model', () => {
    const make = (): Uint8Array[] =>
      modelOf({ joints: CHAIN, shapes: [SLING, POST, DRUM] }, PARTS)
        .batches.flatMap((batch) => [...arraysOf(batch), batch.indices])
        .map((array) => new Uint8Array(array.buffer));
    expect(make()).toEqual(make());
  });
});
