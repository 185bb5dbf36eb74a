import type { Clock } from '../session/clock.ts';
import { mark, reveal, unmark } from './marks.ts';
import { heardOf, readRoots, type Heard } from './passages.ts';
import { Player, type PlayerState } from './player.ts';
import type { Speaker } from './speaker.ts';

/** How long voices are waited for that come late, ms. */
export const VOICES_MS = 3_000;

/** What is said in words before it is said aloud, and where it cannot be: never a silence that nobody explains. */
export interface Notice {
  /**
   * Whether the room may hear it; no voice for the page's language; none for some words of it; or a voice that does not answer.
   */
  readonly kind: 'aloud' | 'none' | 'partly' | 'failed';
  /** The language in question, a BCP 47 tag. */
  readonly lang: string;
}

export interface ListeningHooks {
  /** The page's language, a BCP 47 tag. */
  readonly lang: () => string;
  /** It need not be asked whether the room may hear it: the speech mode is on, with headphones or by its own key. */
  readonly isAlone: () => boolean;
  /** While it is read aloud, the visitor need not touch anything. */
  readonly hold: (held: boolean) => void;
  /** The voice has become a step faster or slower. */
  readonly onpace: (by: 1 | -1) => void;
}

/** The screen read aloud: by one press, and never by itself. For the visit only. */
export class Listening {
  readonly #clock: Clock;
  readonly #speaker: Speaker;
  readonly #hooks: ListeningHooks;
  readonly #player: Player;
  #state = $state<PlayerState>('idle');
  #rate = $state(1);
  #slowest = $state(false);
  #fastest = $state(false);
  #notice = $state.raw<Notice>();
  /** The visitor has let the room hear it. */
  #agreed = false;
  /** Counts up whenever voices come or go. */
  #voices = $state(0);
  /** Voices have had their time to come. */
  #looked = $state(false);
  /** Calls off the wait for that. */
  #looking: (() => void) | undefined;
  #heard: readonly Heard[] = [];
  /** Of words that have no voice. */
  #left: string | undefined;
  /** Calls off the wait for voices. */
  #waiting: (() => void) | undefined;

  constructor(clock: Clock, speaker: Speaker, hooks: ListeningHooks) {
    this.#clock = clock;
    this.#speaker = speaker;
    this.#hooks = hooks;
    this.#player = new Player(clock, speaker, {
      change: () => this.#follow(),
      word: (start, length) => {
        const place = this.#heard[this.#player.at]?.place;
        if (place) mark(place(), place(start, length));
      },
      fail: () => this.#tell('failed', this.#hooks.lang()),
    });
    // For the life of the page, as this is.
    speaker.watchVoices(() => (this.#voices += 1));
  }

  /** It is being read, or stands marked until it goes on. */
  get reading(): boolean {
    return this.#state === 'playing' || this.#state === 'paused';
  }

  get paused(): boolean {
    return this.#state === 'paused';
  }

  /** Times the voice's own speed. */
  get rate(): number {
    return this.#rate;
  }

  get slowest(): boolean {
    return this.#slowest;
  }

  get fastest(): boolean {
    return this.#fastest;
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  /** Whether there is a voice for a language. */
  speaks(lang: string): boolean {
    void this.#voices;
    return this.#speaker.speaks(lang);
  }

  /** There is no voice for the page's language, and none is expected any more. */
  get mute(): boolean {
    return this.#looked && !this.speaks(this.#hooks.lang());
  }

  /** Browsers look for voices when they are asked for the first time: before the visitor asks, then. */
  readonly prepare = (): void => {
    this.#looking?.();
    const isThere = this.#speaker.speaks(this.#hooks.lang());
    if (!isThere) this.#looking = this.#clock.after(VOICES_MS, () => (this.#looked = true));
  };

  /**
   * The one press: reads the whole of the screen; while it is read, pauses and goes on. Where a room would hear it, it asks first, once in
   * a visit.
   */
  readonly press = (): void => {
    if (this.reading) return this.toggle();
    this.stop();
    const lang = this.#hooks.lang();
    if (this.#speaker.speaks(lang)) this.#askOrBegin();
    else this.#wait(lang);
  };

  /** The room may hear it. The question lies over what is read, and closes first. */
  readonly agree = (): void => {
    this.#agreed = true;
    this.dismiss();
    this.#begin();
  };

  readonly toggle = (): void => {
    if (this.paused) this.#player.resume();
    else this.#player.pause();
  };

  readonly repeat = (): void => this.#player.repeat();

  readonly hasten = (by: 1 | -1): void => {
    this.#player.hasten(by);
    this.#hooks.onpace(by);
  };

  readonly stop = (): void => {
    this.#waiting?.();
    this.#player.stop();
  };

  readonly dismiss = (): void => {
    this.#notice = undefined;
  };

  /** Nothing of the visitor is left. */
  readonly reset = (): void => {
    this.#looking?.();
    this.stop();
    this.dismiss();
    this.#agreed = false;
    this.#player.reset();
  };

  /** There is no voice: it is said so. */
  readonly tellMute = (): void => this.#tell('none', this.#hooks.lang());

  #askOrBegin(): void {
    if (this.#agreed || this.#hooks.isAlone()) this.#begin();
    else this.#tell('aloud', this.#hooks.lang());
  }

  #begin(): void {
    const heard = heardOf(readRoots(document));
    this.#heard = heard.filter(({ lang }) => this.#speaker.speaks(lang));
    this.#left = heard.find(({ lang }) => !this.#speaker.speaks(lang))?.lang;
    this.#player.play(this.#heard);
    if (this.#heard.length === 0) this.#tell('partly', this.#left ?? this.#hooks.lang());
  }

  /** Voices may come late. */
  #wait(lang: string): void {
    const end = (): void => {
      this.#waiting = undefined;
      stopWatch();
      stopClock();
    };
    const stopWatch = this.#speaker.watchVoices(() => {
      if (!this.#speaker.speaks(lang)) return;
      end();
      this.#askOrBegin();
    });
    const stopClock = this.#clock.after(VOICES_MS, () => {
      end();
      this.#tell('none', lang);
    });
    this.#waiting = end;
  }

  #tell(kind: Notice['kind'], lang: string): void {
    this.#notice = { kind, lang };
  }

  #follow(): void {
    const { state, at, rate, slowest, fastest } = this.#player;
    this.#state = state;
    this.#rate = rate;
    this.#slowest = slowest;
    this.#fastest = fastest;
    this.#hooks.hold(state === 'playing');
    const sentence = this.reading ? this.#heard[at]?.place() : undefined;
    if (sentence) {
      mark(sentence);
      if (state === 'playing') reveal(sentence);
      return;
    }
    unmark();
    if (state === 'ended' && this.#left !== undefined) this.#tell('partly', this.#left);
    this.#heard = [];
  }
}
