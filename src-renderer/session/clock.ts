/** The only source of time of a visit; tests hold it. */
export interface Clock {
  /** Milliseconds on a clock that never runs backwards. */
  now(): number;
  /** Calls back once after `ms` milliseconds. Returns the way to call it off. */
  after(ms: number, call: () => void): () => void;
}

const started = { monotonic: performance.now(), wall: Date.now() };
let latest = 0;

/**
 * The browser's clock. While a machine sleeps its monotonic clock may stand still, so the wall clock counts too;
 * where that is set back, the time stands until it has caught up.
 */
export const browserClock: Clock = {
  now() {
    const passed = Math.max(performance.now() - started.monotonic, Date.now() - started.wall);
    return (latest = Math.max(latest, passed));
  },
  after(ms, call) {
    const id = setTimeout(call, ms);
    return () => clearTimeout(id);
  },
};
