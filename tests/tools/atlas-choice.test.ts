/** Which stills the atlas has, without a browser. */
import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../src-main/contract/api.ts';
import type { TourFile } from '../../src-main/contract/structure.ts';
import { allStills, firstStills, MOST_FIRST, shownOn, type Content } from '../../tools/atlas/bake/choice.ts';
import { plan } from '../../tools/atlas/bake/plan.ts';
import { aDiagram, subjectOf } from './atlas.ts';

const shown = (pose: string, camera = 'front', diagram = 'neck') => ({ diagram, pose, camera });

const aTour = (scene: object, ...steps: object[]): TourFile =>
  ({ order: 1, scene, steps: steps.map((step, index) => ({ id: `step-${index}`, ...step })) }) as never;

const content = (changes: Partial<Content> = {}): Content => ({
  diagrams: [aDiagram()],
  home: shown('rest'),
  tours: [],
  ...changes,
});

const keysOf = (stills: ReturnType<typeof allStills>) => stills.flatMap(({ keys }) => keys);

describe('the stills of the atlas', () => {
  it('are every pose in the first view and in the views of motions, rest in every view, and the frames', () => {
    const files = allStills(content()).map(({ file }) => file);
    expect(files.sort()).toEqual(
      [
        ...['rest.front.webp', 'turned.front.webp', 'bent.front.webp'],
        ...['rest.left.webp', 'turned.left.webp', 'bent.left.webp'],
        'rest.back.webp',
        'bend.1.left.webp',
      ].sort(),
    );
  });

  it('are drawn once where a frame of a motion is a pose', () => {
    const rest = allStills(content()).find(({ file }) => file === 'rest.left.webp');
    expect(rest?.keys).toEqual(['rest@left', 'bend.0@left']);
  });

  it('have what screens show besides, and begin with it', () => {
    const tours = [aTour(shown('turned', 'back'), shown('bent', 'back'))];
    const keys = keysOf(allStills(content({ tours })));
    expect(keys.slice(0, 3)).toEqual(['rest@front', 'turned@back', 'bent@back']);
  });

  it('pass over what there is not, and what has no shapes', () => {
    const tours = [aTour(shown('sneezing'), shown('rest', 'from-mars'), shown('rest', 'front', 'elbow'))];
    expect(keysOf(allStills(content({ tours })))).toEqual(keysOf(allStills(content())));
    expect(allStills(content({ diagrams: [aDiagram({ drawn: false })] }))).toEqual([]);
  });

  it('keep poses of different diagrams apart', () => {
    const diagrams = [aDiagram(), aDiagram({ id: 'hand' })];
    expect(allStills(content({ diagrams }))).toHaveLength(2 * allStills(content()).length);
  });
});

describe('the first stills', () => {
  it('are those of home, of the attract loop and of the steps, each once', () => {
    const tours = [
      aTour(shown('turned'), shown('rest'), shown('bent', 'left')),
      aTour(shown('rest', 'left'), shown('turned')),
    ];
    const { stills, left } = firstStills(content({ tours }));
    expect(stills.map(({ file }) => file)).toEqual([
      'rest.front.webp',
      'turned.front.webp',
      'rest.left.webp',
      'bent.left.webp',
    ]);
    expect(left).toEqual([]);
  });

  it('take all first steps before all second ones', () => {
    const tours = [aTour(shown('a'), shown('b'), shown('c')), aTour(shown('d'), shown('e'))];
    expect(shownOn({ home: undefined, tours }).map(({ pose }) => pose)).toEqual(['a', 'd', 'b', 'e', 'c']);
  });

  it('are never more than a start can draw, and name the others', () => {
    const names = Array.from({ length: MOST_FIRST + 2 }, (_, index) => `pose-${index}`);
    const poses = Object.fromEntries(
      names.map((name, index) => [name, { parameters: { turn: index }, activation: {}, working: [] }]),
    );
    const tours = names.map((name) => aTour(shown(name), shown(name)));
    const diagrams = [aDiagram({ poses, motions: {} })];
    const { stills, left } = firstStills(content({ diagrams, home: undefined, tours }));
    expect(stills).toHaveLength(MOST_FIRST);
    expect(keysOf(left)).toEqual([`pose-${MOST_FIRST}@front`, `pose-${MOST_FIRST + 1}@front`]);
  });
});

describe('the stamp of a still', () => {
  const stamps = (diagram: Diagram, engine = 'engine', shapes = {}) => {
    const planned = plan(
      allStills(content({ diagrams: [diagram] })),
      new Map([['neck', subjectOf(diagram, shapes)]]),
      engine,
    );
    return new Map(planned.map(({ still, stamp }) => [still.file, stamp]));
  };
  const changed = (after: Map<string, string>): string[] => {
    const before = stamps(aDiagram());
    return [...after].filter(([file, stamp]) => before.get(file) !== stamp).map(([file]) => file);
  };

  it('is the same for the same', () => {
    expect(changed(stamps(aDiagram()))).toEqual([]);
  });

  it('changes with the engine, the shapes and the parts', () => {
    const all = allStills(content()).length;
    expect(changed(stamps(aDiagram(), 'other'))).toHaveLength(all);
    expect(changed(stamps(aDiagram(), 'engine', { frame: 'other' }))).toHaveLength(all);
    expect(changed(stamps(aDiagram({ parts: { 'trapezius.left': { layer: 'skin' } } })))).toHaveLength(all);
  });

  it('changes with the view, for the stills of that view', () => {
    const { views } = aDiagram();
    const moved = { ...views, back: { ...views['back']!, orbit: 170 } };
    expect(changed(stamps(aDiagram({ views: moved })))).toEqual(['rest.back.webp']);
  });

  it('changes with the pose, for the stills that show it', () => {
    const { poses } = aDiagram();
    const bent = { ...poses['bent']!, parameters: { bend: 7 } };
    expect(changed(stamps(aDiagram({ poses: { ...poses, bent } }))).sort()).toEqual([
      'bend.1.left.webp',
      'bent.front.webp',
      'bent.left.webp',
    ]);
  });

  it('does not change with the pace of a motion or a term of a part', () => {
    const { motions, parts } = aDiagram();
    const slow = { ...motions, bend: { ...motions['bend']!, stepMs: 999, holdMs: 999 } };
    expect(changed(stamps(aDiagram({ motions: slow })))).toEqual([]);
    const explained = Object.fromEntries(
      Object.entries(parts).map(([id, part]) => [id, { ...part, term: 'x' }]),
    );
    expect(changed(stamps(aDiagram({ parts: explained })))).toEqual([]);
  });
});
