/** Lists as readers of each language know them: in their order, under their letters. */
import { describe, expect, it } from 'vitest';
import { sortEntries, type Entry } from '../../../src-renderer/glossary/entries.ts';
import { initialsOf } from '../../../src-renderer/find/letters.ts';

/** A term with its letter, and how it sounds where it is looked up by that. */
type Row = readonly [letter: string, term: string, say?: string];

const golden: Readonly<Record<string, readonly Row[]>> = {
  en: [
    ['A', 'Abductor'],
    ['B', 'Botulinum toxin'],
    ['E', 'Éclair'],
    ['E', 'eclipse'],
    ['T', 'Tremor'],
    ['X', 'X-ray'],
  ],
  es: [
    ['A', 'Ánimo'],
    ['C', 'Chorro'],
    ['C', 'Cuello'],
    ['D', 'Distonía'],
    ['L', 'Llave'],
    ['M', 'Mano'],
    ['N', 'Nuca'],
    ['Ñ', 'Ñandú'],
    ['O', 'Ojo'],
  ],
  de: [
    ['A', 'Ärger'],
    ['A', 'Arzt'],
    ['A', 'Auge'],
    ['M', 'Muskel'],
    ['O', 'Ohr'],
    ['O', 'Öl'],
    ['S', 'straff'],
    ['S', 'Straße'],
    ['U', 'Übung'],
  ],
  fr: [
    ['C', 'cerveau'],
    ['C', 'coté'],
    ['C', 'côte'],
    ['C', 'cou'],
    ['E', 'écriture'],
    ['O', 'œil'],
    ['O', 'œsophage'],
    ['O', 'oreille'],
    ['T', 'tremblement'],
  ],
  'pt-BR': [
    ['A', 'Água'],
    ['C', 'Cabeça'],
    ['C', 'Coluna'],
    ['E', 'Ênfase'],
    ['M', 'Mão'],
    ['O', 'Órbita'],
    ['O', 'Ouvido'],
    ['P', 'Pálpebra'],
  ],
  // Without the article; what only begins like one keeps its letter.
  ar: [
    ['ا', 'أذن'],
    ['ا', 'ارتعاش'],
    ['ا', 'التهاب الدماغ'],
    ['ا', 'التواء الرقبة'],
    ['ب', 'باكلوفين'],
    ['ت', 'التشنج'],
    ['ج', 'الجرعة'],
    ['خ', 'خلل التوتر'],
    ['ر', 'رقبة'],
    ['ع', 'العين'],
  ],
  hi: [
    ['अ', 'अंग'],
    ['आ', 'आँख'],
    ['उ', 'उपचार'],
    ['ऐ', 'ऐंठन'],
    ['क', 'कंपन'],
    ['क', 'क्रिया'],
    ['ग', 'गर्दन'],
    ['ड', 'डिस्टोनिया'],
    ['द', 'दवा'],
    ['प', 'पेशी'],
    ['म', 'मस्तिष्क'],
    ['स', 'सिर'],
    ['ह', 'हाथ'],
  ],
  // By their sound: 重 is two words.
  'zh-Hans': [
    ['A', '安静', 'ān jìng'],
    ['C', '重复', 'chóng fù'],
    ['D', 'DYT-TOR1A', 'D Y T'],
    ['D', '大脑', 'dà nǎo'],
    ['J', '肌肉', 'jī ròu'],
    ['J', '颈部', 'jǐng bù'],
    ['L', '鲁莽', 'lǔ mǎng'],
    ['L', '绿色', 'lǜ sè'],
    ['X', '西安', 'xī ān'],
    ['X', '先天', 'xiān tiān'],
    ['Y', '眼睛', 'yǎn jing'],
    ['Z', '重量', 'zhòng liàng'],
  ],
};

describe.each(Object.entries(golden))('the list in %s', (tag, rows) => {
  const glossary = Object.fromEntries(
    // From an order that is none: every other one first.
    [0, 1].flatMap((rest) =>
      rows.flatMap(([, term, say], index) => {
        const words = { term, short: 's', plain: 'p', synonyms: [], ...(say && { say }) };
        return index % 2 === rest ? [[`t${index}`, words]] : [];
      }),
    ),
  );
  const collator = new Intl.Collator(tag);
  const entries: Entry[] = sortEntries(glossary, collator);

  it('stands in its order', () => {
    expect(entries.map(({ term }) => term)).toEqual(rows.map(([, term]) => term));
  });

  it('stands under its letters', () => {
    expect(initialsOf(entries, collator)).toEqual(rows.map(([letter]) => letter));
  });
});

it('a Chinese list of which not all say how they sound stands by the signs, under the letters of pinyin', () => {
  const collator = new Intl.Collator('zh-Hans');
  const terms = [...'安病层大儿发骨海肌颈口鲁面脑欧皮腔肉身头外下眼张'];
  const entries = terms.toSorted(collator.compare).map((term) => ({ term }));
  expect(entries.map(({ term }) => term)).toEqual(terms);
  expect(initialsOf(entries, collator).join('')).toBe('ABCDEFGHJJKLMNOPQRSTWXYZ');
});
