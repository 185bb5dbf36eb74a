/** What is said in one go. */
export interface Utterance {
  readonly text: string;
  /** Language of the words, a BCP 47 tag. */
  readonly lang: string;
  /** Times the voice's own speed. */
  readonly rate: number;
}

/** What a voice tells of the utterance that it says. */
export interface SpeakerEvents {
  readonly begun: () => void;
  /** A word comes: where it lies in the text. Not every voice tells. */
  readonly word: (start: number, length: number) => void;
  readonly ended: () => void;
  readonly failed: () => void;
}

/** The voices of the machine. */
export interface Speaker {
  /** Whether there is a voice for a language now. Voices may come late. */
  speaks(lang: string): boolean;
  /** Calls whenever voices have come or gone. Returns the way to stop. */
  watchVoices(call: () => void): () => void;
  /** Says an utterance. Returns the way to cut it off; after that nothing more is told of it. */
  say(utterance: Utterance, on: SpeakerEvents): () => void;
}
