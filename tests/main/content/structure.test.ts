import { describe, expect, it } from 'vitest';
import { diagram, libraryOf, posters, tourStructure, webp, type Tree } from '../../fixtures/content.ts';

/** The good tour with one of its steps changed. */
const withStep = (change: object): Tree => {
  const tour = tourStructure();
  return { 'assets/tours/neck.json': { ...tour, steps: [{ ...tour.steps[0], ...change }, tour.steps[1]] } };
};

const NECK = 'assets/tours/neck.json';
const EYES = 'assets/tours/eyes.json';

describe('structure that names what does not exist', () => {
  it.each<[string, object, string]>([
    ['diagram', { diagram: 'foot' }, 'steps[0].diagram: names the diagram "foot", which does not exist'],
    [
      'pose',
      { pose: 'bent' },
      'steps[0].pose: names the pose "bent", which the diagram "neck" does not have',
    ],
    ['camera', { camera: 'back' }, 'steps[0].camera: names the view "back"'],
    ['motion', { motion: 'nod' }, 'steps[0].motion: names the motion "nod"'],
    ['part shown', { show: ['ear.left'] }, 'steps[0].show[0]: names the part "ear.left"'],
    ['part marked', { mark: ['ear.left'] }, 'steps[0].mark[0]: names the part "ear.left"'],
    [
      'part shown, which the picture has no anchor for',
      { show: ['trapezius.right'] },
      'steps[0].show[0]: names the part "trapezius.right", which has no anchor in the picture "rest@front"',
    ],
    [
      'part marked, which the picture has no anchor for',
      { mark: ['trapezius.right'] },
      'steps[0].mark[0]: names the part "trapezius.right", which has no anchor in the picture "rest@front"',
    ],
    ['own step', { id: 'turn' }, 'steps[1].id: is a second step with the id "turn"'],
  ])('%s: the tour is left out', async (_, change, message) => {
    const { library, lines } = await libraryOf(withStep(change));
    expect(lines.some((line) => line.startsWith(`${NECK} › ${message}`))).toBe(true);
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
    expect(library?.words('en', 'tours')?.words).not.toHaveProperty('neck');
  });

  it.each<[string, object, string, object]>([
    [
      'term',
      { terms: ['tremor', 'nope'] },
      'steps[0].terms[1]: names the glossary term "nope"',
      { terms: ['tremor'] },
    ],
    ['source', { sources: ['NOPE'] }, 'steps[0].sources[0]: names the source "NOPE"', { sources: [] }],
  ])('%s: the link is dropped, the tour stays', async (_, change, message, step) => {
    const { library, lines } = await libraryOf(withStep(change));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${NECK} › ${message}`);
    expect(library?.tours.get('neck')?.steps[0]).toMatchObject(step);
  });

  it('what a list names again: dropped, the tour stays', async () => {
    const tour = tourStructure();
    const twice = <Item>(item: Item): Item[] => [item, item];
    const part = 'trapezius.left';
    const { library, errors, lines } = await libraryOf({
      [NECK]: {
        ...tour,
        scene: { ...tour.scene, show: twice(part), mark: twice(part) },
        steps: [
          {
            ...tour.steps[0],
            show: twice(part),
            mark: twice(part),
            terms: ['tremor', 'spasm', 'tremor'],
            sources: twice('CHAN'),
          },
          tour.steps[1],
        ],
        related: twice('eyes'),
      },
    });
    const paths = ['show[1]', 'mark[1]'];
    expect(errors.map(({ name, path }) => `${name} ${path}`).sort()).toEqual(
      [
        ...paths.map((path) => `listed-twice scene.${path}`),
        ...[...paths, 'terms[2]', 'sources[1]'].map((path) => `listed-twice steps[0].${path}`),
        'listed-twice related[1]',
      ].sort(),
    );
    expect(lines[0]).toBe(
      `${NECK} › scene.show[1]: names "${part}" a second time in one list; the second is left out. Name it once.`,
    );
    expect(library?.tours.get('neck')).toMatchObject({
      scene: { show: [part], mark: [part] },
      steps: [{ show: [part], mark: [part], terms: ['tremor', 'spasm'], sources: ['CHAN'] }, {}],
      related: ['eyes'],
    });
    expect(library?.summaries[0]).toMatchObject({ scene: { show: [part] } });
  });

  it.each<[string, number, string, string]>([
    ['later', 2, 'eyes', 'neck'],
    ['equal, by id,', 1, 'neck', 'eyes'],
    ['earlier', 0, 'neck', 'eyes'],
  ])(
    'a place that two tours claim, the second with %s order: leads to the first',
    async (_, order, loser, first) => {
      const { library, lines } = await libraryOf({
        [EYES]: {
          ...tourStructure(),
          steps: [{ ...tourStructure().steps[0], id: 'only' }],
          related: [],
          order,
        },
      });
      expect(lines).toEqual([
        `assets/tours/${loser}.json › place: names the place "trapezius.left" for the tour "${loser}", ` +
          `and it leads to the tour "${first}" already. Give one of the two another place, or none.`,
      ]);
      expect(library?.tours.get(loser)).not.toHaveProperty('place');
      expect(library?.tours.get(first)).toHaveProperty('place', 'trapezius.left');
      expect(library?.summaries.map(({ place }) => place)).toEqual(['trapezius.left', undefined]);
    },
  );

  it('a place that a tour claims which is left out stays with the other', async () => {
    const { library, errors } = await libraryOf({
      [EYES]: {
        ...tourStructure(),
        steps: [{ ...tourStructure().steps[0], id: 'only' }],
        related: [],
        order: 0,
      },
      'locales/en/tours/eyes.json': undefined,
    });
    expect(errors.map(({ name }) => name)).not.toContain('place-taken');
    expect(library?.tours.get('neck')).toHaveProperty('place', 'trapezius.left');
  });

  it.each([
    ['show', 5],
    ['mark', 8],
  ])('%s: at most %d parts, or the tour is left out', async (list, most) => {
    const { library, lines } = await libraryOf(
      withStep({ [list]: Array.from({ length: most + 1 }, (_, index) => `part-${index}`) }),
    );
    expect(lines).toContainEqual(expect.stringContaining(`${NECK} › steps[0].${list}: too big`));
    expect(lines).toContainEqual(expect.stringContaining(`<=${most} items`));
    expect(library?.tours.has('neck')).toBe(false);
  });

  it('related tour and place: dropped, the tour stays', async () => {
    const { library, lines } = await libraryOf({
      [NECK]: { ...tourStructure(), related: ['eyes', 'foot'], place: 'ear.left' },
    });
    expect(lines).toEqual([
      expect.stringContaining(`${NECK} › related[1]: names the tour "foot", which does not exist`),
      expect.stringContaining(`${NECK} › place: names the part "ear.left"`),
    ]);
    expect(library?.tours.get('neck')).toMatchObject({ related: ['eyes'] });
    expect(library?.tours.get('neck')).not.toHaveProperty('place');
  });

  it('a place that is not on the home picture: dropped, the tour stays', async () => {
    const { library, lines } = await libraryOf({ [NECK]: { ...tourStructure(), place: 'trapezius.right' } });
    expect(lines).toEqual([
      expect.stringContaining(`${NECK} › place: names the part "trapezius.right", which has no anchor`),
    ]);
    expect(library?.tours.get('neck')).not.toHaveProperty('place');
  });

  it('a scene of the attract loop without its anchor: the tour is left out', async () => {
    const tour = tourStructure();
    const { library, lines } = await libraryOf({
      [NECK]: { ...tour, scene: { ...tour.scene, show: ['trapezius.right'] } },
    });
    expect(lines[0]).toContain(
      `${NECK} › scene.show[0]: names the part "trapezius.right", which has no anchor`,
    );
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
  });

  it('a part that is marked and not shown: a warning, once, and the tour stays', async () => {
    const { library, faults, lines } = await libraryOf(withStep({ show: [], mark: ['trapezius.left'] }));
    expect(lines).toEqual([
      `${NECK} › steps[0].mark[0]: marks the part "trapezius.left", which "show" does not name, so that nothing is marked. Add the part to "show" too.`,
    ]);
    expect(faults[0]?.severity).toBe('warning');
    expect(library?.tours.has('neck')).toBe(true);
  });

  it('a broken glossary or list of sources does not take the tours with it', async () => {
    const { library } = await libraryOf({ 'locales/en/glossary.json': '{', 'assets/sources.json': '{' });
    expect(library?.tours.size).toBe(2);
  });
});

describe('diagrams', () => {
  const FILE = 'assets/diagrams/neck/diagram.json';

  it.each<[string, Tree, string]>([
    [
      'missing',
      { 'assets/diagrams/neck/turned.front.webp': undefined },
      'assets/diagrams/neck/turned.front.webp: is missing',
    ],
    [
      'of another kind',
      { 'assets/diagrams/neck/turned.front.webp': 'GIF89a' },
      'assets/diagrams/neck/turned.front.webp: is not a WebP or PNG picture',
    ],
  ])('a picture that is %s takes only the tours that need it', async (_, changes, message) => {
    const { library, lines } = await libraryOf(changes);
    expect(lines.some((line) => line.startsWith(message))).toBe(true);
    expect(
      lines.some((line) => line.startsWith(`${NECK} › steps[1].pose: needs the picture "turned@front"`)),
    ).toBe(true);
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
  });

  it('a picture of another size is left out', async () => {
    const { library, lines } = await libraryOf({
      'assets/diagrams/neck/turned.front.webp': webp('', [100, 101]),
    });
    expect(lines[0]).toBe(
      'assets/diagrams/neck/turned.front.webp: is 100 × 101 pixels, and its diagram says 100 × 100. ' +
        'Draw every picture of a diagram in its size.',
    );
    expect(Object.keys(library?.diagrams.get('neck')?.pictures ?? {})).toEqual([
      'turn.0@front',
      'rest@front',
    ]);
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
  });

  it('a motion without one of its pictures takes the tours that play it', async () => {
    const { library, lines } = await libraryOf({
      'assets/diagrams/neck/turned.front.webp': undefined,
      ...withStep({ motion: 'turn' }),
    });
    expect(lines).toContainEqual(
      expect.stringContaining(`${NECK} › steps[0].motion: needs the picture "turn.1@front"`),
    );
    expect(lines).toContainEqual(expect.stringContaining(`${NECK} › scene.motion: needs the picture`));
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
  });

  it('a callout that vanishes while a motion plays is a warning', async () => {
    const good = diagram();
    const stills = posters();
    const { library, faults, lines } = await libraryOf({
      ...withStep({ motion: 'turn' }),
      [FILE]: {
        ...good,
        poses: { ...good.poses, between: {} },
        motions: { turn: { ...good.motions.turn, poses: ['rest', 'between', 'turned'] } },
      },
      'assets/diagrams/neck/posters.json': {
        pictures: { ...stills.pictures, 'between@front': { file: 'rest.front.webp', anchors: {} } },
      },
    });
    expect(lines).toEqual([
      `${NECK} › steps[0].show[0]: names the part "trapezius.left", whose callout vanishes while the motion "turn" shows turn.1@front. Add the anchors to posters.json, or name a part that stays on the picture.`,
    ]);
    expect(faults[0]?.severity).toBe('warning');
    expect(library?.tours.has('neck')).toBe(true);
  });

  it('without the home picture there is no library, and the faults say why', async () => {
    const { library, lines } = await libraryOf({
      'assets/home.json': { diagram: 'neck', pose: 'bent', camera: 'front' },
    });
    expect(library).toBeUndefined();
    expect(lines[0]).toContain(
      'assets/home.json › pose: names the pose "bent", which the diagram "neck" does not have',
    );
  });
});
