/** The only source of time of a visit; tests hold it. */
export interface Clock {
  /** Milliseconds on a clock that never runs backwards. */
  now(): number;
  /** Calls back once after `ms` milliseconds. Returns the way to call it off. */
  after(ms: number, call: () => void): () => void;
}

/** The browser's clock. */
export const browserClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const id = setTimeout(call, ms);
    return () => clearTimeout(id);
  },
};
