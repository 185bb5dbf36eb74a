/**
 * The requirements of accessibility, each with its state and the evidence for it. `met` is what tests and checks prove; whatever a
 * test cannot tell is not. `npm run a11y` makes `docs/accessibility.md` of this table.
 */
import type { CheckName } from './check-names.ts';

export type State = 'met' | 'later' | 'needs-people';

/** Tests by their titles, `…` where a variable is filled in, or a check that `npm run a11y` makes itself. */
export type Evidence =
  { readonly check: CheckName } | { readonly file: string; readonly tests: readonly string[] };

export interface Requirement {
  readonly id: `R-${string}`;
  readonly title: string;
  readonly state: State;
  /** Of what is not met: what there is of it so far. */
  readonly evidence?: readonly Evidence[];
  /** What is missing, or who has to judge. Every state but `met` has it. */
  readonly open?: string;
}

const check = (name: CheckName): Evidence => ({ check: name });
const e2e = (name: string, ...tests: string[]): Evidence => ({ file: `tests/e2e/${name}.spec.ts`, tests });
const page = (name: string, ...tests: string[]): Evidence => ({
  file: `tests/renderer/${name}.test.ts`,
  tests,
});
const unit = (name: string, ...tests: string[]): Evidence => ({ file: `tests/${name}.test.ts`, tests });

const TARGETS = e2e('accessibility', '… on …″: targets are large, apart and off the bezel (R-20, R-21)');

export const requirements: readonly Requirement[] = [
  {
    id: 'R-01',
    title: 'All sizes are millimetres on the glass, true within 2 % on every panel',
    state: 'met',
    evidence: [
      check('millimetres'),
      page('comfort/panel', '%s: a millimetre is right within 2 %%'),
      page(
        'tokens/tokens-page.svelte',
        'tells lengths in millimetres and type by the height of its capitals (R-01)',
      ),
      e2e('staff', 'the panel’s size takes effect at once, and 100 mm are 100 mm'),
    ],
  },
  {
    id: 'R-02',
    title: 'Contrast: text 7:1, large text 4.5:1, controls, graphics and focus 3:1, in every theme',
    state: 'met',
    evidence: [
      check('axe'),
      page(
        'comfort/tokens',
        'contrast %s (R-02, R-27)',
        '%s, the ring of the focus, in one of its two colours',
        'every colour of the theme %s is in a pair, so that a new one is held to the rule',
      ),
      e2e('comfort', 'in the theme … all words stand out as they should (R-02)'),
    ],
  },
  {
    id: 'R-03',
    title:
      'Capitals of 4.8 mm and more; in Large of 7.3 mm for eyes 600 mm away; twice the size loses nothing',
    state: 'later',
    evidence: [
      check('letters'),
      page(
        'comfort/comfort.svelte',
        'has text of 100 to 200 %, and a tilt of at most 30° in steps of 5° (R-03, R-31)',
      ),
    ],
    open: 'Names on pictures grow to capitals of 6.1 mm only, so as not to hide the picture. What is read reaches 9.7 mm.',
  },
  {
    id: 'R-04',
    title: 'Nothing is cut off when what is read has more room between letters, words, lines and paragraphs',
    state: 'met',
    evidence: [check('spacing'), check('words'), check('ibm')],
  },
  {
    id: 'R-05',
    title: 'Lines of at most 80 characters and 1.5 em, never justified, in colours that can be chosen',
    state: 'met',
    evidence: [
      check('lines'),
      e2e(
        'comfort',
        'what is wished for is seen at once, in the step where one is, and is gone with the visit',
      ),
    ],
  },
  {
    id: 'R-06',
    title:
      'Every function by keys, without a trap; the focus has a ring of 1 mm (the field of the search a line) and is never covered',
    state: 'met',
    evidence: [
      check('keys'),
      e2e('visit', 'every function can be reached by keys'),
      e2e('glossary', 'all of it can be done by keys alone'),
      e2e('explore', 'by keys alone: a part, its word, back to the part, the list, and out'),
      e2e('listen', 'keys can do all of it, and find their place when it ends'),
      e2e('staff', 'every function can be reached by keys'),
      page('comfort/tokens', '%s, the ring of the focus, in one of its two colours'),
    ],
  },
  {
    id: 'R-07',
    title: 'Nothing moves or sounds by itself; what is longer can be paused',
    state: 'later',
    evidence: [
      check('motion'),
      page(
        'diagram/motion.svelte',
        'does nothing by itself (R-07)',
        'pauses where it is, and goes on from there',
      ),
      e2e('visit', 'the movement plays when it is asked to, slowly if that is wanted, and pauses'),
      e2e('listen', 'one press reads the step; it pauses, goes on, is said again, slower'),
    ],
    open: 'The waiting room changes its scene by itself. Any touch ends that, but there is no Pause.',
  },
  {
    id: 'R-08',
    title: 'Nothing flashes; motion is calm unless it is asked for',
    state: 'met',
    evidence: [
      page('comfort/comfort.svelte', 'begins soft, calm, upright, at the size of the house (R-08, R-25)'),
      e2e(
        'flashes',
        'what flashes is seen on a recording',
        'nothing flashes: a tour, its movement, a sheet, the brightness, and the way back (R-08)',
      ),
    ],
  },
  {
    id: 'R-09',
    title: 'Every function by one touch: no drag, swipe, pinch, double tap or second finger',
    state: 'met',
    evidence: [
      check('ways'),
      e2e('explore', 'the picture is turned, seen from behind, and put back; back leads to the same step'),
      e2e('steady-touch', 'on a text turns nothing and scrolls nothing'),
    ],
  },
  {
    id: 'R-10',
    title: 'A touch acts when it is lifted, and can be taken back; Back undoes',
    state: 'met',
    evidence: [
      unit(
        'touch/steady-touch',
        'is granted when it is lifted and nothing more has come',
        'that is drawn far off its target and stays there is taken back (R-10)',
      ),
      e2e('steady-touch', 'beside a button presses it; drawn away it presses nothing'),
      e2e('visit', 'by touch, in Spanish: the neck tour, a term, back to the same step, finish'),
    ],
  },
  {
    id: 'R-11',
    title:
      'Language and direction are told of the page and of each borrowed run; speech is in the language shown',
    state: 'met',
    evidence: [
      check('language'),
      e2e('right-to-left', 'borrowed words are marked with the language that lent them (R-11)'),
      e2e('pseudo-locales', '…, … on …″: no word is cut off, none bypasses the locale'),
      page('ui/texts.svelte', 'is marked where it was borrowed, and only there (R-11)'),
      page('listen/voices', 'speaks the language: no voice of another one steps in'),
      page(
        'listen/listening.svelte',
        'reads a borrowed run in the voice of its language; without one it says so at the end',
      ),
    ],
  },
  {
    id: 'R-12',
    title: 'Home, Back, Listen, Comfort, Help and Finish stand in one order at one place on every screen',
    state: 'met',
    evidence: [check('controls')],
  },
  {
    id: 'R-13',
    title: 'Nothing has to be written, and nothing is asked twice; there is no quiz to go wrong',
    state: 'met',
    evidence: [
      check('ways'),
      e2e(
        'glossary',
        'a group of letters leads to its first page, and is marked',
        'from a step to a word, by search to another, and back to the very same step',
      ),
      page('tour/ticked.svelte', 'keep the order of their tour, and tours that in which they were come to'),
    ],
  },
  {
    id: 'R-14',
    title: 'Name, role, value and live status are told; whatever is heard can be read',
    state: 'met',
    evidence: [
      check('axe'),
      check('ibm'),
      e2e('explore', 'a part is chosen by touch, told of, and let go by a touch beside it'),
      e2e('trouble', 'a language that cannot be fetched leaves the page as it is, and says so'),
      page('touch/name-of.svelte', 'the name of %s is what a visitor reads'),
      page(
        'listen/listening.svelte',
        'is its marked parts in their order, sentence by sentence, each in its language',
      ),
    ],
  },
  {
    id: 'R-15',
    title:
      'A speech mode of the kiosk’s own reaches all of its content; any action interrupts it; keys set how loud it is',
    state: 'needs-people',
    evidence: [
      e2e(
        'keys',
        'in the speech mode all words are spoken that … shows (R-15)',
        'headphones are plugged in: what keys come to is spoken',
        'the voice is made louder by a key, for this visit',
      ),
      page(
        'listen/speech-mode.svelte',
        'is interrupted by whatever the visitor does',
        'says what changes',
        'walks to texts, and not to those of buttons',
      ),
    ],
    open: 'How loud it is in the room (65 dBA) has to be measured there; the machine has to have a voice.',
  },
  {
    id: 'R-16',
    title: 'No function needs the voice',
    state: 'met',
    evidence: [
      e2e('electron', 'grants no permission, listed or not'),
      unit('main/routes/addresses', 'carries the security headers'),
    ],
  },
  {
    id: 'R-17',
    title: 'Each aid starts in one step from the first screen, and from a keypad',
    state: 'met',
    evidence: [
      e2e(
        'keys',
        'headphones are plugged in: what keys come to is spoken',
        'one switch begins a visit and leads through it',
        'one key starts each aid in the waiting room, and takes it back',
        'one touch of the waiting room starts each aid, and Finish ends it',
        'one touch of the waiting room asks whether home may be read aloud',
      ),
    ],
  },
  {
    id: 'R-18',
    title: 'Keys do not repeat, and a key pressed twice by a tremor counts once',
    state: 'met',
    evidence: [
      page('keys/listen-to-keys.svelte', 'that are held act once (R-18)'),
      page(
        'keys/presses',
        'of the same key are shut out for a while after its release, those of others are not (R-18)',
      ),
      e2e('keys', 'keys are held and shut out as the settings say'),
    ],
  },
  {
    id: 'R-19',
    title: 'What is operated hangs 380 to 1220 mm above the floor and can be read from 1015 mm',
    state: 'needs-people',
    open: 'Whoever mounts the panel measures it, with a wheelchair before it.',
  },
  {
    id: 'R-20',
    title:
      'Targets of 20 mm, primary ones of 25 mm, 30 mm in a layout for Steady; 8 mm apart; at most six choices there',
    state: 'later',
    evidence: [
      check('targets'),
      TARGETS,
      page(
        'comfort/comfort.svelte',
        'Comfort has at most three settings on a page, and none that do nothing',
      ),
      e2e(
        'steady-touch',
        'whoever asks for more patience has targets of 30 mm on … (R-20)',
        'whoever asks for more patience has at most six choices beside what never changes (R-20)',
        'targets grow when Comfort closes, and not under the finger that asks for it',
      ),
    ],
    open: 'The smallest panel keeps 20 mm with Steady. The search has a key for each letter, of 16 mm, 3 mm apart.',
  },
  {
    id: 'R-21',
    title: 'Controls lie 10 mm and more from the bezel',
    state: 'met',
    evidence: [check('targets'), TARGETS],
  },
  {
    id: 'R-22',
    title: 'Steady Touch holds its least values on made-up hands of four severities',
    state: 'met',
    evidence: [
      unit(
        'touch/gates',
        'is right at the first touch in … of 100',
        'is wrong in … of 100 at most',
        'hardly ever does the same twice',
      ),
    ],
  },
  {
    id: 'R-23',
    title:
      'A touch is answered within 100 ms and granted within 200 ms of its lift; nothing breaks or sticks',
    state: 'later',
    evidence: [
      unit(
        'touch/steady-touch',
        'nothing breaks, nothing is stuck, and nothing is pressed without a lift (… traces)',
        'is outlined before it is granted',
      ),
      e2e('steady-touch', 'is answered by an outline before it is over'),
    ],
    open: 'The times are measured by hand (npm run bench), not held by a test.',
  },
  {
    id: 'R-24',
    title: 'The filter of touches can be switched off, and never changes keys or assistive technology',
    state: 'met',
    evidence: [
      e2e(
        'steady-touch',
        'keys and clicks of assistive technology are never filtered (R-24)',
        'none: the browser’s own taps count',
      ),
      page(
        'touch/listen-to-touch.svelte',
        'a click of a key or of assistive technology (R-24)',
        'a finger while the filter is off, also in the middle of a touch',
      ),
    ],
  },
  {
    id: 'R-25',
    title: 'Three themes with a bound of brightness each, no white paper; the waiting room is dim',
    state: 'met',
    evidence: [
      check('brightness'),
      page('comfort/tokens', 'no paper is white (R-25)'),
      e2e('comfort', 'the waiting room is dim, and paper brightens slowly when somebody comes (R-25, R-26)'),
    ],
  },
  {
    id: 'R-26',
    title: 'Brightness changes in 500 ms and more, and never unasked; the site has no glare and no flicker',
    state: 'met',
    evidence: [
      e2e('comfort', 'the waiting room is dim, and paper brightens slowly when somebody comes (R-25, R-26)'),
    ],
  },
  {
    id: 'R-27',
    title: 'The warm tint halves the blue light, and contrast holds under it',
    state: 'met',
    evidence: [
      page(
        'comfort/tokens',
        'the warm tint halves the blue light, and leaves the red (R-27)',
        'contrast %s (R-02, R-27)',
      ),
    ],
  },
  {
    id: 'R-28',
    title:
      'Listen on every page marks sentence and word; Pause, Repeat, Slower; one press reads it all, and no page turns by itself',
    state: 'later',
    evidence: [
      check('controls'),
      e2e('listen', 'one press reads the step; it pauses, goes on, is said again, slower'),
      page('listen/player', 'has rates of 0.6 to 1.4, and says the sentence anew at another (R-28)'),
      page(
        'listen/listening.svelte',
        'marks the sentence that is read, and its words, without a change of the page',
      ),
    ],
    open: 'The word is marked only where the voice of the machine tells of words, which Linux’s does not.',
  },
  {
    id: 'R-29',
    title:
      'Speech is recorded beforehand with the time of each word; else a voice of the machine; else it says so',
    state: 'later',
    evidence: [
      page('listen/voices', 'is on the machine: one that needs a network is none (R-29)'),
      page('listen/sentences', 'that are too long are cut where a clause ends, in even shares'),
      e2e('listen', 'without a voice it says so in words, and Comfort has no page for it'),
    ],
    open: 'There are no recordings yet.',
  },
  {
    id: 'R-30',
    title: 'The marked word is within 150 ms of the sound; every term has its pronunciation',
    state: 'later',
    evidence: [page('listen/pronouncing', 'says them so in their language, and tells where they stand')],
    open: 'Words cannot be timed without recordings, and not every term has a pronunciation.',
  },
  {
    id: 'R-31',
    title:
      'The page tilts in steps of 5° up to 30°, is touched where it is seen, and straightens with one touch',
    state: 'met',
    evidence: [
      page(
        'comfort/tilt',
        'lies within $place when it is turned by $tilt°',
        'is the whole place when it is straight',
      ),
      page(
        'comfort/comfort.svelte',
        'has text of 100 to 200 %, and a tilt of at most 30° in steps of 5° (R-03, R-31)',
      ),
      e2e(
        'comfort',
        'the page tilts for a head that leans, its words are touched where they are seen, one touch straightens it',
      ),
    ],
  },
  {
    id: 'R-32',
    title: 'On tall panels every control comes within reach',
    state: 'met',
    evidence: [
      page(
        'comfort/panel',
        'never above 1220 mm, though no layout is made for less than its share',
        'is nothing to do on a panel that is within reach as it hangs',
      ),
      page('comfort/comfort.svelte', 'lies low only where a part of the panel may be out of reach (R-32)'),
      e2e('comfort', 'on a tall panel everything comes within reach (R-32)'),
    ],
  },
  {
    id: 'R-33',
    title: 'The paper lies on the side of the hand that is chosen, whatever the language',
    state: 'met',
    evidence: [
      page(
        'comfort/comfort.svelte',
        'has the paper where a line of the language ends, until a hand is chosen (R-33)',
      ),
      e2e('comfort', 'the paper lies on the side of the hand that reaches best'),
    ],
  },
  {
    id: 'R-34',
    title: 'The keys of a keypad are set by pressing them',
    state: 'met',
    evidence: [
      e2e(
        'keys',
        'staff teach the kiosk a key by pressing it',
        'a keypad of four keys leads through a whole visit',
      ),
      page('keys/key-map', 'never has a key twice, and is always such as the settings allow'),
    ],
  },
  {
    id: 'R-35',
    title: 'A headset that is plugged in, or one key, starts the speech mode within a second',
    state: 'met',
    evidence: [
      e2e('keys', 'headphones are plugged in: what keys come to is spoken'),
      page('listen/speech-mode.svelte', 'ends at once, with the jack or with the visit'),
    ],
  },
  {
    id: 'R-36',
    title: 'One switch or two are enough, by scanning',
    state: 'met',
    evidence: [
      e2e('keys', 'one switch begins a visit and leads through it'),
      page(
        'keys/scan',
        'offers each choice for the time of the settings, and begins again',
        'enters what lies together, and leaves it when nothing was chosen',
        'rests after three rounds, and shows nothing then',
      ),
      page('keys/presses', 'act when they have been held for long enough (R-36)'),
    ],
  },
  {
    id: 'R-37',
    title: 'A mode for screen readers wakes the accessibility tree of the program',
    state: 'met',
    evidence: [
      e2e(
        'electron',
        'is ready for a screen reader where the settings ask for it, and else as the system says (R-37)',
      ),
    ],
  },
  {
    id: 'R-38',
    title: 'Each page reads at grade 6 or below, with sentences of 15 words on average',
    state: 'later',
    evidence: [
      unit('content/teaching', 'is read with ease: grade 6 as a whole, 8 a step, 15 words a sentence'),
    ],
    open: 'A whole tour is at grade 6 in English, single steps may reach 8. Spanish is not measured.',
  },
  {
    id: 'R-39',
    title: 'PEMAT of 80 % and a CDC index of 90, by two raters',
    state: 'needs-people',
    open: 'One rater has scored it (docs/content-scores.md). A second one has to.',
  },
  {
    id: 'R-40',
    title: 'One idea a screen in at most 60 words, progress, a glossary one touch away, an easier view',
    state: 'later',
    evidence: [
      unit('main/content/words', 'counts the words of a body as they are read'),
      e2e('glossary', 'from a step to a word, by search to another, and back to the very same step'),
    ],
    open: 'There is no easier view.',
  },
  {
    id: 'R-41',
    title:
      'What is read is sans serif, upright, ragged, 1.5 em a line, on paper that is not white, with more space on demand',
    state: 'met',
    evidence: [check('lines'), check('spacing'), page('comfort/tokens', 'no paper is white (R-25)')],
  },
  {
    id: 'R-42',
    title:
      'After 180 s (60 to 1800) it asks for 60 s who is there; any touch or key answers, as often as one likes; never while it reads aloud',
    state: 'met',
    evidence: [
      page(
        'session/idle',
        'asks after the idle time, counts 60 seconds down, then leaves',
        'stops counting when the visitor answers, as often as they like',
        'does not count while it is held, and counts anew once it is let go (R-42)',
      ),
      unit('tools/settings-docs', 'has the limits of %s'),
      e2e(
        'visit',
        'while the question is asked, a touch anywhere keeps the visit, and one button ends it',
        'a touch that slides counts as an answer',
      ),
      e2e('listen', 'nobody is asked whether they are there while they are read to (R-42)'),
      page(
        'session/chime.svelte',
        'is soft, and follows the volume',
        'swells rather than strikes, and dies away',
      ),
    ],
  },
  {
    id: 'R-43',
    title:
      'Finish forgets everything within a second; nobody is identified; what is shown can be hidden with one touch',
    state: 'met',
    evidence: [
      e2e('visit', 'Help hides what was read with one touch, and gives it back (R-43)'),
      e2e('listen', 'nothing is said to the room before it may be, once a visit (R-43)'),
      e2e('visits', '… visits leave nothing behind, and nothing grows'),
      e2e('visit', 'somebody who leaves is asked for, then forgotten'),
      e2e('glossary', 'nothing of a search is left for the next visitor'),
      page('comfort/comfort.svelte', 'ends with the visit, whichever way that ends (R-43)'),
    ],
  },
  {
    id: 'R-44',
    title:
      'axe-core and IBM’s checker find nothing on any screen, theme, size and language; what they cannot tell is reviewed',
    state: 'met',
    evidence: [
      check('axe'),
      check('ibm'),
      e2e('accessibility-gate', 'axe-core and IBM’s checker find nothing on … (R-44)'),
      e2e('matrix', 'all screens on …″, …, letters at … %: targets, words, contrast'),
    ],
  },
  {
    id: 'R-45',
    title:
      'Own checks of millimetres, gaps, reach, keys, brightness, clocks and speech, with the network shut off',
    state: 'met',
    evidence: [
      check('millimetres'),
      check('targets'),
      check('keys'),
      check('brightness'),
      check('spoken'),
      check('network'),
      e2e('comfort', 'on a tall panel everything comes within reach (R-32)'),
      e2e('network', 'nothing leaves the machine'),
      page('session/idle', 'asks after the idle time, counts 60 seconds down, then leaves'),
    ],
  },
  {
    id: 'R-46',
    title:
      'Eight people and more with different dystonias, people in wheelchairs and with low vision have used it',
    state: 'needs-people',
    open: 'Before a release. No test stands in for it.',
  },
  {
    id: 'R-47',
    title:
      'Layouts follow the direction of the language; names and numbers are kept apart; one family of digits a language',
    state: 'later',
    evidence: [
      e2e(
        'right-to-left',
        'the letters of the glossary run from the right, its keys as on a keyboard (R-47)',
        'the digits of the PIN pad stand as on a telephone, and the visit waits in its language',
      ),
      e2e('scripts', 'numbers in a sentence that runs from the right are kept apart from it (R-47)'),
      page('i18n/isolate', 'keeps its letters and its links, and is isolated once'),
      page('i18n/locales', 'are of the digits 0 to 9 in %s'),
      page('i18n/words.svelte', 'write numbers and dates as the locale does'),
    ],
    open: 'No language that runs from the right has been reviewed.',
  },
  {
    id: 'R-48',
    title: 'Anatomy, its sides and the ways to turn it are never mirrored',
    state: 'met',
    evidence: [
      e2e(
        'right-to-left',
        'the layout is mirrored, the picture and its sides are not (R-48)',
        'a picture that is turned is not mirrored either, nor are the ways to turn it (R-48)',
      ),
      e2e('comfort', 'the paper lies on the side of the hand that reaches best'),
    ],
  },
  {
    id: 'R-49',
    title: 'Arabic is not letter-spaced; Devanagari, Chinese, Japanese and Korean break where they may',
    state: 'met',
    evidence: [
      e2e('scripts', 'joined letters are not parted, clauses do not begin lines, no sign leans (R-49)'),
      page(
        'listen/sentences',
        'are those of Arabic and Hindi, too',
        'of a script without spaces are cut between words',
        'splits no sign, wherever a voice says that a word begins',
      ),
      unit('tools/translate/checks', 'in %s: %s'),
    ],
  },
  {
    id: 'R-50',
    title: 'Hyphens only where they are written; the longest words fit at twice the size',
    state: 'later',
    evidence: [
      check('words'),
      e2e('pseudo-locales', '…, … on …″: no word is cut off, none bypasses the locale'),
    ],
    open: 'Words of twice their length do not fit at twice the size: see what is known below.',
  },
  {
    id: 'R-51',
    title: 'Fonts of every script are in the program; no glyph is missing',
    state: 'met',
    evidence: [
      unit('content/glyphs', '%s has only signs that are drawn', 'is found in %s: %s'),
      e2e(
        'scripts',
        'words in … stand in a typeface of the program (R-51)',
        'the first screen in Latin fetches no other typeface; those of the other languages come when nobody waits (R-51)',
      ),
    ],
  },
  {
    id: 'R-52',
    title: 'The glossary is sorted as readers of each language expect',
    state: 'later',
    evidence: [
      page('glossary/golden-lists', 'stands in its order', 'stands under its letters'),
      page('glossary/entries', 'is sorted as readers of %s expect (R-52)'),
      page('find/letters', 'hold every entry once, in %s, however many'),
    ],
    open: 'The lists of Arabic, Hindi and Chinese have not been looked at by readers of these languages.',
  },
];
