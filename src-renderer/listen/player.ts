import type { Clock } from '../session/clock.ts';
import type { Speaker } from './speaker.ts';

/** `ended`: all has been said. */
export type PlayerState = 'idle' | 'playing' | 'paused' | 'ended';

export interface Sentence {
  readonly text: string;
  /** Language of the words, a BCP 47 tag. */
  readonly lang: string;
}

export interface PlayerEvents {
  /** The state, the sentence or the rate has changed. */
  change(): void;
  /** A word of the present sentence comes, where the voice tells. */
  word(start: number, length: number): void;
  /** The voice does not answer; the player has stopped. */
  fail(): void;
}

/** How fast it may be read, times the voice's own speed. */
export const RATES = [0.6, 0.8, 1, 1.2, 1.4] as const;
const USUAL = RATES.indexOf(1);

/** A voice that has not begun by then is asked once more, ms. The first words after a start of the machine take long. */
export const BEGIN_MS = 10_000;
/** How long an utterance is waited for at least, and for each letter at the voice's own speed, ms: three times what it takes. */
const LEAST_MS = 8_000;
const LETTER_MS = 220;
/** An engine that has just been cut off loses what it is told at once, ms. */
export const SETTLE_MS = 150;

/** How long an utterance that has begun is waited for, ms. */
export const patience = (text: string, rate: number): number => LEAST_MS + (LETTER_MS * text.length) / rate;

/**
 * Reads sentences aloud, one after the other. To pause is to cut off, and to go on begins the sentence anew: engines lose
 * what they have paused, and so does a listener. What an utterance tells after another has taken its place is not heard.
 */
export class Player {
  readonly #clock: Clock;
  readonly #speaker: Speaker;
  readonly #on: PlayerEvents;
  #sentences: readonly Sentence[] = [];
  #at = 0;
  #state: PlayerState = 'idle';
  #rate = USUAL;
  /** Cuts off whatever is said or waited for. */
  #hush: (() => void) | undefined;

  constructor(clock: Clock, speaker: Speaker, on: PlayerEvents) {
    this.#clock = clock;
    this.#speaker = speaker;
    this.#on = on;
  }

  get state(): PlayerState {
    return this.#state;
  }

  /** The sentence that is read, counted from 0. */
  get at(): number {
    return this.#at;
  }

  /** Times the voice's own speed. */
  get rate(): number {
    return RATES[this.#rate]!;
  }

  get slowest(): boolean {
    return this.#rate === 0;
  }

  get fastest(): boolean {
    return this.#rate === RATES.length - 1;
  }

  /** Reads from the first sentence. */
  play(sentences: readonly Sentence[]): void {
    this.#sentences = sentences;
    this.#go(0);
  }

  pause(): void {
    if (this.#state !== 'playing') return;
    this.#cut();
    this.#become('paused');
  }

  /** Goes on with the sentence that was paused. */
  resume(): void {
    if (this.#state === 'paused') this.#go(this.#at);
  }

  /** Says the present sentence again; after the end, the last. */
  repeat(): void {
    if (this.#state !== 'idle') this.#go(this.#at);
  }

  /** So many sentences on or back; beyond an end nothing happens. */
  skip(by: number): void {
    if (this.#state !== 'idle' && this.#sentences[this.#at + by]) this.#go(this.#at + by);
  }

  /** One step faster or slower; the sentence that is being said begins anew. */
  hasten(by: 1 | -1): void {
    if (RATES[this.#rate + by] === undefined) return;
    this.#rate += by;
    if (this.#state === 'playing') this.#go(this.#at);
    else this.#on.change();
  }

  stop(): void {
    if (this.#state === 'idle') return;
    this.#cut();
    this.#sentences = [];
    this.#at = 0;
    this.#become('idle');
  }

  /** Stops, and knows nothing of the visitor any more. */
  reset(): void {
    this.stop();
    this.#rate = USUAL;
    this.#on.change();
  }

  #go(at: number, cutOff = this.#cut()): void {
    this.#at = at;
    const sentence = this.#sentences[at];
    if (!sentence) return this.#become('idle');
    this.#become('playing');
    if (cutOff) this.#later(SETTLE_MS, () => this.#say(sentence, 1));
    else this.#say(sentence, 1);
  }

  #say(sentence: Sentence, attempt: 1 | 2): void {
    let live = true;
    let cut = (): void => {};
    let forget = (): void => {};
    const done = (then: () => void): void => {
      if (!live) return;
      hush();
      this.#hush = undefined;
      then();
    };
    const hush = (): void => {
      live = false;
      forget();
      cut();
    };
    const fail = (): void =>
      done(() => {
        if (attempt === 1) return this.#later(SETTLE_MS, () => this.#say(sentence, 2));
        this.stop();
        this.#on.fail();
      });
    this.#hush = hush;
    forget = this.#clock.after(BEGIN_MS, fail);
    const cutOff = this.#speaker.say(
      { ...sentence, rate: this.rate },
      {
        begun: () => {
          if (!live) return;
          forget();
          // Engines may lose the end of an utterance that they have said.
          forget = this.#clock.after(patience(sentence.text, this.rate), () =>
            done(() => this.#onward(true)),
          );
        },
        word: (start, length) => live && this.#on.word(start, length),
        ended: () => done(() => this.#onward(false)),
        failed: fail,
      },
    );
    if (live) cut = cutOff;
  }

  #onward(cutOff: boolean): void {
    if (this.#at + 1 < this.#sentences.length) this.#go(this.#at + 1, cutOff);
    else this.#become('ended');
  }

  #later(ms: number, call: () => void): void {
    const cancel = this.#clock.after(ms, () => {
      this.#hush = undefined;
      call();
    });
    this.#hush = cancel;
  }

  /** Whether there was anything to cut off. */
  #cut(): boolean {
    const hush = this.#hush;
    this.#hush = undefined;
    hush?.();
    return hush !== undefined;
  }

  #become(state: PlayerState): void {
    this.#state = state;
    this.#on.change();
  }
}
