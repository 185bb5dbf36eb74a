import { expect, it, vi } from 'vitest';
import { PanelTurner } from '../../../src-main/display/panel-turn.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { hostDouble } from '../../doubles/host.ts';

function opened() {
  const clock = new HeldClock();
  const host = hostDouble();
  const onChange = vi.fn();
  const turner = new PanelTurner({ host, clock, onChange });
  const turns = () => host.turnPanel.mock.calls.map(([degrees]) => degrees);
  return { clock, host, onChange, turner, turns };
}

it('leaves the picture alone as long as no setting speaks of it', async () => {
  const { turner, turns } = opened();
  await turner.turn(undefined);
  expect(turns()).toEqual([]);
});

it('turns it once, and upright again when the setting is taken back', async () => {
  const { turner, turns } = opened();
  await turner.turn(90);
  await turner.turn(90);
  await turner.turn(undefined);
  await turner.turn(undefined);
  expect(turns()).toEqual([90, 0]);
});

it('says why it could not, and tries again until it can', async () => {
  const { turner, turns, host, clock, onChange } = opened();
  host.turnPanel.mockResolvedValue('no display is connected');
  await turner.turn(90);
  expect(turner.faults.map(({ what }) => what)).toEqual(['could not be done: no display is connected']);
  await clock.passAndSettle(60_000);
  expect(turns()).toEqual([90, 90]);
  host.turnPanel.mockResolvedValue(undefined);
  await clock.passAndSettle(60_000);
  expect(turner.faults).toEqual([]);
  await clock.passAndSettle(600_000);
  expect(turns()).toEqual([90, 90, 90]);
  expect(onChange).toHaveBeenCalledTimes(3);
});

it('turns one after the other, and ends with the last', async () => {
  const { turner, turns, host } = opened();
  let running = 0;
  host.turnPanel.mockImplementation(async () => {
    expect(++running).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    return undefined;
  });
  await Promise.all([turner.turn(90), turner.turn(180), turner.turn(270)]);
  expect(turns().at(-1)).toBe(270);
});

it('lets go of the clock', async () => {
  const { turner, host, clock } = opened();
  host.turnPanel.mockResolvedValue('no');
  await turner.turn(90);
  turner.close();
  expect(clock.waiting).toBe(0);
});
