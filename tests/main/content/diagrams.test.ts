/** Diagrams, the shapes of which they are drawn, and their stills: what is served, and every fault with its place. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src-main/content/fingerprint.ts';
import type { FaultName } from '../../../src-main/faults.ts';
import {
  diagram,
  drawnDiagram,
  libraryOf,
  posters,
  shapes,
  sharedShapes,
  tourStructure,
  webp,
  type Tree,
} from '../../fixtures/content.ts';
import { jpeg, png } from '../../fixtures/pictures.ts';

const EYES = 'assets/diagrams/eyes/diagram.json';
const SHAPES = 'assets/diagrams/eyes/shapes.json';
const EYES_POSTERS = 'assets/diagrams/eyes/posters.json';
const POSTERS = 'assets/diagrams/neck/posters.json';
const HEAD = 'assets/shapes/head.json';

/** A value with another at a place in it, as in `views.front.without[0]`; `undefined` takes away. */
function withAt<Value>(value: Value, path: string, by: unknown): Value {
  const copy = structuredClone(value);
  const keys = path.match(/[^.[\]]+/g) ?? [];
  const last = keys.pop() ?? '';
  const at = keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], copy);
  (at as Record<string, unknown>)[last] = by;
  return copy;
}

const inEyes = (path: string, by: unknown): Tree => ({ [EYES]: withAt(drawnDiagram(), path, by) });
const inShapes = (path: string, by: unknown): Tree => ({ [SHAPES]: withAt(shapes(), path, by) });
const inHead = (path: string, by: unknown): Tree => ({ [HEAD]: withAt(sharedShapes(), path, by) });
const inPosters = (path: string, by: unknown): Tree => ({ [POSTERS]: withAt(posters(), path, by) });

const placesOf = (faults: readonly { name: FaultName; file: string; path: string }[]): string[] =>
  faults.map(({ name, file, path }) => [name, file, path].join(' ').trim());

const sha = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const eyesFingerprint = fingerprintOf(sha(drawnDiagram()), sha(shapes()), [sha(sharedShapes())]);

const lid = shapes().shapes[0] as { edges: unknown };
const tube = {
  kind: 'tube',
  material: 'bone',
  path: [
    [0, 0, 0],
    [0, 9, 0],
  ],
  radii: [1],
};
const limb = {
  path: [
    [0, 0, 0, 5],
    [0, 50, 0, 5],
  ],
};
const blend = { kind: 'blend', material: 'skin', melt: 1, cell: 1, limbs: [limb] };
const rows = [
  [0, 1],
  [0, 2],
];

describe('a diagram as served', () => {
  it('has mirrored poses written out, and says who works', async () => {
    const { library } = await libraryOf({});
    const { poses, drawn } = library!.diagrams.get('eyes')!;
    expect(drawn).toBe(true);
    expect(poses).toEqual({
      open: { parameters: {}, activation: {}, working: [] },
      closed: {
        parameters: { closure: 1 },
        activation: { 'lid.left': 1, 'lid.right': 1 },
        working: ['lid.left', 'lid.right'],
      },
      left: {
        parameters: { turn: -20, closure: 0.5 },
        activation: { 'lid.left': 0.5 },
        working: ['lid.left'],
      },
      right: {
        parameters: { turn: 20, closure: 0.5 },
        activation: { 'lid.right': 0.5 },
        working: ['lid.right'],
      },
    });
    expect(library!.diagrams.get('neck')?.poses['turned']?.working).toEqual(['trapezius.left']);
    expect(library!.diagrams.get('neck')?.drawn).toBe(false);
  });

  it('has mirrors of mirrors written out', async () => {
    const { library, faults } = await libraryOf(inEyes('poses.again', { mirrors: 'right' }));
    expect(faults).toEqual([]);
    const { poses } = library!.diagrams.get('eyes')!;
    expect(poses['again']).toEqual(poses['left']);
  });

  it('shows the stills of poses as frames of its motions too', async () => {
    const { library } = await libraryOf({});
    const { pictures } = library!.diagrams.get('neck')!;
    expect(Object.keys(pictures).sort()).toEqual([
      'rest@front',
      'turn.0@front',
      'turn.1@front',
      'turned@front',
    ]);
    expect(pictures['turn.1@front']).toEqual(pictures['turned@front']);
  });

  it('is drawn of shared shapes and its own, with every number filled in', async () => {
    const { library } = await libraryOf({});
    const served = library!.shapes.get('eyes')!;
    expect(Object.keys(served.joints)).toEqual(['neck']);
    expect(served.groups).toMatchObject([
      {
        pitch: 0,
        move: [0, 0, 0],
        scale: 1,
        detail: 1,
        joint: 'neck',
        shapes: [{ id: 'skin' }, { part: 'skull' }],
      },
      { pitch: 0, move: [0, 0, 0], scale: 1, detail: 1, shapes: [{ id: 'lid', effort: 1 }, { on: 'skin' }] },
    ]);
    expect(library!.shapes.has('neck')).toBe(false);
    expect(library!.fingerprints.get('eyes')).toBe(eyesFingerprint);
  });

  it('may say which parts the skin of shared shapes shows', async () => {
    const region = { part: 'skull', at: [0, 1], size: [2, 2] };
    const use = { shapes: 'head', joint: 'neck', regions: { skin: [region] } };
    const { library } = await libraryOf(inShapes('use[0]', use));
    expect(library!.shapes.get('eyes')!.groups[0]!.shapes[0]).toMatchObject({
      regions: [{ ...region, pair: false }],
    });
  });

  it('has joints, labels and shades of shared shapes where they stand in it', async () => {
    const joint = {
      foot: [0, 0, 0],
      head: [0, 0, 2],
      turns: { closure: { axis: [0, 1, 0], degrees: 1 } },
      moves: { closure: [0, 2, 0] },
    };
    const { library } = await libraryOf({
      [HEAD]: {
        ...withAt(sharedShapes(), 'shapes[1].joint', undefined),
        joints: { jaw: joint, neck: joint },
        labels: { skull: [0, 0, 9], nose: [0, 0, 9], 'lid.left': [1, 0, 0, 0.5] },
        shades: [{ ball: [0, 0, 1, 2], joint: 'jaw' }],
      },
      ...inShapes('use[0]', { shapes: 'head', pitch: 90, move: [1, 0, 0], scale: 2 }),
      // Another diagram has the nose.
      'assets/diagrams/neck/diagram.json': withAt(diagram(), 'parts.nose', { layer: 'skin' }),
      'assets/diagrams/neck/shapes.json': {
        frame: 'x',
        use: [{ shapes: 'head', joint: 'neck' }],
        shapes: [],
        joints: { neck: { ...joint, moves: {} } },
        labels: { nose: [0, 0, 0] },
      },
    });
    const served = library!.shapes.get('eyes')!;
    const rounded = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
        typeof inner === 'number' ? Math.round(inner) + 0 : inner,
      );
    expect(Object.keys(served.joints)).toEqual(['neck', 'jaw']);
    expect(rounded(served.joints['jaw'])).toMatchObject({
      foot: [1, 0, 0],
      head: [1, -4, 0],
      turns: { closure: { axis: [0, 0, 2], degrees: 1 } },
      moves: { closure: [0, 0, 4] },
    });
    expect(rounded(served.joints['neck'])).toMatchObject({ foot: [0, 20, 0] });
    expect(rounded(served.labels)).toEqual({ skull: [0, -6, 4, 1], 'lid.left': [3, 0, 0, 1] });
    expect(rounded(served.shades)).toEqual([{ ball: [1, -2, 0, 4], joint: 'jaw' }]);
  });

  it('cuts its own openings into a shared skin, and none into what is no skin', async () => {
    const window = {
      front: [
        [0, 1],
        [9, 1],
      ],
      back: [
        [0, 2],
        [9, 2],
      ],
      from: {
        front: [
          [0, 0],
          [9, 0],
        ],
        back: [
          [0, 0],
          [9, 0],
        ],
      },
    };
    const { library } = await libraryOf(
      inShapes('use[0]', {
        shapes: 'head',
        joint: 'neck',
        windows: { skin: { nape: window }, skull: { nape: window } },
      }),
    );
    const [skin, skull] = library!.shapes.get('eyes')!.groups[0]!.shapes;
    expect(skin).toMatchObject({ windows: { face: {}, nape: window } });
    expect(skull).not.toHaveProperty('windows');
  });

  it('leaves aside what shared shapes name for another diagram', async () => {
    const nose = { ...tube, part: 'nose', forms: { smile: { path: tube.path, radii: [2] } } };
    const { library, faults } = await libraryOf({
      [HEAD]: {
        ...sharedShapes(),
        forms: {
          smile: { parameter: 'turn', from: 0, at: 1 },
          frown: { parameter: 'closure', from: 0, at: 1 },
        },
        shapes: [
          ...sharedShapes().shapes,
          nose,
          { ...tube, appears: 'closure' },
          { ...tube, signal: 'closure' },
        ],
      },
      'assets/diagrams/neck/diagram.json': withAt(diagram(), 'parts.nose', { layer: 'skin' }),
      'assets/diagrams/neck/shapes.json': {
        frame: 'x',
        use: [{ shapes: 'head', joint: 'neck' }],
        joints: { neck: { foot: [0, 0, 0], head: [0, 1, 0] } },
        shapes: [],
      },
    });
    expect(faults.filter(({ file }) => file.endsWith('shapes.json') || file === HEAD)).toEqual([]);
    const [ofEyes, ofNeck] = ['eyes', 'neck'].map((id) => library!.shapes.get(id)!);
    expect(ofEyes!.groups[0]!.shapes.map(({ part }) => part)).toEqual([
      undefined,
      'skull',
      undefined,
      undefined,
      undefined,
    ]);
    // The neck has no closure: nothing fades in by it, and no signal runs.
    expect(ofNeck!.groups[0]!.shapes.map(({ part }) => part)).toEqual([
      undefined,
      undefined,
      'nose',
      undefined,
    ]);
    expect([ofEyes, ofNeck].map((one) => one!.groups[0]!.shapes.at(-1)!.signal)).toEqual([
      'closure',
      undefined,
    ]);
    expect(Object.keys(ofNeck!.forms)).toEqual(['smile']);
    expect(Object.keys(ofEyes!.forms)).toEqual(['shut', 'smile', 'frown']);
  });
});

describe('a diagram.json that does not hold together', () => {
  it.each<[FaultName, string, unknown, string?]>([
    ['pair-incomplete', 'parts.brow.left', undefined],
    ['layer-not-offered', 'hidden[0]', 'nerve'],
    ['parameter-out-of-range', 'parameters.turn', { least: 5, most: 40 }],
    ['parameter-out-of-range', 'poses.left.parameters.turn', -41],
    ['parameter-out-of-range', 'poses.right.mirrors', undefined],
    ['parameter-unknown', 'poses.left.parameters.nod', 1],
    ['parameter-unknown', 'motions.blink.modifiers[0].parameter', 'nod'],
    ['parameter-unknown', 'parts.skull.appears', 'nod'],
    ['part-unknown', 'poses.left.activation.ear', 1],
    ['part-unknown', 'views.front.without[0]', 'ear.left'],
    ['pose-unknown', 'poses.right.mirrors', 'up'],
    ['pose-unknown', 'motions.blink.poses[1]', 'constructor'],
    ['mirrors-circular', 'poses.right.mirrors', 'right'],
    ['view-unknown', 'motions.blink.view', 'top'],
    ['view-unknown', 'poses.left.view', 'top'],
    ['shape-wrong', 'poses', {}],
    ['shape-wrong', 'views', {}],
    ['shape-wrong', 'parameters.turn.most', 1e6],
    ['shape-wrong', 'parameters.turn.most', null],
  ])('%s at %s: the diagram is left out', async (name, path, by) => {
    const changes = {
      // A key with a dot, and a range that only the mirror image leaves.
      'parts.brow.left': {
        [EYES]: { ...drawnDiagram(), parts: { ...drawnDiagram().parts, 'brow.left': { layer: 'skin' } } },
      },
      'poses.right.mirrors': by === undefined ? inEyes('parameters.turn.most', 19) : inEyes(path, by),
    }[path];
    const { library, faults } = await libraryOf(changes ?? inEyes(path, by));
    expect(placesOf(faults)).toEqual(
      expect.arrayContaining([`${name} ${EYES} ${path}`, `diagram-left-out ${EYES}`]),
    );
    expect(library?.diagrams.has('eyes')).toBe(false);
    expect([...(library?.tours.keys() ?? [])]).toEqual(['neck']);
  });

  it('tells of a circle of mirrors at each of them', async () => {
    const { faults } = await libraryOf(
      inEyes('poses', { open: {}, closed: {}, left: { mirrors: 'right' }, right: { mirrors: 'left' } }),
    );
    expect(placesOf(faults).slice(0, 2)).toEqual([
      `mirrors-circular ${EYES} poses.left.mirrors`,
      `mirrors-circular ${EYES} poses.right.mirrors`,
    ]);
  });

  it('warns of a part that has no place, and the diagram stays', async () => {
    const { library, faults } = await libraryOf(inShapes('labels', {}));
    expect(faults).toEqual([]);
    const bare = await libraryOf({ ...inShapes('labels', {}), ...inHead('shapes[1].part', undefined) });
    expect(bare.faults.map(({ severity }) => severity)).toEqual(['warning']);
    expect(placesOf(bare.faults)).toEqual([`part-without-place ${EYES} parts.skull`]);
    expect(library?.diagrams.get('eyes')?.drawn).toBe(true);
    const shown = await libraryOf({
      ...inShapes('labels', {}),
      ...inHead('shapes[1].part', undefined),
      'assets/tours/eyes.json': {
        order: 2,
        scene: { diagram: 'eyes', pose: 'open', camera: 'front' },
        steps: [
          { id: 'only', diagram: 'eyes', pose: 'open', camera: 'front', facts: ['S1'], show: ['skull'] },
        ],
      },
    });
    expect(placesOf(shown.faults)).toContain('place-missing assets/tours/eyes.json steps[0].show[0]');
    expect([...shown.library!.tours.keys()]).toEqual(['neck']);
  });

  it('shows the skin whole in a view whose window it does not have', async () => {
    const { library, faults } = await libraryOf(inEyes('views.front.window', 'ear'));
    expect(placesOf(faults)).toEqual([`window-unknown ${EYES} views.front.window`]);
    expect(library?.diagrams.get('eyes')).toMatchObject({ drawn: true });
    expect(library?.diagrams.get('eyes')?.views['front']).not.toHaveProperty('window');
  });
});

describe('shapes that cannot be used', () => {
  it.each<[FaultName, string, Tree, string?]>([
    ['part-unknown', 'shapes[0].part', inShapes('shapes[0].part', 'brow')],
    ['part-unknown', 'labels.nose', inShapes('labels.nose', [0, 0, 0])],
    [
      'part-unknown',
      'shapes[2].limbs[0].part',
      inShapes('shapes[2]', { ...blend, limbs: [{ ...limb, part: 'nose' }] }),
    ],
    ['parameter-unknown', 'shapes[1].appears', inShapes('shapes[1].appears', 'nod')],
    ['parameter-unknown', 'shapes[1].signal', inShapes('shapes[1].signal', 'nod')],
    ['parameter-unknown', 'forms.shut.parameter', inShapes('forms.shut.parameter', 'nod')],
    [
      'parameter-unknown',
      'joints.neck.turns.nod',
      inShapes('joints.neck.turns', { nod: { axis: 'x', degrees: 1 } }),
    ],
    ['parameter-unknown', 'joints.neck.moves.nod', inShapes('joints.neck.moves', { nod: [0, 0, 1] })],
    ['joint-unknown', 'shapes[0].joint', inShapes('shapes[0].joint', 'jaw')],
    [
      'joint-unknown',
      'shapes[2].limbs[0].joint',
      inShapes('shapes[2]', { ...blend, limbs: [{ ...limb, joint: 'jaw' }] }),
    ],
    ['joint-unknown', 'joints.neck.parent', inShapes('joints.neck.parent', 'jaw')],
    ['joint-unknown', 'use[0].joint', inShapes('use[0].joint', 'jaw')],
    ['joint-unknown', 'shades[0].joint', inShapes('shades', [{ ball: [0, 0, 0, 1], joint: 'jaw' }])],
    ['joint-circular', 'joints.neck.parent', inShapes('joints.neck.parent', 'neck')],
    ['form-unknown', 'shapes[0].forms.wide', inShapes('shapes[0].forms', { wide: { edges: lid.edges } })],
    ['form-order-wrong', 'forms.shut', inShapes('forms.shut.at', 0)],
    ['form-order-wrong', 'forms.shut', inShapes('forms.shut.to', 0.5)],
    [
      'form-points-wrong',
      'shapes[0].forms.shut.edges[1]',
      inShapes('shapes[0].forms.shut.edges[1]', [
        [0, 0],
        [1, 1],
      ]),
    ],
    ['line-flat', 'shapes[0].edges[0]', inShapes('shapes[0].on', undefined)],
    [
      'line-not-flat',
      'shapes[0].edges[0]',
      inShapes('shapes[0].edges[0]', [
        [0, 0, 0],
        [1, 0, 0],
        [2, 0, 0],
      ]),
    ],
    [
      'line-not-flat',
      'shapes[1].points',
      inShapes('shapes[1].points', [
        [0, 0, 0],
        [1, 0, 0],
      ]),
    ],
    ['surface-unknown', 'shapes[1].on', inShapes('shapes[1].on', 'lid')],
    ['shapes-unknown', 'use[0].shapes', inShapes('use[0].shapes', 'skull')],
    ['shapes-unknown', 'use[0].shapes', { [HEAD]: undefined }],
    ['shape-id-taken', 'shapes[1].id', inShapes('shapes[1].id', 'lid')],
    ['shape-id-taken', 'shapes[0].id', inShapes('shapes[0].id', 'skin')],
    [
      'shape-id-taken',
      'use[1]',
      {
        ...inShapes('use[1]', { shapes: 'face' }),
        'assets/shapes/face.json': { frame: 'x', shapes: [{ ...tube, id: 'skin' }] },
      },
    ],
    ['landmarks-few', 'shapes[0].edges[1]', inShapes('shapes[0].closed', true)],
    [
      'landmarks-few',
      'shapes[2].line',
      inShapes('shapes[2]', {
        kind: 'fill',
        on: 'skin',
        material: 'paint',
        centre: [0, 0],
        line: [
          [0, 0],
          [1, 1],
        ],
        stops: [[0, '#ffffff']],
      }),
    ],
    [
      'rows-not-rising',
      'shapes[2].stops[1]',
      inShapes('shapes[2]', {
        kind: 'fill',
        on: 'skin',
        material: 'paint',
        centre: [0, 0],
        line: [
          [0, 0],
          [1, 1],
          [2, 0],
        ],
        stops: [
          [2, '#ffffff'],
          [1, '#000000'],
        ],
      }),
    ],
    [
      'radii-wrong',
      'shapes[2].radii',
      inShapes('shapes[2]', {
        ...tube,
        path: [
          [0, 0, 0],
          [0, 1, 0],
          [0, 2, 0],
        ],
        radii: [1, 2],
      }),
    ],
    [
      'radii-wrong',
      'shapes[2].forms.shut.radii',
      inShapes('shapes[2]', { ...tube, forms: { shut: { path: tube.path, radii: [1, 1, 1] } } }),
    ],
    [
      'cells-too-many',
      'shapes[2].cell',
      inShapes('shapes[2]', {
        ...blend,
        cell: 0.05,
        limbs: [
          {
            path: [
              [0, 0, 0, 9],
              [0, 90, 0, 9],
            ],
          },
        ],
      }),
    ],
    [
      'rows-not-rising',
      'forms.shut.grown.girth[1]',
      inShapes('forms.shut.grown', {
        height: [
          [0, 0],
          [1, 1],
        ],
        girth: [
          [0, 1],
          [0, 2],
        ],
      }),
    ],
    [
      'surface-unknown',
      'shapes[2].limbs[0].loft',
      inShapes('shapes[2]', { ...blend, limbs: [{ loft: 'lid' }] }),
    ],
    [
      'part-unknown',
      'use[0].regions.skin[0].part',
      inShapes('use[0]', {
        shapes: 'head',
        joint: 'neck',
        regions: { skin: [{ part: 'tail', at: [0, 0], size: [1, 1] }] },
      }),
    ],
    [
      'windows-too-many',
      '',
      {
        ...inShapes('shapes[2]', {
          ...sharedShapes().shapes[0],
          id: 'other',
          windows: {
            a: {
              front: [
                [0, 1],
                [1, 1],
              ],
              back: [
                [0, 1],
                [1, 1],
              ],
            },
            b: {
              front: [
                [0, 1],
                [1, 1],
              ],
              back: [
                [0, 1],
                [1, 1],
              ],
            },
            c: {
              front: [
                [0, 1],
                [1, 1],
              ],
              back: [
                [0, 1],
                [1, 1],
              ],
            },
          },
        }),
      },
    ],
    ['shape-wrong', 'shapes[0].thickness', inShapes('shapes[0].thickness', 1e6)],
    ['shape-wrong', 'shapes[0].edges[0][0][0]', inShapes('shapes[0].edges[0][0][0]', null)],
    ['shape-wrong', 'shapes[0].kind', inShapes('shapes[0].kind', 'box')],
    ['json-malformed', '', { [SHAPES]: '{' }],
  ])('%s at %s: left out, and the diagram and its tours go on without', async (name, path, changes) => {
    const { library, faults } = await libraryOf(changes);
    expect(placesOf(faults)).toEqual(
      expect.arrayContaining([`${name} ${SHAPES} ${path}`.trim(), `shapes-left-out ${SHAPES}`]),
    );
    expect(library?.diagrams.get('eyes')).toMatchObject({ drawn: false, pictures: {} });
    expect(library?.shapes.has('eyes')).toBe(false);
    expect([...(library?.tours.keys() ?? [])]).toEqual(['neck', 'eyes']);
  });

  it.each<[FaultName, string, Tree]>([
    ['part-unknown', 'shapes[1].part', inHead('shapes[1].part', 'nose')],
    ['parameter-unknown', 'shapes[1].appears', inHead('shapes[1].appears', 'nod')],
    ['rows-not-rising', 'shapes[0].width[1]', inHead('shapes[0].width', rows)],
    ['rows-not-rising', 'shapes[0].windows.face.back[1]', inHead('shapes[0].windows.face.back', rows)],
    [
      'rows-not-rising',
      'shapes[0].relief[0].ridge[1]',
      inHead('shapes[0].relief[0].ridge', [
        [1, 0, 1],
        [0, 0, 1],
      ]),
    ],
    ['rows-not-rising', 'shapes[0].between[1]', inHead('shapes[0].between', [3, -3])],
    ['shape-wrong', 'use', inHead('use', [])],
  ])('%s at %s of shared shapes: those who use them are not drawn', async (name, path, changes) => {
    const { library, faults } = await libraryOf(changes);
    expect(placesOf(faults)).toEqual(
      expect.arrayContaining([
        `${name} ${HEAD} ${path}`,
        `shapes-unknown ${SHAPES} use[0].shapes`,
        `shapes-left-out ${SHAPES}`,
      ]),
    );
    expect(library?.diagrams.get('eyes')?.drawn).toBe(false);
  });

  it('joints that shared shapes name must be there, unless another stands in', async () => {
    const { faults } = await libraryOf(inShapes('use[0].joint', undefined));
    expect(placesOf(faults)).toEqual([`joint-unknown ${HEAD} shapes[1].joint`, `shapes-left-out ${SHAPES}`]);
  });

  it('a pair may follow a joint for each side', async () => {
    const neck = shapes().joints.neck;
    const sided = withAt(shapes(), 'joints', { neck, 'jaw-left': neck, 'jaw-right': neck });
    const { faults } = await libraryOf({ [SHAPES]: withAt(sided, 'shapes[0].joint', 'jaw') });
    expect(faults).toEqual([]);
  });

  it('a shape, or a still, of no diagram: its diagram.json is missing', async () => {
    const { faults } = await libraryOf({
      'assets/diagrams/foot/shapes.json': { frame: 'x', shapes: [] },
      'assets/diagrams/hand/posters.json': { pictures: {} },
      'assets/diagrams/leg/posters.json': { of: '0123456789abcdef', pictures: {} },
    });
    expect(placesOf(faults)).toEqual([
      'file-missing assets/diagrams/foot/diagram.json',
      'file-missing assets/diagrams/hand/diagram.json',
      'posters-stale assets/diagrams/leg/posters.json of',
    ]);
  });

  it('a file of another name is a slip', async () => {
    const { faults } = await libraryOf({
      'assets/shapes/Head.json': {},
      'assets/diagrams/eyes/shape.json': {},
    });
    expect(placesOf(faults).sort()).toEqual([
      'file-name-wrong assets/shapes/Head.json',
      'file-unknown assets/diagrams/eyes/shape.json',
    ]);
  });
});

describe('stills', () => {
  const touch = {
    columns: 2,
    rows: 2,
    names: ['trapezius.left'],
    runs: [
      [-1, 3],
      [0, 1],
    ],
  };

  it.each<[FaultName, string, Tree, string]>([
    [
      'pose-unknown',
      'pictures.bent@front',
      inPosters('pictures.bent@front', posters().pictures['rest@front']),
      'bent@front',
    ],
    [
      'view-unknown',
      'pictures.rest@back',
      inPosters('pictures.rest@back', posters().pictures['rest@front']),
      'rest@back',
    ],
    [
      'part-unknown',
      'pictures.rest@front.anchors',
      inPosters('pictures.rest@front.anchors', { ear: [1, 1, 'seen'] }),
      'rest@front',
    ],
    [
      'part-unknown',
      'pictures.rest@front.touch.names',
      inPosters('pictures.rest@front.touch', { ...touch, names: ['ear'] }),
      'rest@front',
    ],
    [
      'touch-wrong',
      'pictures.rest@front.touch.runs',
      inPosters('pictures.rest@front.touch', { ...touch, rows: 3 }),
      'rest@front',
    ],
    [
      'touch-wrong',
      'pictures.rest@front.touch.runs',
      inPosters('pictures.rest@front.touch', { ...touch, runs: [[1, 4]] }),
      'rest@front',
    ],
  ])('%s at %s: that one is left out', async (name, path, changes, key) => {
    const { library, faults } = await libraryOf(changes);
    expect(placesOf(faults)).toContain(`${name} ${POSTERS} ${path}`);
    expect(library?.diagrams.get('neck')?.pictures ?? {}).not.toHaveProperty([key]);
  });

  it.each<[FaultName, string]>([
    ['motion-unknown', 'nod.0@front'],
    ['frame-unknown', 'turn.2@front'],
  ])('%s at %s', async (name, key) => {
    const stills = posters().pictures;
    const { faults } = await libraryOf({
      [POSTERS]: { pictures: { ...stills, [key]: stills['rest@front'] } },
    });
    expect(placesOf(faults)).toEqual([`${name} ${POSTERS} pictures.${key}`]);
  });

  it('that were drawn of these data are shown, with what lies under a finger', async () => {
    const picture = {
      file: 'open.webp',
      anchors: { 'lid.left': [1, 2, 'seen'] },
      touch: { ...touch, names: ['lid.left'] },
    };
    const { library, faults } = await libraryOf({
      [EYES_POSTERS]: {
        of: eyesFingerprint,
        pictures: { 'open@front': picture, 'blink.1@front': { ...picture, touch: undefined } },
      },
      'assets/diagrams/eyes/open.webp': webp('open'),
    });
    expect(faults).toEqual([]);
    expect(Object.keys(library!.diagrams.get('eyes')!.pictures).sort()).toEqual([
      'blink.0@front',
      'blink.1@front',
      'open@front',
    ]);
    expect(library!.touch.get('eyes')).toEqual({ 'open@front': picture.touch });
    expect(library!.touch.get('neck')).toEqual({});
  });

  it('that were drawn of other data are passed over, which is nobody’s to mend', async () => {
    const { library, faults, lines } = await libraryOf({
      [EYES_POSTERS]: {
        of: '0123456789abcdef',
        pictures: { 'open@front': { file: 'open.webp', anchors: {} } },
      },
    });
    expect(faults.map(({ severity }) => severity)).toEqual(['info']);
    expect(lines).toEqual([
      `${EYES_POSTERS} › of: were drawn of other data, and are passed over. Nothing has to be done; they can be drawn anew with "npm run atlas".`,
    ]);
    expect(library!.diagrams.get('eyes')).toMatchObject({ drawn: true, pictures: {} });
  });

  it('that cannot be used leave a diagram that is drawn as it is', async () => {
    const { library, faults } = await libraryOf({ [EYES_POSTERS]: '{' });
    expect(placesOf(faults)).toEqual([`json-malformed ${EYES_POSTERS}`]);
    expect(library!.tours.size).toBe(2);
  });

  it('may be PNG', async () => {
    const { library, faults } = await libraryOf({
      ...inPosters('pictures.rest@front.file', 'rest.png'),
      'assets/diagrams/neck/rest.png': png(100, 100),
    });
    expect(faults).toEqual([]);
    const { src } = library!.diagrams.get('neck')!.pictures['rest@front']!;
    expect(src).toMatch(/\.png$/);
    expect(library!.pictures.get(src.split('/').at(-1)!)?.format).toBe('png');
  });

  it.each([
    ['rest.front.webp', png(100, 100)],
    ['rest.front.webp', jpeg(100, 100)],
    ['other.png', webp()],
  ])('%s that is another kind of picture is left out', async (file, bytes) => {
    const { faults } = await libraryOf({ [`assets/diagrams/neck/${file}`]: bytes });
    expect(placesOf(faults)).toContain(`picture-unusable assets/diagrams/neck/${file}`);
  });
});

describe('what tours show of a diagram that is drawn', () => {
  it.each<[FaultName, string, object]>([
    ['pose-unknown', 'pose', { pose: 'bent' }],
    ['view-unknown', 'camera', { camera: 'back' }],
    ['motion-unknown', 'motion', { motion: 'nod' }],
    ['part-unknown', 'show[0]', { show: ['ear'] }],
  ])('%s at %s, though it needs no still', async (name, path, change) => {
    const scene = { diagram: 'eyes', pose: 'open', camera: 'front' };
    const tour = {
      ...tourStructure(),
      place: undefined,
      order: 2,
      related: [],
      scene,
      steps: [{ id: 'only', ...scene, facts: ['S1'], ...change }],
    };
    const { library, faults } = await libraryOf({ 'assets/tours/eyes.json': tour });
    expect(placesOf(faults)).toContain(`${name} assets/tours/eyes.json steps[0].${path}`);
    expect([...library!.tours.keys()]).toEqual(['neck']);
  });
});
