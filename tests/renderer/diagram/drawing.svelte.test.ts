import { describe, expect, it, vi } from 'vitest';
import type { MeasuredDrawing, PageSettings } from '../../../src-main/contract/api.ts';
import { isSoftware } from '../../../src-renderer/diagram/drawing-class.ts';
import { Drawing } from '../../../src-renderer/diagram/drawing.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

function drawing(setting: PageSettings['drawing'], remembered?: MeasuredDrawing) {
  const report = vi.fn();
  const clock = new HeldClock();
  const shapes = vi.fn(() => Promise.reject(new Error('none')));
  const made = new Drawing({ clock, setting: () => setting, remembered, report, shapes });
  return { drawing: made, report, clock };
}
const slow: MeasuredDrawing = { renderer: 'A card', drawing: 'stills', frameMs: 100 };

describe('how this machine draws', () => {
  it('is not known before it was found out', () => {
    expect(drawing('auto').drawing.mode).toBeUndefined();
    expect(drawing('live').drawing.mode).toBeUndefined();
    expect(drawing('off').drawing.mode).toBe('off');
  });

  it('is remembered, but not that it cannot draw at all', () => {
    expect(drawing('auto', slow).drawing).toMatchObject({ mode: 'stills', most: 5 });
    expect(drawing('live', slow).drawing.mode).toBe('live');
    expect(drawing('auto', { renderer: '', drawing: 'none', frameMs: 0 }).drawing.mode).toBeUndefined();
  });

  it('is found out once the first screen can be touched and a picture is wanted, not before', async () => {
    const { drawing: made } = drawing('auto');
    made.want();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made.live).toBeUndefined();
    made.start();
    await expect.poll(() => made.mode, { timeout: 20_000 }).toBeDefined();
    made.live?.engine.dispose();
  });

  it('is told of by its name where the processor draws, and measured after the first picture, once', async () => {
    const { drawing: made, report, clock } = drawing('auto');
    made.start();
    made.want();
    await expect.poll(() => made.live, { timeout: 20_000 }).toBeDefined();
    const show = { measure: vi.fn(() => 250) };
    for (let pictures = 0; pictures < 3; pictures++) made.first(show as never);
    clock.pass(10_000);
    expect(show.measure).toHaveBeenCalledTimes(1);
    const { renderer } = made.live!.engine;
    const told = (frameMs: number) => [{ renderer, drawing: 'stills', frameMs }];
    expect(report.mock.calls).toEqual([...(isSoftware(renderer) ? [told(0)] : []), told(250)]);
    expect(made).toMatchObject({ mode: 'stills', most: 4 });
    made.live!.engine.dispose();
  });
});
