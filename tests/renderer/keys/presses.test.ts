import { beforeEach, describe, expect, it } from 'vitest';
import { Presses, type PressTimes } from '../../../src-renderer/keys/presses.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

let clock: HeldClock;
let times: PressTimes;
let acted: string[];
let presses: Presses;

beforeEach(() => {
  clock = new HeldClock();
  times = { holdMs: 0, lockoutMs: 0 };
  acted = [];
  presses = new Presses(clock, () => times);
});
const down = (code: string): void => presses.down(code, () => acted.push(code));
const tap = (code: string, ms = 80): void => {
  down(code);
  clock.pass(ms);
  presses.up(code);
};

describe('presses', () => {
  it('act at once, and once however long a key is held', () => {
    down('F13');
    expect(acted).toEqual(['F13']);
    clock.pass(5000);
    down('F13');
    expect(acted).toEqual(['F13']);
  });

  it('act when they have been held for long enough (R-36)', () => {
    times = { holdMs: 500, lockoutMs: 0 };
    tap('F13', 499);
    clock.pass(5000);
    expect(acted).toEqual([]);
    down('F13');
    clock.pass(500);
    expect(acted).toEqual(['F13']);
  });

  it('of the same key are shut out for a while after its release, those of others are not (R-18)', () => {
    times = { holdMs: 0, lockoutMs: 500 };
    tap('F13');
    clock.pass(499);
    tap('F13', 0);
    tap('F14');
    expect(acted).toEqual(['F13', 'F14']);
    clock.pass(500);
    tap('F13');
    expect(acted).toEqual(['F13', 'F14', 'F13']);
  });

  it('that were too brief shut nothing out', () => {
    times = { holdMs: 300, lockoutMs: 2000 };
    tap('F13', 100);
    tap('F13', 300);
    expect(acted).toEqual(['F13']);
  });

  it('are over when the window loses its keys', () => {
    times = { holdMs: 300, lockoutMs: 0 };
    down('F13');
    presses.clear();
    clock.pass(1000);
    expect(acted).toEqual([]);
    expect(clock.waiting).toBe(0);
    down('F13');
    clock.pass(300);
    expect(acted).toEqual(['F13']);
  });
});
