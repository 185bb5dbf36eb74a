import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagram, ServedShapes } from '../../../../src-main/contract/api.ts';
import { Engine, type Holder } from '../../../../src-renderer/diagram/live/engine.ts';
import { HeldClock } from '../../../doubles/held-clock.ts';
import { figure } from '../gl/models.ts';

const diagram = (id: string) => ({ id, parts: {} }) as Diagram;

function anEngine() {
  const shapes = vi.fn((id: string) => Promise.resolve({ frame: id } as ServedShapes));
  const build = vi.fn(() => Promise.resolve({ model: figure() }));
  const engine = new Engine({ clock: new HeldClock(), repaint: () => () => undefined, shapes, build });
  onEnd = () => engine.dispose();
  return { engine, built: () => shapes.mock.calls.map(([id]) => id) };
}
const holder = (): Holder => ({
  draw: () => false,
  gone: () => undefined,
  lost: () => undefined,
  restored: () => undefined,
});
let onEnd = (): void => undefined;
afterEach(() => onEnd());

describe('the models that are kept', () => {
  it('are made once, whether they are prepared or shown first', async () => {
    const { engine, built } = anEngine();
    await engine.prepare(diagram('neck'));
    await engine.model(diagram('neck'));
    await engine.model(diagram('eyes'));
    await engine.prepare(diagram('eyes'));
    expect(built()).toEqual(['neck', 'eyes']);
  });

  it('are the last four, and always the one that is shown', async () => {
    const { engine, built } = anEngine();
    await engine.model(diagram('shown'));
    for (const id of ['a', 'b', 'c', 'd']) await engine.prepare(diagram(id));
    await engine.model(diagram('shown'));
    expect(built()).toEqual(['shown', 'a', 'b', 'c', 'd']);
    await engine.model(diagram('d'));
    await engine.model(diagram('a'));
    expect(built()).toEqual(['shown', 'a', 'b', 'c', 'd', 'a']);
  });

  it('do not hold what failed, which is tried again when it is shown', async () => {
    const shapes = vi.fn(() => Promise.reject(new Error('gone')));
    const engine = new Engine({ clock: new HeldClock(), repaint: () => () => undefined, shapes });
    onEnd = () => engine.dispose();
    await engine.prepare(diagram('neck'));
    await expect(engine.model(diagram('neck'))).rejects.toThrow('gone');
    expect(shapes).toHaveBeenCalledTimes(2);
  });

  it('are given up half-made once their picture shows another, and nobody else wants them', async () => {
    const signals: AbortSignal[] = [];
    const build = (_: unknown, signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    };
    const shapes = (id: string) => Promise.resolve({ frame: id } as ServedShapes);
    const engine = new Engine({ clock: new HeldClock(), repaint: () => () => undefined, shapes, build });
    onEnd = () => engine.dispose();
    const [one, other] = [holder(), holder()];
    const neck = engine.model(diagram('neck'), one);
    void engine.prepare(diagram('eyes'));
    engine.model(diagram('jaw'), other).catch(() => undefined);
    await vi.waitFor(() => expect(signals).toHaveLength(3));
    engine.model(diagram('jaw'), one).catch(() => undefined);
    await expect(neck).rejects.toThrow();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false, false]);
    engine.leave(one);
    expect(signals[2]!.aborted).toBe(false);
    engine.leave(other);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false, true]);
  });
});
