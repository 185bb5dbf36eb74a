/** What of the stage goes onto a take-home sheet. */
export interface Snapshot {
  /** Ids of the diagram and the form; of two that are compared, of the one that is set. */
  readonly diagram: string;
  readonly pose: string;
  /** How much of the form is shown, 0 to 1. */
  readonly share: number;
  /** What stands over the picture. */
  readonly title: string;
  /** PNG of the picture with its ink, for white paper. */
  readonly image: Blob;
  /** Names of the parts that are called out, each with its side. */
  readonly words: readonly string[];
  /** Where the eye stood, degrees round the patient; absent of a picture that has no sides. */
  readonly orbit?: number;
}

/** A snapshot is at most so broad, px. */
export const MOST_WIDTH = 1200;
