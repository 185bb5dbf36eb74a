/** Runs made-up touches through the filter and through what it is compared with. */
import type { Preset } from '../../src-renderer/touch/presets.ts';
import type { Rules } from '../../src-renderer/touch/rules.ts';
import { SteadyTouch, type Glass, type Spot } from '../../src-renderer/touch/steady-touch.ts';
import { attempt, chanceOf, type Noise, type Touch } from './noise.ts';

/** Square targets side by side, mm. The one that is meant lies about [0, 0]. */
export interface Field {
  readonly size: number;
  readonly gap: number;
}

export type Tile = `${number},${number}`;
export const MEANT: Tile = '0,0';

export function glassOf({ size, gap }: Field): Glass<Tile> {
  const pitch = size + gap;
  const beyond = (at: number, middle: number): number =>
    Math.max(0, Math.abs(at - middle * pitch) - size / 2);
  const away = (tile: Tile, { x, y }: Spot): number => {
    const [column, row] = tile.split(',').map(Number) as [number, number];
    return Math.hypot(beyond(x, column), beyond(y, row));
  };
  const place = (at: number): number => Math.round(at / pitch) + 0;
  return {
    near(spot) {
      const target: Tile = `${place(spot.x)},${place(spot.y)}`;
      return { target, away: away(target, spot) };
    },
    away,
    lock: () => 'all',
  };
}

/** What a way of telling taps makes of a trace: the tiles that it presses, in order. */
export type Teller = (trace: readonly Touch[], glass: Glass<Tile>) => Tile[];

export const steady =
  (preset: Preset, rules?: Rules): Teller =>
  (trace, glass) => {
    const pressed: Tile[] = [];
    const filter = new SteadyTouch(
      glass,
      preset,
      (wish) => {
        if (wish.kind === 'meant') pressed.push(wish.target);
      },
      rules,
    );
    for (const { kind, id, t, x, y } of trace) {
      if (kind === 'down') filter.down(id, t, { x, y });
      else filter.move(id, t, { x, y });
      if (kind === 'up') filter.up(id, t);
    }
    filter.advance(Infinity);
    return pressed;
  };

/** mm: what Chromium lets a finger move within a tap (15 px). */
const SLOP = 4;

const onTile = (glass: Glass<Tile>, spot: Spot): Tile | undefined => {
  const near = glass.near(spot);
  return near?.away === 0 ? near.target : undefined;
};

/** A browser's own tap: one finger, that stays where it came down, and is lifted on the same target. */
export const nativeTap: Teller = (trace, glass) => {
  const pressed: Tile[] = [];
  const open = new Map<number, { readonly down: Touch; isTap: boolean }>();
  for (const touch of trace) {
    if (touch.kind === 'down') {
      for (const other of open.values()) other.isTap = false;
      open.set(touch.id, { down: touch, isTap: open.size === 0 });
      continue;
    }
    const finger = open.get(touch.id)!;
    if (Math.hypot(touch.x - finger.down.x, touch.y - finger.down.y) > SLOP) finger.isTap = false;
    if (touch.kind === 'move') continue;
    open.delete(touch.id);
    const tile = onTile(glass, finger.down);
    if (finger.isTap && tile && tile === onTile(glass, touch)) pressed.push(tile);
  }
  return pressed;
};

/** Acts where a finger comes down, or is lifted, or was on the whole. */
export const everyDown: Teller = (trace, glass) =>
  trace.flatMap((touch) => (touch.kind === 'down' ? (onTile(glass, touch) ?? []) : []));
export const everyLift: Teller = (trace, glass) =>
  trace.flatMap((touch) => (touch.kind === 'up' ? (onTile(glass, touch) ?? []) : []));
export const everyMean: Teller = (trace, glass) =>
  trace.flatMap((touch) => {
    if (touch.kind !== 'up') return [];
    const own = trace.filter(({ id }) => id === touch.id);
    const mean = (axis: 'x' | 'y'): number => own.reduce((sum, one) => sum + one[axis], 0) / own.length;
    return onTile(glass, { x: mean('x'), y: mean('y') }) ?? [];
  });

/** Counts of attempts: the first press was right; any was wrong; there was none; the right one came twice. */
export interface Tally {
  readonly attempts: number;
  readonly right: number;
  readonly wrong: number;
  readonly nothing: number;
  readonly twice: number;
}

export function tally(tell: Teller, noise: Noise, field: Field, seed: number, attempts: number): Tally {
  const glass = glassOf(field);
  const chance = chanceOf(seed);
  const count = { attempts, right: 0, wrong: 0, nothing: 0, twice: 0 };
  for (let n = 0; n < attempts; n++) {
    const pressed = tell(attempt(noise, chance), glass);
    if (pressed[0] === MEANT) count.right += 1;
    if (pressed.some((tile) => tile !== MEANT)) count.wrong += 1;
    if (pressed.length === 0) count.nothing += 1;
    if (pressed.filter((tile) => tile === MEANT).length > 1) count.twice += 1;
  }
  return count;
}

export const pooled = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((a, b) => ({
    attempts: a.attempts + b.attempts,
    right: a.right + b.right,
    wrong: a.wrong + b.wrong,
    nothing: a.nothing + b.nothing,
    twice: a.twice + b.twice,
  }));
