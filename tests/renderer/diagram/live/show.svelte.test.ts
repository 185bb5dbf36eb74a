/** A live picture in a real browser: what it draws, and what it leaves alone. Time and repaints are the test’s. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagram, ServedShapes } from '../../../../src-main/contract/api.ts';
import { Engine } from '../../../../src-renderer/diagram/live/engine.ts';
import { Show, type ShowOptions } from '../../../../src-renderer/diagram/live/show.ts';
import type { Aim } from '../../../../src-renderer/diagram/scene.ts';
import { HeldClock } from '../../../doubles/held-clock.ts';
import { figure, FRONT } from '../gl/models.ts';

const diagram = {
  id: 'figure',
  size: [200, 200],
  parts: {},
  layers: ['muscle'],
  hidden: [],
  ghost: 0,
  parameters: { tilt: {} },
  poses: {
    rest: { parameters: {}, activation: {}, working: [] },
    tilted: { parameters: { tilt: 14 }, activation: {}, working: [] },
  },
  views: { front: { ...FRONT, without: [] } },
  motions: {},
} as unknown as Diagram;
const aim = (pose: string): Aim => ({ diagram, pose, view: 'front', hidden: [] });
const options = (more: Partial<ShowOptions> = {}): ShowOptions => ({
  ...{ cap: 60, touchedCap: 60, travel: false, fine: true, led: false, fadeMs: 0, parts: ['head'] },
  ...more,
});

/** A machine that draws by its processor takes its time, ms. */
const PATIENCE = 20_000;

let onEnd = (): void => undefined;
afterEach(() => onEnd());

function aStage(build = () => Promise.resolve({ model: figure() })) {
  const clock = new HeldClock();
  const waiting: (() => void)[] = [];
  const engine = new Engine({
    clock,
    repaint: (call) => {
      waiting.push(call);
      return () => void waiting.splice(waiting.indexOf(call) >>> 0, 1);
    },
    shapes: (id) => Promise.resolve({ frame: id } as ServedShapes),
    build: (_, signal) =>
      Promise.race([
        build(),
        new Promise<never>((_, no) => (signal.onabort = () => no(signal.reason as Error))),
      ]),
  });
  onEnd = () => engine.dispose();
  const draw = vi.spyOn(engine, 'draw');
  /** Widths of the pictures that were drawn since it was asked last. */
  const widths = (): number[] => draw.mock.calls.splice(0).map(([, , { width }]) => width);
  /** Lets time pass, and repaints. */
  const repaint = (ms = 20): void => {
    clock.pass(ms);
    waiting.splice(0).forEach((call) => call());
  };
  /** Repaints, and lets the machine come to what it was asked for. */
  const rest = async (): Promise<void> => {
    for (let n = 0; n < 40; n++) {
      repaint();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  function show(beside = false) {
    const settled = vi.fn();
    const host = document.createElement('div');
    const events = { aimed: vi.fn(), moved: vi.fn(), settled, there: vi.fn(), failed: vi.fn() };
    const one = new Show(engine, clock, host, events, beside);
    one.fit(200, 200);
    return { one, settled, host, failed: events.failed };
  }
  return { engine, widths, repaint, rest, show };
}

describe('a picture', () => {
  it('is drawn once, and not again until something has changed', async () => {
    const { widths, rest, show } = aStage();
    const { one } = show();
    one.want(aim('rest'), undefined, options());
    await rest();
    expect(widths()).toEqual([200]);
    one.want(aim('rest'), undefined, options({ parts: [] }));
    await rest();
    expect(widths()).toEqual([]);
    one.want(aim('tilted'), undefined, options());
    await rest();
    expect(widths()).toEqual([200]);
  });

  it('tells where its parts are once the machine has drawn, and waits for nothing', async () => {
    const { widths, repaint, show } = aStage();
    const { one, settled } = show();
    one.want(aim('rest'), undefined, options());
    await vi.waitFor(() => {
      repaint();
      expect(widths()).toEqual([200]);
    }, PATIENCE);
    expect(settled).not.toHaveBeenCalled();
    await vi.waitFor(() => {
      repaint();
      expect(settled).toHaveBeenCalledOnce();
    }, PATIENCE);
    expect(settled.mock.lastCall?.[0]).toHaveProperty('head');
  });

  it('is rough where the processor draws, and fine once nothing has changed for a while', async () => {
    const { widths, repaint, rest, show } = aStage();
    const { one } = show();
    const slow = options({ fine: false });
    one.want(aim('rest'), undefined, slow);
    await rest();
    // The first takes the place of a still, which is fine.
    expect(widths()).toEqual([200]);
    one.want(aim('tilted'), undefined, slow);
    repaint();
    expect(widths()).toEqual([110]);
    one.want(aim('rest'), undefined, slow);
    repaint(200);
    repaint(200);
    expect(widths()).toEqual([110]);
    repaint(200);
    expect(widths()).toEqual([200]);
    await rest();
    expect(widths()).toEqual([]);
  });
});

describe('a picture that is left before its model is made', () => {
  it('has not failed, whether it is closed or wanted again', async () => {
    const { rest, show } = aStage(() => new Promise<never>(() => undefined));
    const { one, failed } = show();
    const other = { ...aim('rest'), diagram: { ...diagram, id: 'other' } };
    one.want(aim('rest'), undefined, options());
    one.want(other, undefined, options());
    one.want(aim('rest'), undefined, options());
    await rest();
    one.close();
    await rest();
    expect(failed).not.toHaveBeenCalled();
  });
});

describe('two pictures beside each other', () => {
  it('are not drawn for each other', async () => {
    const { engine, widths, rest, show } = aStage();
    const [first, second] = [show(), show(true)];
    first.one.want(aim('rest'), undefined, options());
    second.one.want(aim('rest'), undefined, options());
    await rest();
    widths();
    second.one.want(aim('tilted'), undefined, options());
    await rest();
    expect(widths()).toEqual([200]);
    first.one.want(aim('tilted'), undefined, options());
    await rest();
    expect(widths()).toEqual([200]);
    expect([first, second].map(({ host }) => host.firstChild === engine.canvas)).toEqual([false, false]);

    // Alone again, it has the canvas.
    second.one.close();
    await rest();
    expect(first.host.firstChild).toBe(engine.canvas);
  });
});
