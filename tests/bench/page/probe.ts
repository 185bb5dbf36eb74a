/** What runs inside the measured page, before any of its own scripts. It costs nothing while nobody taps. */

export interface Touchable {
  /** Milliseconds from the start of the navigation. */
  readonly at: number;
  /** The middle of the control, CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Samples {
  /** Milliseconds from the start of the navigation to the first text or picture on the screen. */
  firstPaint: number | null;
  /** Milliseconds from the start of the navigation to the answer to the first tap. Never rejects. */
  handled: Promise<number>;
  /** Event Timing: interaction → milliseconds from the finger to the next frame on the screen, in steps of 8. */
  interactions: Record<number, number>;
  /** Milliseconds from the finger to the first frame that holds the answer. */
  fingerToFrame: number[];
  /** Milliseconds between animation frames, while they are counted. */
  frameGaps: number[] | undefined;
  /** Set to time the answers to taps; see `Target.state`. */
  state: (() => unknown) | undefined;
  /**
   * Waits until there is something to touch, and from then on for the answer. Looks every 4 ms from the inside:
   * asking from outside would slow down what is measured.
   * @param selector see `Target.tap`
   * @param state see `Target.state`
   */
  whenTouchable(selector: string, state: () => unknown): Promise<Touchable>;
  countFrames(): void;
}

declare global {
  interface Window {
    tonosBench?: Samples;
  }
}

/** Self-contained: only its text gets into the page. */
export function probe(): void {
  if (window.tonosBench || window !== window.top) return;
  const there = (value: unknown): boolean => value !== null && value !== undefined;
  const until = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const timer = setInterval(() => {
        const found = look();
        if (found === undefined) return;
        clearInterval(timer);
        resolve(found);
      }, 4);
    });
  let handle: (at: number) => void = () => undefined;
  const samples: Samples = {
    firstPaint: null,
    handled: new Promise((resolve) => (handle = resolve)),
    interactions: {},
    fingerToFrame: [],
    frameGaps: undefined,
    state: undefined,
    async whenTouchable(selector, state) {
      const box = await until(() => {
        const found = there(state()) && document.querySelector(selector)?.getBoundingClientRect();
        return found && found.width && found.height ? found : undefined;
      });
      const base = state();
      void until(() => (there(state()) && state() !== base ? performance.now() : undefined)).then(handle);
      return { at: performance.now(), x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    countFrames() {
      samples.frameGaps = [];
      let last: number | undefined;
      const frame = (now: number) => {
        if (last !== undefined) samples.frameGaps?.push(now - last);
        last = now;
        if (samples.frameGaps) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
  };
  window.tonosBench = samples;

  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') samples.firstPaint = startTime;
  }).observe({ type: 'paint', buffered: true });

  // An interaction has several events; the longest of them counts. The browser tells of those of 16 ms and more.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const id = entry.interactionId;
      if (id) samples.interactions[id] = Math.max(samples.interactions[id] ?? 0, entry.duration);
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);

  addEventListener(
    'pointerdown',
    ({ timeStamp, isTrusted }) => {
      const { state } = samples;
      if (!state || !isTrusted) return;
      const before = state();
      let frames = 0;
      const look = () => {
        const now = state();
        if (now === before || !there(now)) {
          if (++frames < 120) requestAnimationFrame(look);
          return;
        }
        // A message arrives right after the frame has been made.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => samples.fingerToFrame.push(performance.now() - timeStamp);
        channel.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    },
    true,
  );
}
