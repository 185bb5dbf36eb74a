/** What a line of the log says beside its words: plain values, never anything of a visitor. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

type Say = (what: string, facts?: Facts) => void;

/** The kiosk's log. Each line is a sentence for people; facts make it searchable. */
export interface Log {
  readonly info: Say;
  /** The kiosk made do with something. */
  readonly warn: Say;
  /** Something does not work. */
  readonly error: Say;
}

/** A log that tells whoever listens of each error. */
export interface HeardLog extends Log {
  readonly onError: (hear: (what: string) => void) => void;
}
