import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastOf, presetOf, PRESETS, type Preset } from '../../src-renderer/touch/presets.ts';
import { SteadyTouch, type Glass, type Lock, type Wish } from '../../src-renderer/touch/steady-touch.ts';

/** Three targets of 25 mm in a row, 8 mm apart, and a wide bare place. */
const TILES: Readonly<Record<string, readonly [number, number]>> = { a: [0, 25], b: [33, 58], c: [66, 91] };
const locks: Record<string, Lock> = { c: 'nothing' };

const away = (tile: string, { x, y }: { x: number; y: number }): number => {
  const [left, right] = TILES[tile]!;
  return Math.hypot(Math.max(0, left - x, x - right), Math.max(0, -y, y - 25));
};
const GLASS: Glass<string> = {
  near: (spot) =>
    Object.keys(TILES)
      .map((target) => ({ target, away: away(target, spot) }))
      .reduce((a, b) => (b.away < a.away ? b : a)),
  away,
  lock: (target) => locks[target] ?? 'all',
};

function filter(preset: Preset = PRESETS.standard, glass = GLASS) {
  const wishes: Wish<string>[] = [];
  const touch = new SteadyTouch(glass, preset, (wish) => wishes.push(wish));
  const told = (): (string | undefined)[] =>
    wishes.map((wish) =>
      wish.kind === 'meant'
        ? wish.target
        : wish.kind === 'nothing'
          ? wish.why
          : wish.aims.map(({ target }) => target).join(),
    );
  /** A finger comes down at `x`, goes through `way`, and is lifted; a sample each 8 ms. */
  const press = (t: number, x: number, ms = 100, way: (passed: number) => number = () => 0, id = 1): void => {
    touch.down(id, t, { x, y: 12 });
    for (let passed = 8; passed < ms; passed += 8) touch.move(id, t + passed, { x: x + way(passed), y: 12 });
    touch.up(id, t + ms);
  };
  return { touch, told, press };
}

describe('a touch', () => {
  it('is granted when it is lifted and nothing more has come', () => {
    const { touch, told, press } = filter();
    press(0, 12);
    expect(touch.due).toBe(250);
    touch.advance(249);
    expect(told()).toEqual([]);
    touch.advance(250);
    expect(told()).toEqual(['a']);
    expect(touch.due).toBeUndefined();
  });

  it('counts on the target that it lies beside, but not far from all', () => {
    const { touch, told, press } = filter();
    press(0, 28);
    touch.advance(1000);
    press(2000, 110);
    touch.advance(3000);
    expect(told()).toEqual(['a', 'beside']);
  });

  it('counts where it rests, of which a glass says nothing', () => {
    const { touch, told } = filter();
    touch.down(1, 0, { x: 12, y: 12 });
    touch.move(1, 30, { x: 45, y: 12 });
    touch.up(1, 400);
    touch.advance(1000);
    expect(told()).toEqual(['b']);
    // Drawn far away, and still there.
    touch.down(1, 3000, { x: 12, y: 12 });
    touch.move(1, 3300, { x: 12, y: 90 });
    touch.up(1, 4000);
    touch.advance(5000);
    expect(told()).toEqual(['b', 'left']);
  });

  it('that was told late lasted as long as it did', () => {
    const { touch, told, press } = filter();
    touch.advance(500);
    press(300, 12);
    touch.advance(1000);
    expect(told()).toEqual(['a']);
  });

  it('counts where it was for the most part, not where it slips as it is lifted', () => {
    const { touch, told, press } = filter();
    press(0, 12, 200, (passed) => (passed > 150 ? 30 : 0));
    touch.advance(1000);
    expect(told()).toEqual(['a']);
  });

  it('that trembles over an edge counts for the target that it is on most', () => {
    const { touch, told, press } = filter();
    press(0, 21, 400, (passed) => 6 * Math.sin(passed / 20));
    touch.advance(1000);
    expect(told()).toEqual(['a']);
  });

  it('that is too short counts for nothing, and two short ones together count', () => {
    const { touch, told, press } = filter(presetOf('standard', 0, 40));
    press(0, 12, 24);
    touch.advance(1000);
    press(2000, 12, 24);
    press(2080, 12, 24);
    touch.advance(3000);
    expect(told()).toEqual(['short', 'a']);
  });

  it('that is drawn far off its target and stays there is taken back (R-10)', () => {
    const { touch, told, press } = filter();
    press(0, 12, 1200, (passed) => Math.min(90, Math.max(0, passed - 300) / 4));
    touch.advance(2000);
    press(3000, 12, 1200, (passed) => (passed > 300 && passed < 600 ? 40 : 0));
    touch.advance(5000);
    expect(told()).toEqual(['left', 'a']);
  });

  it('that is lost counts for nothing', () => {
    const { touch, told } = filter();
    touch.down(1, 0, { x: 12, y: 12 });
    touch.cancel(1, 80);
    touch.advance(1000);
    expect(told()).toEqual([]);
    expect(touch.touched).toBe(false);
  });

  it('of a palm counts for nothing', () => {
    const { touch, told } = filter();
    touch.down(1, 0, { x: 12, y: 12 }, 4);
    touch.move(1, 50, { x: 12, y: 12 }, 14);
    touch.up(1, 120);
    touch.advance(1000);
    expect(told()).toEqual([]);
  });

  it('is outlined before it is granted', () => {
    const { touch } = filter();
    touch.down(1, 0, { x: 12, y: 12 });
    touch.move(1, 48, { x: 12, y: 12 });
    expect(touch.candidate).toBe('a');
  });
});

describe('several contacts', () => {
  it('that bounce are one wish', () => {
    const { touch, told, press } = filter();
    press(0, 12);
    press(180, 14, 40);
    press(300, 10, 40);
    touch.advance(1000);
    expect(told()).toEqual(['a']);
  });

  it('of other fingers give way to the one that was there longest', () => {
    const { touch, told } = filter();
    touch.down(1, 0, { x: 12, y: 12 });
    touch.down(2, 40, { x: 70, y: 12 });
    touch.up(2, 140);
    touch.up(1, 260);
    touch.advance(1000);
    expect(told()).toEqual(['a']);
  });

  it('are told from a brush before them by the finger that came back', () => {
    const { touch, told, press } = filter();
    press(0, 70, 80);
    press(160, 12, 70);
    press(300, 14, 60);
    touch.advance(1000);
    expect(told()).toEqual(['a']);
  });

  it('work beside a hand that rests on the glass', () => {
    const { touch, told, press } = filter();
    touch.down(9, 0, { x: 140, y: 12 });
    press(2500, 12, 100);
    touch.advance(3000);
    expect(told()).toEqual(['a']);
    touch.up(9, 4000);
    touch.advance(5000);
    expect(told()).toEqual(['a', 'beside']);
  });

  it('are told apart when the lift of one was lost', () => {
    const { touch, told, press } = filter();
    touch.down(1, 0, { x: 12, y: 12 });
    touch.move(1, 100, { x: 12, y: 12 });
    press(3000, 45);
    touch.advance(9000);
    expect(told().length).toBeGreaterThan(0);
    expect(touch.touched).toBe(false);
    expect(touch.due).toBeUndefined();
  });
});

describe('after a wish', () => {
  it('nothing is granted for a while but what may be had at any time', () => {
    const { touch, told, press } = filter();
    press(0, 12);
    touch.advance(400);
    press(500, 45);
    touch.advance(800);
    press(820, 70);
    touch.advance(1200);
    press(2200, 45);
    touch.advance(3000);
    expect(told()).toEqual(['a', 'locked', 'c', 'b']);
  });

  it('of keys, other keys follow at once, and the same one later', () => {
    const { touch, told, press } = filter(PRESETS.standard, { ...GLASS, lock: () => 'same' });
    press(0, 12);
    touch.advance(260);
    press(300, 45);
    touch.advance(560);
    press(600, 45);
    touch.advance(900);
    press(1900, 45);
    touch.advance(3000);
    expect(told()).toEqual(['a', 'b', 'locked', 'b']);
  });
});

it('Careful asks which of two was meant', () => {
  const { touch, told, press } = filter(PRESETS.careful);
  // it sways between the two
  press(0, 29, 400, (passed) => 12 * Math.sin(passed / 12));
  touch.advance(1000);
  expect(told()).toEqual(['b,a']);
});

describe('a preset', () => {
  it('learns from five taps how long one lasts, within bounds', () => {
    expect(leastOf([100, 90, 700, 110, 120])).toBeCloseTo(44);
    expect(leastOf([10, 10])).toBe(24);
    expect(leastOf([4000])).toBe(200);
  });

  it('is what a visitor has chosen: as it is, after five taps, with a finger that holds, or none', () => {
    expect(presetOf('steady', 0, undefined)).toEqual(PRESETS.steady);
    expect(presetOf('steady', 0, 44)?.least).toBe(44);
    expect(presetOf('steady', 500, 44)?.least).toBe(500);
    expect(presetOf('off', 500, 44)).toBeUndefined();
  });
});

describe('a touch that is shorter than touches are', () => {
  it('counts when nothing follows it, as that of a program that touches for somebody does', () => {
    const { touch, told, press } = filter();
    press(0, 12, 6);
    expect(touch.due).toBe(356);
    touch.advance(355);
    expect(told()).toEqual([]);
    touch.advance(356);
    expect(told()).toEqual(['a']);
  });

  it('is a brush when the touch follows', () => {
    const { touch, told, press } = filter();
    press(0, 12, 20);
    press(250, 78, 120);
    touch.advance(2000);
    expect(told()).toEqual(['c']);
  });

  it('counts for nothing to those who have said how long theirs is', () => {
    const { touch, told, press } = filter(presetOf('standard', 300, undefined));
    press(0, 12, 100);
    touch.advance(2000);
    expect(told()).toEqual(['short']);
  });
});

describe('among keys', () => {
  const keys: Glass<string> = { ...GLASS, lock: () => 'same' };

  it('the next key is touched before the wish is over, and both are typed', () => {
    const { touch, told, press } = filter(PRESETS.standard, keys);
    press(0, 12);
    press(180, 78);
    expect(told()).toEqual(['a']);
    touch.advance(1000);
    expect(told()).toEqual(['a', 'c']);
  });

  it('a bounce beside the key types nothing more, nor does the same key at once', () => {
    const { touch, told, press } = filter(PRESETS.standard, keys);
    press(0, 12);
    press(180, 20);
    touch.advance(500);
    press(600, 12);
    touch.advance(2000);
    expect(told()).toEqual(['a', 'locked']);
  });

  it('a key that was brushed on the way to another is not typed', () => {
    const { touch, told, press } = filter(PRESETS.standard, keys);
    press(0, 12, 60);
    press(140, 78, 120);
    touch.advance(1000);
    expect(told()).toEqual(['c']);
  });
});

/** Whatever a glass may report, also what it should not: ten fingers, lost lifts, cancels, times in any order. */
const anything = fc.array(
  fc.record({
    kind: fc.constantFrom('down', 'move', 'up', 'cancel', 'advance'),
    id: fc.nat(9),
    t: fc.integer({ min: 0, max: 20_000 }),
    x: fc.integer({ min: -50, max: 200 }),
    y: fc.integer({ min: -50, max: 100 }),
    radius: fc.integer({ min: 0, max: 20 }),
  }),
  { maxLength: 60 },
);

describe('whatever the glass reports', () => {
  const RUNS = process.env['TONOS_TEST_FULL'] === '1' ? 50_000 : 5_000;

  it(
    `nothing breaks, nothing is stuck, and nothing is pressed without a lift (${RUNS} traces)`,
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(anything, fc.constantFrom(...Object.values(PRESETS)), (events, preset) => {
          const { touch, told, press } = filter(preset);
          let ups = 0;
          for (const { kind, id, t, x, y, radius } of events) {
            // A new contact of a finger whose lift was lost lifts it.
            if (kind === 'up' || kind === 'down') ups += 1;
            if (kind === 'advance') touch.advance(t);
            else if (kind === 'cancel') touch.cancel(id, t);
            else if (kind === 'up') touch.up(id, t);
            else touch[kind](id, t, { x, y }, radius);
          }
          expect(told().length).toBeLessThanOrEqual(ups);
          // All fingers go, and the next one that comes is understood.
          for (let id = 0; id < 10; id++) touch.up(id, 30_000);
          touch.advance(40_000);
          expect(touch.due).toBeUndefined();
          const before = told().length;
          press(50_000, 12, 200);
          touch.advance(60_000);
          expect(told().slice(before)).toEqual(['a']);
        }),
        { numRuns: RUNS, seed: 20261129 },
      );
    },
  );
});
