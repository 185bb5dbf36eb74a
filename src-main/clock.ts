/** Time as the kiosk sees it; tests hold it. */
export interface Clock {
  now(): number;
  /** @returns a handle for `clearTimeout` */
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** The machine's clock. Its timers never keep a process alive that is otherwise done. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms).unref(),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};
