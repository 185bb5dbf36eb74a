/** The kiosk's only source of time; tests hold it. */
export interface Clock {
  /** Milliseconds on a clock that never runs backwards. */
  now(): number;
  /** Calls back once after `ms` milliseconds. Returns the way to call it off. */
  after(ms: number, call: () => void): () => void;
  /** The clinic's own time. It may jump: somebody sets it, or summer ends. */
  date(): Date;
}

/** The machine's clock. Its timers never keep a process alive that is otherwise done. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
  date: () => new Date(),
};
