import { describe, expect, it } from 'vitest';
import { check } from '../../../tools/translate/check.ts';
import { keys } from '../../../tools/translate/checks/keys.ts';
import { breadth, length, longest } from '../../../tools/translate/checks/length.ts';
import { links, placeholders } from '../../../tools/translate/checks/marks.ts';
import { reading } from '../../../tools/translate/checks/reading.ts';
import { CARE_LINE, careLine, emergencyCall, sameWarnings } from '../../../tools/translate/checks/safety.ts';
import { standsFor, terms } from '../../../tools/translate/checks/terms.ts';
import { typography } from '../../../tools/translate/checks/typography.ts';
import { forbidden, unsaid } from '../../../tools/translate/checks/wording.ts';
import { lines, pairOf, textPair } from './pairs.ts';

const steps = { found_one: '{{count, number}} word', found_other: '{{count, number}} words' };

describe('keys', () => {
  it('are all there, in the plural forms of the language, and no others', () => {
    const own = { found_one: 'x', found_two: 'x', found_few: 'x', found_many: 'x', found_other: 'x' };
    expect(lines(keys(pairOf('ar', { 'ui.json': steps }, { 'ui.json': own })))).toEqual([
      'error ui.json found_zero: is missing',
    ]);
    expect(lines(keys(pairOf('zh-Hans', { 'ui.json': steps }, { 'ui.json': { found_other: 'x' } })))).toEqual(
      [],
    );
    // A form for millions alone may be there, and need not.
    const french = { found_one: 'x', found_many: 'x', found_other: 'x' };
    expect(lines(keys(pairOf('fr', { 'ui.json': steps }, { 'ui.json': french })))).toEqual([]);
    expect(lines(keys(pairOf('de', { 'ui.json': steps }, { 'ui.json': { ...own, fuond: 'x' } })))).toEqual([
      'error ui.json found_two: is no key: the plural forms of de are one, other',
      'error ui.json found_few: is no key: the plural forms of de are one, other',
      'error ui.json found_many: is no key: the plural forms of de are one, other',
      'error ui.json fuond: is a key that English does not have',
    ]);
  });

  it('that are empty are missing; a file that is not there is one warning', () => {
    const english = { 'ui.json': { a: 'A', b: 'B' }, 'tours/neck.json': { title: 'Neck' } };
    expect(lines(keys(pairOf('fr', english, { 'ui.json': { a: 'A', b: ' ' } })))).toEqual([
      'error ui.json b: is missing',
      'warning tours/neck.json : is not there yet: English stands in its place',
    ]);
    expect(lines(keys(pairOf('fr', { 'ui.json': {} }, { 'ui.json': {}, 'tours/nekc.json': {} })))).toEqual([
      'error tours/nekc.json : is no file that English has',
    ]);
  });

  it('of how a word is said, and what else it is called, are those that the language needs', () => {
    const entry = { term: 't', short: 's', plain: 'p' };
    const english = { 'glossary.json': { gene: { ...entry, say: 'jeen', synonyms: ['one'] } } };
    expect(keys(pairOf('es', english, { 'glossary.json': { gene: entry } }))).toEqual([]);
    expect(
      keys(
        pairOf(
          'zh-Hans',
          { 'glossary.json': { gene: entry } },
          { 'glossary.json': { gene: { ...entry, say: 'jī' } } },
        ),
      ),
    ).toEqual([]);
    expect(
      lines(keys(pairOf('es', english, { 'glossary.json': { gene: { term: 't', short: 's' } } }))),
    ).toEqual(['error glossary.json gene.plain: is missing']);
  });
});

describe('what is filled in', () => {
  it.each([
    ['fr', '{{step}} of {{count}}', '{{step}} sur {{count}}', 0],
    ['fr', '{{step}} of {{count}}', '{{ step }} sur {{count}}', 1],
    ['fr', '{{step}} of {{count}}', '{{step}}', 1],
    ['fr', 'Step', 'Étape {{step}}', 1],
  ])('in %s: %s, %s', (tag, english, own, errors) => {
    expect(placeholders(textPair(tag, english, own))).toHaveLength(errors);
  });

  it('may be said in words for one and two, and for nothing else', () => {
    const own = { found_zero: 'لا كلمات', found_one: 'كلمة واحدة', found_two: 'كلمتان', found_few: 'كلمات' };
    expect(lines(placeholders(pairOf('ar', { 'ui.json': steps }, { 'ui.json': own })))).toEqual([
      'error ui.json found_few: has none, and English {{count, number}}',
    ]);
  });
});

describe('links', () => {
  it.each([
    ['A [[tremor|tremor]].', 'Un [[tremor|temblor]].', 0],
    ['[[a|x]] and [[b|y]]', '[[b|y]] e [[a|x]]', 0],
    ['A [[tremor|tremor]].', 'Un temblor.', 1],
    ['A [[tremor|tremor]].', 'Un [[temblor|temblor]].', 1],
    ['A tremor.', 'Un [[tremor|temblor]].', 1],
    ['A [[tremor|tremor]].', 'Un [[tremor|temblor]', 2],
  ])('%s, %s', (english, own, errors) => {
    expect(links(textPair('es', english, own))).toHaveLength(errors);
  });
});

describe('what is said of an emergency, and of medicine', () => {
  const call = 'Call 911 now.';
  const english = {
    'ui.json': { emergency: { call } },
    'tours/a.json': {
      steps: {
        one: { body: `It helps. ${CARE_LINE}`, urgent: `Trouble? ${call}` },
        two: { body: `It may tire you. ${CARE_LINE}`, urgent: `Trouble? ${call}` },
        three: { body: CARE_LINE },
      },
    },
  };
  const own = (body: string, urgent: string) => ({
    'ui.json': { emergency: { call: 'Llame al 911 ahora.' } },
    'tours/a.json': {
      steps: {
        one: { body: 'Ayuda. No cambie nada solo.', urgent: '¿Problemas? Llame al 911 ahora.' },
        two: { body, urgent },
        three: { body: 'No cambie nada solo.' },
      },
    },
  });
  const good = ['Puede cansar. No cambie nada solo.', '¿Problemas? Llame al 911 ahora.'] as const;

  it('is the same everywhere', () => {
    const pair = pairOf('es', english, own(...good));
    for (const one of [emergencyCall, careLine, sameWarnings]) expect(one(pair)).toEqual([]);
  });

  it('is an error wherever it is not', () => {
    const pair = pairOf('es', english, own('Puede cansar. No cambie nada.', '¿Problemas? Llame al 911.'));
    expect(lines(emergencyCall(pair))).toEqual([
      'error tours/a.json steps.two.urgent: does not end with the emergency call of ui.json: “Llame al 911 ahora.”',
    ]);
    expect(lines(careLine(pair))).toEqual([
      'error tours/a.json steps.two.body: lacks the care line that the other texts have: “No cambie nada solo.”',
    ]);
    expect(lines(sameWarnings(pair))).toEqual([
      'error tours/a.json steps.two.urgent: says otherwise than where English says the same: “¿Problemas? Llame al 911 ahora.”',
    ]);
  });
});

describe('wording', () => {
  it.each([
    ['es', 'Muchas personas la tienen.', 0],
    ['es', 'Una persona que sufre de distonía', 1],
    ['de', 'Menschen, die an Dystonie leiden', 0],
    ['de', 'Wer leidet an Dystonie?', 1],
    ['fr', 'Elle souffre d’une dystonie', 1],
    ['pt-BR', 'Uma vítima', 1],
    ['hi', 'डिस्टोनिया से पीड़ित लोग', 1],
    ['ar', 'ضحايا المرض', 1],
    ['zh-Hans', '请问你的医生', 1],
    ['zh-Hans', '请问您的医生', 0],
    ['fr', 'Attention !', 1],
    ['de', 'Nehmen Sie 5 mg', 1],
    ['de', 'Botox hilft', 1],
  ])('in %s: %s', (tag, own, errors) => {
    expect(forbidden(textPair(tag, 'x', own))).toHaveLength(errors);
  });

  it('may name brands where nobody reads them', () => {
    const english = { 'glossary.json': { toxin: { find: ['Botox'] } } };
    expect(forbidden(pairOf('es', english, english))).toEqual([]);
  });

  it('has no signs that are not read aloud, but in the emergency call', () => {
    const pair = (body: string) =>
      pairOf(
        'es',
        { 'ui.json': { emergency: { call: 'c' } }, 'tours/a.json': { steps: { one: { body: 'b' } } } },
        { 'ui.json': { emergency: { call: 'Llame (911).' } }, 'tours/a.json': { steps: { one: { body } } } },
      );
    expect(unsaid(pair('Bien. Llame (911).'))).toEqual([]);
    expect(unsaid(pair('Cabeza y/o cuello'))).toHaveLength(1);
  });
});

describe('typography', () => {
  it.each([
    ['hi', 'यह ठीक है। आगे', 0],
    ['hi', 'यह ठीक है ।', 1],
    ['ar', 'ماذا؟ نعم، شكرا.', 0],
    ['ar', 'ماذا ؟', 1],
    ['ar', 'رقم ١١٢', 1],
    ['ar', 'كـتاب', 1],
    ['ar', 'نعم, شكرا', 1],
    ['zh-Hans', '头部转动，颈部', 0],
    ['zh-Hans', '头部转动,颈部', 1],
    ['fr', 'Qui\u202f? Moi\u00a0: «\u00a0oui\u00a0»', 0],
    ['fr', 'Qui?', 1],
    ['fr', "l'eau", 1],
    ['de', 'Er sagt: „Ja“.', 0],
    ['de', 'Er sagt "Ja".', 1],
    ['es', 'Dos  espacios', 1],
  ])('in %s: %s', (tag, own, found) => {
    expect(typography(textPair(tag, 'x', own))).toHaveLength(found);
  });
});

describe('terms', () => {
  it.each([
    ['espasmos', ['Espasmo'], true],
    ['el cuello', ['Cuello'], true],
    ['die Kopfwender', ['Kopfwender'], true],
    ['التشنجات', ['تشنج'], true],
    ['بالتوتر', ['خلل التوتر'], true],
    ['肌张力障碍', ['颈部肌张力障碍'], true],
    ['कंपन का', ['कंपन'], true],
    ['brain', ['Muscle'], false],
    ['大脑', ['肌肉'], false],
    ['دماغ', ['عضلة'], false],
  ])('%s for %j: %s', (words, names, fits) => {
    expect(standsFor(words, names)).toBe(fits);
  });

  it('are called in a text as in the glossary', () => {
    const english = {
      'glossary.json': { tremor: { term: 'Tremor' } },
      'tours/a.json': { body: '[[tremor|Tremor]]' },
    };
    const own = (body: string) => ({
      'glossary.json': { tremor: { term: 'Temblor', synonyms: ['sacudidas'] } },
      'tours/a.json': { body },
    });
    expect(terms(pairOf('es', english, own('Los [[tremor|temblores]].')))).toEqual([]);
    expect(terms(pairOf('es', english, own('Una [[tremor|sacudida]].')))).toEqual([]);
    expect(lines(terms(pairOf('es', english, own('Una [[tremor|oscilación]].'))))).toEqual([
      'warning tours/a.json body: calls “oscilación” what the glossary calls “Temblor”, “sacudidas”',
    ]);
    const scan = { ...english, 'tours/a.json': { body: '[[tremor|scan]]' } };
    expect(terms(pairOf('es', scan, own('Una [[tremor|oscilación]].')))).toEqual([]);
  });
});

describe('length', () => {
  it('is that of what is seen', () => {
    expect(breadth('Kopf\u00adwender')).toBe(10);
    expect(breadth('肌肉')).toBe(4);
    expect(breadth('हिन्दी')).toBeLessThan(7);
    expect(breadth('[[a|b]] {{count, number}}')).toBe(4);
  });

  it('is a warning where a short text has grown by half, and by more than a few letters', () => {
    expect(length(textPair('de', 'Back', 'Zurück'))).toEqual([]);
    expect(length(textPair('de', 'Word list', 'Wörterverzeichnis'))).toHaveLength(1);
    expect(length(textPair('de', 'Word list', 'Wörterverzeichnis', 'tours/a.json', 'summary'))).toEqual([]);
  });

  it('is greatest of a text that has a word or more', () => {
    const english = { 'ui.json': { mark: 'L', home: 'Home again', list: 'Word list' } };
    const own = { 'ui.json': { mark: 'links', home: 'Zum Anfang', list: 'Alle Wörter dieser Liste' } };
    expect(longest(pairOf('de', english, own))?.path).toBe('list');
  });
});

it('a tour that reads hard is a warning', () => {
  const english = { 'tours/a.json': { steps: { one: { body: 'b' } } } };
  const own = (body: string) => ({ 'tours/a.json': { steps: { one: { body } } } });
  expect(reading(pairOf('es', english, own('La cabeza gira. El cuello tira. Duele.')))).toEqual([]);
  const hard =
    'La heterogeneidad fenomenológica extraordinaria condiciona considerablemente interpretaciones diagnósticas.';
  expect(lines(reading(pairOf('es', english, own(hard))))).toEqual([
    expect.stringMatching(/^warning tours\/a\.json : reads hard: Fernández-Huerta -?\d/),
  ]);
});

it('all of it stands file by file', () => {
  const english = {
    'ui.json': { a: 'A' },
    'tours/z.json': { title: 'Z' },
    'glossary.json': { g: { term: 'G', short: 's', plain: 'p' } },
  };
  const files = check(pairOf('fr', english, { 'ui.json': {}, 'tours/z.json': {}, 'glossary.json': {} })).map(
    ({ file }) => file,
  );
  expect(files).toEqual([...files].sort());
  expect(new Set(files).size).toBe(3);
});
