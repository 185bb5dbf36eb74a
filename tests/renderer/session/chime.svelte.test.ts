import { describe, expect, it, vi } from 'vitest';
import { HeldClock } from '../../doubles/held-clock.ts';
import { chime, ring } from '../../../src-renderer/session/chime.ts';

const RATE = 8_000;

/** What is heard within two seconds, sample by sample. */
async function heard(volume: number): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 2 * RATE, RATE);
  ring(context, volume);
  return (await context.startRendering()).getChannelData(0);
}

const loudest = (samples: Float32Array): number =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('the sound of the question (R-42)', () => {
  it('is soft, and follows the volume', async () => {
    const [full, half] = [loudest(await heard(1)), loudest(await heard(0.5))];
    expect(full).toBeGreaterThan(0.1);
    expect(full).toBeLessThan(0.4);
    expect(half / full).toBeCloseTo(0.5, 1);
  });

  it('swells rather than strikes, and dies away', async () => {
    const samples = await heard(1);
    expect(loudest(samples.subarray(0, 0.01 * RATE))).toBeLessThan(0.02);
    expect(loudest(samples.subarray(1.5 * RATE))).toBeLessThan(0.001);
  });

  it('leaves nothing open, and is not made where the volume is nothing', () => {
    const close = vi.spyOn(AudioContext.prototype, 'close');
    const clock = new HeldClock();
    chime(0, clock);
    expect(clock.waiting).toBe(0);
    chime(0.1, clock);
    expect(close).not.toHaveBeenCalled();
    clock.pass(2_000);
    expect(close).toHaveBeenCalledTimes(1);
    close.mockRestore();
  });
});
