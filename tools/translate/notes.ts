/** What a translator has to know of a text and does not see in it. */
import { runsOf } from '../../src-main/contract/rich-text.ts';
import { breadth } from './checks/length.ts';
import { formOf, numbersOf } from './plurals.ts';

/** By place, `<file> <path>`. All that fit are said, in this order. */
const NOTES: readonly (readonly [place: RegExp, note: string])[] = [
  [/^ui\.json (controls|listen\.\w+$|explore\.(turn|close|reset|closer|further))/, 'A button.'],
  [/^ui\.json staff\./, 'Read by the staff of the clinic, not by patients.'],
  [/^ui\.json spoken\./, 'Said by the voice, to people who do not see the screen.'],
  [/^ui\.json side\.(left|right)Mark/, 'One letter, in a ring beside the picture.'],
  [/^ui\.json side\./, 'Left and right are those of the patient.'],
  [
    /^ui\.json emergency\.call/,
    'Put in the emergency numbers that hold where the kiosk stands, at most three. This sentence ends every “urgent” text, word for word.',
  ],
  [/^ui\.json .*\.title/, 'A heading.'],
  [/^locale\.json name/, 'The language, as its readers call it.'],
  [/^locale\.json invitation/, 'Stands large on the screen in the waiting room.'],
  [
    /^locale\.json keyboard/,
    'The letters of the keyboard of this language, a line for each row, at most ten letters in one. May stay empty: then the letters stand in the order of the alphabet.',
  ],
  [
    /^diagrams\.json .*\.name/,
    'Stands beside a line that leads to the part of the picture: short. A soft hyphen may stand in a long word.',
  ],
  [/^diagrams\.json .*\.does/, 'Goes on from the name of the part: what it does, in a few words.'],
  [/^diagrams\.json .*\.technical/, 'The Latin name: copy it.'],
  [/^glossary\.json .*\.term/, 'The word that patients and doctors use. The tours call the thing so too.'],
  [/^glossary\.json .*\.short/, 'One line in a list, about eight words.'],
  [/^glossary\.json .*\.plain/, 'Two to four short sentences.'],
  [
    /^glossary\.json .*\.say/,
    'How the word of your language sounds, the stressed part in capitals. Leave it empty if everybody can tell. Chinese: pinyin with tone marks, a space between syllables; the list is sorted by it.',
  ],
  [
    /^glossary\.json .*\.synonyms/,
    'What else people call it, a line each. Shown, and found by the search. May stay empty.',
  ],
  [
    /^glossary\.json .*\.find/,
    'What people may type, such as a brand, a line each. Found by the search, and not shown. May stay empty.',
  ],
  [/^tours\/\S+ attract/, 'Makes somebody curious who passes by: one sentence, at most about 60 letters.'],
  [/^tours\/\S+ remember/, 'What is to be kept of the tour: at most 24 words.'],
  [/^tours\/\S+ steps\..*\.title/, 'A heading.'],
  [
    /^tours\/\S+ steps\..*\.myth/,
    'Something that is often said and is not so. It is shown in quotation above the text.',
  ],
  [
    /^tours\/\S+ steps\..*\.(myth|body|urgent)/,
    'Read aloud. What is said on one step has at most 60 words, all together.',
  ],
  [
    /^tours\/\S+ steps\..*\.urgent/,
    'What to do at once. Ends with the emergency call of ui.po, word for word.',
  ],
  [
    /^tours\/\S+ steps\..*\.alt/,
    'What the picture shows, for people who cannot see it. Left and right are those of the patient.',
  ],
  [/^tours\/\S+ ask/, 'A question that a patient takes along to the doctor.'],
  [
    /^tours\/\S+ review\.writer/,
    'Who has written this translation: a role, as in “a nurse of this clinic”, and no name.',
  ],
];

/** Signs that an editor does not show. */
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\u00a0/, 'It has spaces that do not break, so that what belongs together stays in a line.'],
  [/\u00ad/, 'It has soft hyphens, which are seen only where a line ends.'],
];

const MANY_SIGNS = 40;

/** @param tag of the language that it is for */
export function notesFor(file: string, path: string, english: string, tag: string): string[] {
  const form = formOf(path);
  const names = [...new Set(english.match(/\{\{[^{}]*\}\}/g))];
  const linked = runsOf(english).flatMap(({ term, words }) =>
    term === undefined ? [] : [`[[${term}|${words}]]`],
  );
  const isShort =
    breadth(english) <= MANY_SIGNS && file !== 'locale.json' && !/\.(say|synonyms|find)$/.test(path);
  return [
    ...NOTES.filter(([place]) => place.test(`${file} ${path}`)).map(([, note]) => note),
    ...(form === undefined ? [] : [`For numbers such as ${numbersOf(form, tag).join(', ')}.`]),
    ...(names.length > 0 ? [`Keep as it is: ${names.join(' ')}`] : []),
    ...(linked.length > 0
      ? [`Keep the brackets and the word before the bar, and translate what follows it: ${linked.join(' ')}`]
      : []),
    ...(isShort
      ? [
          `English has ${breadth(english)} letters; there is room for about ${Math.ceil(breadth(english) * 1.2) + 1}.`,
        ]
      : []),
    ...HIDDEN.filter(([sign]) => sign.test(english)).map(([, note]) => note),
  ];
}
