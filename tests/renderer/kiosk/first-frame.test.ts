import { afterEach, expect, it, vi } from 'vitest';
import { firstFrame } from '../../../src-renderer/kiosk/first-frame.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

/** Of a page whose paint is told when the test tells it. */
function waiting() {
  let told: () => void = () => undefined;
  const disconnect = vi.fn();
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      readonly observe = (): void => undefined;
      readonly disconnect = disconnect;
      constructor(callback: () => void) {
        told = callback;
      }
    },
  );
  const clock = new HeldClock();
  const made = vi.fn();
  const done = firstFrame(clock).then(made);
  return { clock, made, done, disconnect, paint: () => told() };
}

afterEach(() => vi.unstubAllGlobals());

it('waits for the first paint, and a little for the finger', async () => {
  const { clock, made, done, disconnect, paint } = waiting();
  paint();
  clock.pass(59);
  await Promise.resolve();
  expect(made).not.toHaveBeenCalled();
  clock.pass(1);
  await done;
  expect(disconnect).toHaveBeenCalledTimes(1);
  expect(clock.waiting).toBe(0);
});

it('does not wait for ever for a window that is not shown', async () => {
  const { clock, done, disconnect } = waiting();
  clock.pass(600);
  await done;
  expect(disconnect).toHaveBeenCalledTimes(1);
  expect(clock.waiting).toBe(0);
});
