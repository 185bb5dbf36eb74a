import type { Speaker, SpeakerEvents, Utterance } from '../../src-renderer/listen/speaker.ts';

interface Said extends Utterance {
  readonly on: SpeakerEvents;
  cut: boolean;
}

/** A speaker that a test has in its hand: it says nothing by itself. */
export class SpeakerDouble implements Speaker {
  readonly said: Said[] = [];
  #languages: readonly string[];
  #watchers = new Set<() => void>();

  constructor(languages: readonly string[] = ['en']) {
    this.#languages = languages;
  }

  speaks(lang: string): boolean {
    return this.#languages.includes(lang);
  }

  watchVoices(call: () => void): () => void {
    this.#watchers.add(call);
    return () => this.#watchers.delete(call);
  }

  say(utterance: Utterance, on: SpeakerEvents): () => void {
    const said = { ...utterance, on, cut: false };
    this.said.push(said);
    return () => (said.cut = true);
  }

  /** Voices come, or go. */
  bring(...languages: string[]): void {
    this.#languages = languages;
    for (const call of this.#watchers) call();
  }

  get watchers(): number {
    return this.#watchers.size;
  }

  get texts(): string[] {
    return this.said.map(({ text }) => text);
  }

  /** What was told last. */
  get last(): Said {
    return this.said.at(-1)!;
  }

  /** Says the last utterance to its end. */
  finish(): void {
    const { on } = this.last;
    on.begun();
    on.ended();
  }
}
