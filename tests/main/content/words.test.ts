import { describe, expect, it } from 'vitest';
import { glossary, libraryOf, localeTree, tourWords } from '../../fixtures/content.ts';

const NECK = 'assets/tours/neck.json';
const ES_NECK = 'locales/es/tours/neck.json';

describe('words', () => {
  it('counts the words of a body as they are read', async () => {
    const words = tourWords('es');
    const body = `[[tremor|uno]] ${'dos '.repeat(73)}`;
    const long = { ...words, steps: { ...words.steps, turn: { ...words.steps['turn'], body } } };
    const { lines } = await libraryOf({ [ES_NECK]: long });
    expect(lines).toEqual([
      `${ES_NECK} › steps.turn.body: has 74 words, at most 60 are allowed. Shorten the text.`,
    ]);
    const { lines: none } = await libraryOf({
      ...localeTree('ja'),
      'locales/ja/tours/neck.json': {
        ...long,
        steps: { ...long.steps, turn: { ...words.steps['turn'], body: '首の筋肉が動きます。'.repeat(40) } },
      },
    });
    expect(none).toEqual([]);
  });

  it.each([
    ['[[nope|words]]', 'names the glossary term "nope", which does not exist', 'words'],
    ['[[tremor|a [[b]]', 'has [[ or ]] that is not a well-formed [[term-id|words]]', '[[tremor|a [[b]]'],
    ['a [[tremor]] b', 'has [[ or ]] that is not a well-formed [[term-id|words]]', 'a [[tremor]] b'],
  ])('reports %s', async (title, message, served) => {
    const { library, lines } = await libraryOf({ [ES_NECK]: { ...tourWords('es'), title } });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${ES_NECK} › title: ${message}`);
    expect(library?.words('es', 'tours/neck')?.words).toMatchObject({ title: served });
  });

  it('reports words for an unknown step, tour, diagram, part and key', async () => {
    const words = tourWords('es');
    const { library, lines } = await libraryOf({
      [ES_NECK]: { ...words, steps: { ...words.steps, nope: words.steps['turn'] } },
      'locales/es/tours/foot.json': words,
      'locales/es/diagrams.json': {
        neck: { title: 'x', parts: { trapezius: { name: 'x', does: 'y' }, ear: { name: 'x' } } },
        eyes: { title: 'x', parts: { lid: { name: 'x' }, skull: { name: 'x' } } },
        foot: { title: 'x', parts: {} },
      },
      'locales/es/ui.json': {
        home: { title: 'a', back: 'b', nope: 'c' },
        steps_one: '1',
        steps_other: 'n',
        steps_many: 'n',
      },
    });
    expect(lines).toHaveLength(5);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          `${ES_NECK} › steps.nope: has words for the step "nope", which the tour does not have`,
        ),
        expect.stringContaining(
          'locales/es/tours/foot.json: has words for the tour "foot", which does not exist',
        ),
        expect.stringContaining('locales/es/diagrams.json › neck.parts.ear: has words for the part "ear"'),
        expect.stringContaining('locales/es/diagrams.json › foot: has words for the diagram "foot"'),
        expect.stringContaining('locales/es/ui.json › home.nope: is a key that English does not have'),
      ]),
    );
    expect(library?.words('es', 'tours/neck')?.words).not.toHaveProperty('steps.nope');
  });

  it('warns of words that another locale lacks, and lends them', async () => {
    const { library, errors, lines } = await libraryOf({
      [ES_NECK]: tourWords('es', ['start']),
      'locales/es/tours/eyes.json': undefined,
      'locales/es/glossary.json': { tremor: glossary('es').tremor },
      'locales/es/ui.json': { home: { title: 'es home' }, steps_one: '1', steps_other: 'n' },
      'locales/es/diagrams.json': {
        neck: { title: 'es neck', parts: { trapezius: { name: 'es trapezius' } } },
        eyes: { title: 'es eyes', parts: { lid: { name: 'es lid' }, skull: { name: 'es skull' } } },
      },
    });
    expect(errors).toEqual([]);
    expect(lines.map((line) => line.split(': has no words here')[0])).toEqual([
      'locales/es/ui.json › home.back',
      'locales/es/glossary.json › spasm',
      'locales/es/diagrams.json › neck.parts.trapezius.does',
      'locales/es/tours/eyes.json',
      `${ES_NECK} › steps.turn`,
    ]);
    expect(library?.words('es', 'diagrams')?.from).toEqual({ 'neck.parts.trapezius.does': 'en' });
    expect(library?.words('es', 'tours')?.from).toEqual({
      'eyes.title': 'en',
      'eyes.summary': 'en',
      'eyes.attract': 'en',
    });
  });

  it('holds words missing in English as errors, and leaves the tour out', async () => {
    const { library, lines } = await libraryOf({ 'locales/en/tours/neck.json': tourWords('en', ['start']) });
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining('locales/en/tours/neck.json › steps.turn: has no words. Add them'),
        expect.stringContaining(`${NECK}: is left out: it has not all its words in "en"`),
      ]),
    );
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
  });
});
