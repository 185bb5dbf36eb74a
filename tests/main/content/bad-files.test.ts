import { describe, expect, it } from 'vitest';
import {
  glossary,
  goodTree,
  libraryOf,
  tourStructure,
  tourWords,
  type Tree,
} from '../../fixtures/content.ts';

/** The good tour with one of its steps changed. */
const withStep = (change: object): Tree => {
  const tour = tourStructure();
  return { 'assets/tours/neck.json': { ...tour, steps: [{ ...tour.steps[0], ...change }, tour.steps[1]] } };
};

const NECK = 'assets/tours/neck.json';
const ES_NECK = 'locales/es/tours/neck.json';

describe('a file that cannot be read as JSON', () => {
  const bad: [string, unknown, string][] = [
    [
      'malformed',
      '{"title": "x",\n  oops}',
      'is not well-formed JSON: line 2, column 3: invalid symbol. Correct the file there.',
    ],
    [
      'truncated',
      '{"title": "x"',
      'is not well-formed JSON: line 1, column 14: close brace expected. Correct the file there.',
    ],
    ['empty', '', 'is not well-formed JSON: line 1, column 1: value expected. Correct the file there.'],
    [
      'with a comment',
      '{} // x',
      'is not well-formed JSON: line 1, column 4: invalid comment token. Correct the file there.',
    ],
    [
      'with NUL bytes',
      '{"title": "x\0"}',
      'holds a NUL character. Remove it; the file may have been damaged when it was copied.',
    ],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'is not UTF-8 text. Save the file as UTF-8.'],
    [
      'of 5 MB',
      `{"title": "${'x'.repeat(5 * 1024 * 1024)}"}`,
      'holds 5120 KiB, at most 1024 KiB are allowed. Split or shrink the file.',
    ],
    ['nested 100,000 levels deep', '['.repeat(100_000), 'is nested deeper than 32 levels. Flatten it.'],
    [
      'nested 33 levels deep',
      '['.repeat(33) + ']'.repeat(33),
      'is nested deeper than 32 levels. Flatten it.',
    ],
  ];

  it.each(bad)('%s: Spanish words fall back', async (_, text, message) => {
    const { library, errors, lines } = await libraryOf({ [ES_NECK]: text });
    expect(lines).toContain(`${ES_NECK}: ${message}`);
    expect(errors).toHaveLength(1);
    expect(library?.words('es', 'tours/neck')?.words).toMatchObject({ title: 'en title' });
    expect(library?.words('es', 'tours/eyes')?.words).toMatchObject({ title: 'es title' });
  });

  it.each(bad)('%s: a tour is left out, the others stay', async (_, text, message) => {
    const { library, lines } = await libraryOf({ [NECK]: text });
    expect(lines).toContain(`${NECK}: ${message}`);
    expect([...(library?.tours.keys() ?? [])]).toEqual(['eyes']);
  });

  it('takes a byte order mark and CRLF', async () => {
    const text = `\uFEFF${JSON.stringify(tourWords('es'), null, 2).replaceAll('\n', '\r\n')}`;
    const { library, faults } = await libraryOf({ [ES_NECK]: text });
    expect(faults).toEqual([]);
    expect(library?.words('es', 'tours/neck')?.words).toMatchObject({ title: 'es title' });
  });

  it('reports a key that stands twice', async () => {
    const text = JSON.stringify(glossary('es')).replace('"spasm"', '"tremor"');
    const { lines } = await libraryOf({ 'locales/es/glossary.json': text });
    expect(lines).toContain(
      'locales/es/glossary.json › tremor: has the key "tremor" twice (again in line 1). Keep one of the two.',
    );
  });

  it('reports NUL that is written as an escape', async () => {
    const { lines } = await libraryOf({
      'locales/es/ui.json': '{"home": {"title": "a\\u0000b", "back": "x"}}',
    });
    expect(lines.some((line) => line.startsWith('locales/es/ui.json › home.title: holds a NUL'))).toBe(true);
  });
});

describe('a file of the wrong shape', () => {
  it('says what was expected, and where', async () => {
    const { library, lines } = await libraryOf({
      ...withStep({ id: 7, show: ['Trapezius'], color: 'red' }),
      [ES_NECK]: { ...tourWords('es'), title: 5, summary: undefined, ask: [] },
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        `${NECK} › steps[0].id: must be a text, is a number. Correct it; docs/authoring.md describes the format.`,
        expect.stringContaining(`${NECK} › steps[0].show[0]: must be an id`),
        expect.stringContaining(`${NECK} › steps[0].color: is an unknown key`),
        expect.stringContaining(`${ES_NECK} › title: must be a text, is a number`),
        expect.stringContaining(`${ES_NECK} › summary: is missing`),
        expect.stringContaining(`${ES_NECK} › ask: too small`),
      ]),
    );
    expect(library?.tours.has('neck')).toBe(false);
    expect(library?.tours.has('eyes')).toBe(true);
  });

  it('leaves out single texts of the page, terms and steps', async () => {
    const words = tourWords('es');
    const { library, lines } = await libraryOf({
      'locales/es/ui.json': { home: { title: 3, back: 'es back' }, steps_one: null, steps_other: 'n' },
      'locales/es/glossary.json': { ...glossary('es'), tremor: { term: 'x' }, 'Not an id': {} },
      [ES_NECK]: { ...words, extra: true, steps: { ...words.steps, turn: { title: '' } } },
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining('locales/es/ui.json › home.title: must be a text, is a number'),
        expect.stringContaining('locales/es/ui.json › steps_one: must be a text, is null'),
        expect.stringContaining('locales/es/glossary.json › tremor.plain: is missing'),
        expect.stringContaining(
          'locales/es/glossary.json › Not an id: is a key that must be lower-case words',
        ),
        expect.stringContaining(`${ES_NECK} › steps.turn.title: must not be empty`),
        expect.stringContaining(`${ES_NECK} › extra: is an unknown key`),
      ]),
    );
    expect(library?.words('es', 'ui')).toEqual({
      words: { home: { title: 'en home', back: 'es back' }, steps_one: '1', steps_other: 'n' },
      from: { 'home.title': 'en', steps_one: 'en' },
    });
    expect(library?.words('es', 'glossary')?.from).toMatchObject({ 'tremor.term': 'en', 'tremor.say': 'en' });
    expect(library?.words('es', 'tours/neck')).toMatchObject({
      words: { title: 'es title', steps: { start: { title: 'es start' }, turn: { title: 'en turn' } } },
      from: { 'steps.turn.title': 'en' },
    });
  });

  it('survives every JSON value in every place', async () => {
    const files = Object.keys(goodTree()).filter((file) => file.endsWith('.json'));
    for (const value of ['null', '[]', '7', '"x"', 'true', '{"__proto__": {"a": 1}, "constructor": 3}']) {
      const { errors } = await libraryOf(Object.fromEntries(files.map((file) => [file, value])));
      expect(errors.length).toBeGreaterThan(0);
    }
  });
});
