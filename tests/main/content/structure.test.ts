import { describe, expect, it } from 'vitest';
import { diagram, libraryOf, tourStructure, type Tree } from '../../fixtures/content.ts';

/** The good tour with one of its steps changed. */
const withStep = (change: object): Tree => {
  const tour = tourStructure();
  return { 'assets/tours/neck.json': { ...tour, steps: [{ ...tour.steps[0], ...change }, tour.steps[1]] } };
};

const NECK = 'assets/tours/neck.json';

describe('structure that names what does not exist', () => {
  it.each<[string, object, string]>([
    ['diagram', { diagram: 'foot' }, 'steps[0].diagram: names the diagram "foot", which does not exist'],
    [
      'pose',
      { pose: 'bent' },
      'steps[0].pose: names the pose "bent", which the diagram "neck" does not have',
    ],
    ['camera', { camera: 'back' }, 'steps[0].camera: names the camera "back"'],
    ['motion', { motion: 'nod' }, 'steps[0].motion: names the motion "nod"'],
    ['part shown', { show: ['ear.left'] }, 'steps[0].show[0]: names the part "ear.left"'],
    ['part marked', { mark: ['ear.left'] }, 'steps[0].mark[0]: names the part "ear.left"'],
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
      'assets/diagrams/neck/turned.front.webp: is not a WebP picture',
    ],
  ])('a picture that is %s takes only the tours that need it', async (_, changes, message) => {
    const { library, lines } = await libraryOf(changes);
    expect(lines.some((line) => line.startsWith(message))).toBe(true);
    expect(
      lines.some((line) => line.startsWith(`${NECK} › steps[1].pose: needs the picture "turned@front"`)),
    ).toBe(true);
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
  });

  it('reports every part, pose, view and term that does not exist', async () => {
    const good = diagram();
    const { lines } = await libraryOf({
      [FILE]: {
        ...good,
        parts: { ...good.parts, 'trapezius.left': { layer: 'muscle', term: 'nope' } },
        poses: { ...good.poses, turned: { working: ['ear.left'] } },
        pictures: {
          ...good.pictures,
          'bent@back': { file: 'rest.front.webp', anchors: { 'ear.left': [1, 1, 'seen'] } },
        },
        motions: { turn: { ...good.motions.turn, view: 'back' } },
      },
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`${FILE} › parts.trapezius.left.term: names the glossary term "nope"`),
        expect.stringContaining(`${FILE} › poses.turned.working[0]: names the part "ear.left"`),
        expect.stringContaining(`${FILE} › pictures.bent@back: names the pose "bent"`),
        expect.stringContaining(`${FILE} › pictures.bent@back: names the camera "back"`),
        expect.stringContaining(`${FILE} › pictures.bent@back.anchors: names the part "ear.left"`),
        expect.stringContaining(`${FILE} › motions.turn: names the camera "back"`),
        expect.stringContaining(`${FILE} › motions.turn: needs the picture "rest@back"`),
      ]),
    );
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
