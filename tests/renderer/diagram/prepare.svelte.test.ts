import { beforeEach, expect, it, vi } from 'vitest';
import type { Diagram } from '../../../src-main/contract/api.ts';
import { Drawing } from '../../../src-renderer/diagram/drawing.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

const engine = vi.hoisted(() => ({
  renderer: '',
  prepare: vi.fn((_diagram: { id: string }) => Promise.resolve()),
}));
vi.mock('../../../src-renderer/diagram/live/live.ts', () => ({ openLive: () => ({ engine }) }));

const IDS = ['neck', 'by-hand', 'lost', 'eyes', 'neck'];

/** Asks for models on a machine with this driver. */
async function prepareOn(renderer: string) {
  engine.renderer = renderer;
  const clock = new HeldClock();
  const shapes = () => Promise.reject(new Error('none'));
  const drawing = new Drawing({
    clock,
    setting: () => 'live',
    remembered: undefined,
    report: vi.fn(),
    shapes,
  });
  drawing.start();
  drawing.want();
  await expect.poll(() => drawing.live).toBeDefined();
  const get = vi.fn((id: string) =>
    id === 'lost'
      ? Promise.reject(new Error('gone'))
      : Promise.resolve({ id, drawn: id !== 'by-hand' } as Diagram),
  );
  return { clock, get, callOff: drawing.prepare(IDS, get) };
}

const prepared = () => engine.prepare.mock.calls.map(([{ id }]) => id);
beforeEach(() => engine.prepare.mockClear());

it('makes the models of what may be shown next, each once, and passes over what cannot be drawn', async () => {
  const { clock } = await prepareOn('A card');
  expect(prepared()).toEqual([]);
  clock.pass(1000);
  await expect.poll(prepared).toEqual(['neck', 'eyes']);
});

it('makes none once it was called off', async () => {
  const { clock, get, callOff } = await prepareOn('A card');
  callOff();
  clock.pass(1000);
  expect(get).not.toHaveBeenCalled();
});

it('leaves a processor alone that has to draw as well', async () => {
  const { clock, get } = await prepareOn('SwiftShader');
  clock.pass(1000);
  expect(get).not.toHaveBeenCalled();
});
