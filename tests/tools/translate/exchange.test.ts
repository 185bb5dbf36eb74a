import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeOf, unitsOf } from '../../../tools/translate/bundle.ts';
import {
  localeFrom,
  localeMessages,
  messagesOf,
  readPo,
  take,
  writePo,
} from '../../../tools/translate/exchange.ts';
import { fromPo, toPo } from '../../../tools/translate/po.ts';
import { hashOf, recordedNow, stale } from '../../../tools/translate/record.ts';
import { statusOf, table } from '../../../tools/translate/status.ts';
import { folderWith } from '../folder.ts';
import { pairOf } from './pairs.ts';

const tour = {
  title: 'Neck',
  summary: 'About the neck.',
  attract: 'A stiff neck?',
  steps: {
    one: { title: 'One', body: 'A [[tremor|tremor]].', urgent: 'Trouble?', alt: 'A neck.' },
    two: { title: 'Two', body: 'More.', alt: 'A head.' },
  },
  ask: ['Why?', 'When?'],
  review: { status: 'awaiting-clinician', writer: 'a writer', written: '2026-01-01', next: '2027-01-01' },
};
const glossary = {
  tremor: { term: 'Tremor', short: 'Shaking', plain: 'It shakes.', synonyms: ['shake', 'shaking'] },
};
const ui = { controls: { back: 'Back', found_one: '{{count}} word', found_other: '{{count}} words' } };
const english = { 'ui.json': ui, 'glossary.json': glossary, 'tours/neck.json': tour };

describe('the units of a file', () => {
  it.each([
    ['ui.json', ui],
    ['glossary.json', glossary],
  ])('of %s lead back to it', (file, tree) => {
    expect(treeOf(unitsOf(file, tree))).toEqual(tree);
  });

  it('of a tour are its words, and of its review who wrote them', () => {
    const { review, ...words } = tour;
    expect(treeOf(unitsOf('tours/neck.json', tour))).toEqual({ ...words, review: { writer: review.writer } });
  });
});

describe('PO', () => {
  const message = {
    path: 'a.b',
    english: 'Line “one”\n\tline \\ two',
    text: 'Ligne\u00a0!',
    isStale: true,
    notes: ['A button.', 'Short.'],
  };

  it('brings back what was given', () => {
    expect(
      fromPo(
        toPo('pt-BR', 'locales/en/ui.json', [message, { ...message, path: 'c', text: '', isStale: false }]),
      ),
    ).toEqual([message, { ...message, path: 'c', text: '', isStale: false }]);
  });

  it('has the note, the place and the English above the line to be filled in', () => {
    const text = toPo('fr', 'locales/en/ui.json', [
      { path: 'home.title', english: 'Where?', text: '', isStale: false, notes: ['A heading.'] },
    ]);
    expect(text).toContain(
      '#: locales/en/ui.json\n#. A heading.\nmsgctxt "home.title"\nmsgid "Where?"\nmsgstr ""',
    );
    expect(text).toContain('Language: fr');
  });
});

describe('what a translator gets', () => {
  it('is each text in the forms of the language, with what there is of it', () => {
    const pair = pairOf('ar', english, { 'ui.json': { controls: { back: 'السابق' } } });
    const messages = messagesOf(pair, 'ui.json', {});
    expect(messages.map(({ path: place, text }) => [place, text])).toEqual([
      ['controls.back', 'السابق'],
      ...['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [`controls.found_${form}`, '']),
    ]);
    const few = messages.find(({ path: place }) => place === 'controls.found_few')!;
    expect(few.english).toBe('{{count}} words');
    expect(few.notes).toEqual(
      expect.arrayContaining(['For numbers such as 3, 4, 5, 6.', 'Keep as it is: {{count}}']),
    );
  });

  it('is how a word is said and what else it is called, also where English does not say', () => {
    const messages = messagesOf(pairOf('zh-Hans', english, {}), 'glossary.json', {});
    expect(messages.map(({ path: place, english: text }) => [place, text])).toEqual([
      ['tremor.term', 'Tremor'],
      ['tremor.short', 'Shaking'],
      ['tremor.plain', 'It shakes.'],
      ['tremor.say', '(none)'],
      ['tremor.synonyms', 'shake\nshaking'],
      ['tremor.find', '(none)'],
    ]);
  });

  it('says whose English has changed', () => {
    const pair = pairOf('fr', english, {
      'ui.json': { controls: { back: 'Retour', found_one: 'x', found_other: 'y' } },
    });
    const recorded = {
      'ui.json': { 'controls.back': hashOf('Go back'), 'controls.found_one': hashOf('{{count}} word') },
    };
    expect(messagesOf(pair, 'ui.json', recorded).map(({ isStale }) => isStale)).toEqual([true, false, false]);
    expect(stale(pair, recorded).map(({ path: place }) => place)).toEqual(['controls.back']);
    expect(stale(pair, recordedNow(pair))).toEqual([]);
  });

  it('lies in files beside the words and not among them', () => {
    const folder = folderWith();
    const files = new Map([
      ['tours/neck.json', messagesOf(pairOf('fr', english, {}), 'tours/neck.json', {})],
    ]);
    expect(writePo(folder, 'fr', files)).toEqual([path.join(folder, 'translations/fr/tours/neck.po')]);
    expect([...readPo(folder, 'fr').keys()]).toEqual(['tours/neck.json']);
    expect(readFileSync(path.join(folder, 'translations/fr/tours/neck.po'), 'utf8')).toContain(
      '[[tremor|tremor]]',
    );
  });
});

describe('what is taken back', () => {
  const done = (file: string, texts: Record<string, string>, own: Parameters<typeof pairOf>[2] = {}) => {
    const pair = pairOf('fr', english, own);
    const messages = messagesOf(pair, file, {}).map((one) => ({ ...one, text: texts[one.path] ?? one.text }));
    return take(pair, file, messages);
  };
  const head = { title: 'Cou', summary: 's', attract: 'a', 'ask[0]': 'Pourquoi ?', 'ask[1]': 'Quand ?' };
  const one = {
    'steps.one.title': 'Un',
    'steps.one.body': 'b',
    'steps.one.urgent': 'u',
    'steps.one.alt': 'i',
  };

  it('is what is whole', () => {
    const { tree, texts, of } = done('tours/neck.json', {
      ...head,
      ...one,
      'steps.two.title': 'Deux',
      'review.writer': 'moi',
    });
    expect(tree).toEqual({
      title: 'Cou',
      summary: 's',
      attract: 'a',
      steps: { one: { title: 'Un', body: 'b', urgent: 'u', alt: 'i' } },
      ask: ['Pourquoi ?', 'Quand ?'],
      review: {
        status: 'awaiting-clinician-and-native',
        writer: 'moi',
        written: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        next: '2027-01-01',
      },
    });
    expect([texts, of]).toEqual([10, 13]);
  });

  it('is no step without what is to be done at once', () => {
    const { tree } = done('tours/neck.json', {
      ...head,
      ...one,
      'steps.one.urgent': '',
      'review.writer': 'moi',
    });
    expect(tree).not.toHaveProperty('steps');
  });

  it('is nothing of a tour without its title', () => {
    expect(done('tours/neck.json', { ...one }).tree).toBeUndefined();
  });

  it('is recorded as being of the English that the translator saw', () => {
    const pair = pairOf('fr', english, {});
    const [back, ...others] = messagesOf(pair, 'ui.json', {});
    const { recorded } = take(pair, 'ui.json', [{ ...back!, english: 'Go back', text: 'Retour' }, ...others]);
    expect(recorded).toEqual({ 'controls.back': hashOf('Go back') });
  });

  it('is not what is still marked as stale', () => {
    const pair = pairOf('fr', english, { 'ui.json': { controls: { back: 'Retour' } } });
    const [back, ...others] = messagesOf(pair, 'ui.json', {});
    const { tree, isChanged, recorded } = take(pair, 'ui.json', [
      { ...back!, text: 'Arrière', isStale: true },
      ...others,
    ]);
    expect(tree).toEqual({ controls: { back: 'Retour' } });
    expect([isChanged, recorded]).toEqual([false, {}]);
  });

  it('has to be reviewed anew where it has changed, and only there', () => {
    const own = {
      ...tour,
      review: { ...tour.review, status: 'reviewed', reviewer: 'r', date: '2026-02-02' },
    };
    const unchanged = done('tours/neck.json', {}, { 'tours/neck.json': own });
    expect(unchanged.tree).toEqual(own);
    const changed = done('tours/neck.json', { title: 'Le cou' }, { 'tours/neck.json': own });
    expect(changed.tree).toMatchObject({
      title: 'Le cou',
      review: { status: 'awaiting-clinician-and-native' },
    });
  });

  it('makes a language once it has a name and an invitation', () => {
    const asked = localeMessages(
      { name: 'English', invitation: 'Touch to begin', keyboard: ['qwe', 'asd'] },
      'ur',
    );
    const filled = (texts: Record<string, string>) =>
      asked.map((each) => ({ ...each, text: texts[each.path] ?? '' }));
    expect(localeFrom('ur', filled({ name: 'اردو' }))).toBeUndefined();
    expect(
      localeFrom('ur', filled({ name: 'اردو', invitation: 'چھوئیں', keyboard: 'قوعر\nاسدف\n' })),
    ).toEqual({
      tag: 'ur',
      name: 'اردو',
      dir: 'rtl',
      fallback: [],
      invitation: 'چھوئیں',
      keyboard: ['قوعر', 'اسدف'],
    });
  });
});

it('the state of a language is told in a line', () => {
  const own = {
    'ui.json': { controls: { back: 'Retour en arrière', found_one: 'x', found_other: 'y' } },
    'tours/neck.json': tour,
  };
  const pair = pairOf('fr', english, own);
  const status = statusOf(pair, {
    'ui.json': { 'controls.back': hashOf('Go back'), 'controls.found_one': hashOf('{{count}} word') },
  });
  // Three of the buttons and all of the tour, but nothing of the glossary.
  expect(status).toMatchObject({ done: 16, of: 19, stale: 1, unrecorded: 14 });
  expect([...status.reviews]).toEqual([['awaiting-clinician', 1]]);
  const [head, line] = table([status]).split('\n');
  expect(head).toMatch(
    /^language {2}done {2}texts {2}stale {2}not recorded {2}longest beside English +tours$/,
  );
  expect(line).toMatch(/^fr {8}84 % {2}16\/19 {2}1 /);
});
