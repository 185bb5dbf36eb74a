/**
 * The self-voicing mode: whoever does not see the screen walks it by keys, and hears what they come to. It begins with a
 * jack, or with the Listen key of a keypad, and never by itself.
 */
import type { Clock } from '../session/clock.ts';
import { STOPS, topOf } from '../keys/walk.ts';
import { VOICES_MS } from './listening.svelte.ts';
import { blocksOf } from './passages.ts';
import { Player, type Sentence } from './player.ts';
import { sentencesOf } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import { spokenOf, type Word } from './spoken.ts';

/** What comes at once is said in one go, so that no part of it cuts off another, ms. */
export const TOGETHER_MS = 60;

/** What tells of itself when it changes. */
const LIVE = '[aria-live="polite"], [aria-live="assertive"], [role="alert"], [role="status"]';

export interface SpeechModeOptions {
  readonly clock: Clock;
  readonly speaker: Speaker;
  /** The page's language, a BCP 47 tag. */
  readonly lang: () => string;
  readonly word: Word;
  /** The screen is being read as a whole: nothing is said into it. */
  readonly isRead: () => boolean;
  /** There is no voice: that is said in words that can be seen. */
  readonly mute: () => void;
}

export class SpeechMode {
  #on = $state(false);
  readonly #options: SpeechModeOptions;
  readonly #player: Player;
  /** What was spoken of last. */
  #before: Element | undefined;
  #waiting: Sentence[] = [];
  /** How it is used: said before whatever comes first, wherever that is. */
  #use: Sentence[] = [];
  #cancel = (): void => {};
  /** Ends what goes on while it is on, or while voices are waited for. */
  #end = (): void => {};

  constructor(options: SpeechModeOptions) {
    this.#options = options;
    const nothing = (): void => undefined;
    this.#player = new Player(options.clock, options.speaker, {
      change: nothing,
      word: nothing,
      fail: options.mute,
    });
  }

  get isOn(): boolean {
    return this.#on;
  }

  /** Says how it is used, and where the visitor is. */
  readonly start = (): void => {
    const { speaker, lang } = this.#options;
    if (this.#on) return;
    if (speaker.speaks(lang())) this.#begin();
    else this.#wait();
  };

  /** Browsers look for voices when they are asked for the first time: they may come late. */
  #wait(): void {
    const { clock, speaker, lang, mute } = this.#options;
    this.#end();
    const forget = clock.after(VOICES_MS, () => {
      this.#end();
      mute();
    });
    const leave = speaker.watchVoices(() => speaker.speaks(lang()) && this.#begin());
    this.#end = () => {
      forget();
      leave();
    };
  }

  #begin(): void {
    const { lang, word } = this.#options;
    this.#end();
    this.#end = this.#follow();
    this.#on = true;
    this.#before = undefined;
    this.#use = inOneGo({ text: word('begin'), lang: lang() });
    const title = topOf(document).querySelector('h1, h2');
    this.#say(title ? spokenOf(title, undefined, word) : []);
  }

  readonly stop = (): void => {
    this.#on = false;
    this.#end();
    this.hush();
  };

  /** Whatever the visitor does interrupts it. */
  readonly hush = (): void => {
    this.#use = [];
    this.#drop();
  };

  #drop(): void {
    this.#cancel();
    this.#waiting = [];
    this.#player.stop();
  }

  /** One step faster or slower. */
  readonly hasten = (by: 1 | -1): void => this.#player.hasten(by);

  /** Nothing of the visitor is left. */
  readonly reset = (): void => {
    this.stop();
    this.#player.reset();
  };

  /** Tells of a change that has no place on the screen. */
  readonly tell = (text: string): void => {
    if (this.#on) this.#say([{ text, lang: this.#options.lang() }]);
  };

  /** Texts that are walked to while it is on. */
  readonly texts = (): readonly HTMLElement[] => {
    if (!this.#on) return [];
    return blocksOf(topOf(document), STOPS).filter((block) => block instanceof HTMLElement);
  };

  /** Follows the focus and what changes; a kiosk that nobody listens to is spared both. @returns the way to stop */
  #follow(): () => void {
    const focused = ({ target }: FocusEvent): void => {
      if (target instanceof Element && this.#listens) this.#comeTo(target);
    };
    const changed = new MutationObserver((records) => {
      if (this.#listens) this.#hear(records);
    });
    document.addEventListener('focusin', focused);
    changed.observe(document.body, { subtree: true, childList: true, characterData: true });
    return () => {
      document.removeEventListener('focusin', focused);
      changed.disconnect();
    };
  }

  get #listens(): boolean {
    return !this.#options.isRead();
  }

  #comeTo(target: Element): void {
    const spoken = spokenOf(target, this.#before, this.#options.word);
    this.#before = target;
    // What was to be said of another place is over.
    this.#drop();
    this.#say(spoken);
  }

  #hear(records: readonly MutationRecord[]): void {
    const regions = records.flatMap(({ target, addedNodes }) => {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      const inside = [...addedNodes].flatMap((node) =>
        node instanceof Element
          ? [...node.querySelectorAll(LIVE), ...(node.matches(LIVE) ? [node] : [])]
          : [],
      );
      return around ? [around] : inside;
    });
    for (const region of regions.filter((one, index) => regions.indexOf(one) === index)) {
      const text = region.textContent.replaceAll(/\s+/g, ' ').trim();
      const lang = region.closest<HTMLElement>('[lang]')?.lang ?? this.#options.lang();
      if (text) this.#say([{ text, lang }]);
    }
  }

  #say(sentences: readonly Sentence[]): void {
    this.#waiting.push(
      ...sentences.flatMap(inOneGo).filter(({ lang }) => this.#options.speaker.speaks(lang)),
    );
    this.#cancel();
    this.#cancel = this.#options.clock.after(TOGETHER_MS, () => {
      const said = [...this.#use, ...this.#waiting];
      this.#waiting = [];
      this.#use = [];
      if (said.length > 0) this.#player.play(said);
    });
  }
}

/** Voices may break off in what is longer. */
const inOneGo = ({ text, lang }: Sentence): Sentence[] =>
  sentencesOf(text, lang).map(({ start, end }) => ({ text: text.slice(start, end), lang }));
