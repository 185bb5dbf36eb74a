import { describe, expect, it } from 'vitest';
import { pageDouble } from '../page-double.ts';

const closed = () => {
  const double = pageDouble();
  double.page.settings = { ...double.page.settings, asleep: true };
  return double;
};

describe('a clinic that is closed', () => {
  it('is dark, and nothing runs', () => {
    const { page, clock } = closed();
    expect(page.dark).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  it('wakes for a touch, and sleeps again a minute after the last one', () => {
    const { page, clock } = closed();
    page.sleep.touch();
    expect(page.dark).toBe(false);
    clock.pass(50_000);
    page.sleep.touch();
    clock.pass(59_999);
    expect(page.dark).toBe(false);
    clock.pass(1);
    expect(page.dark).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  it('keeps one timer, however often it is touched', () => {
    const { page, clock } = closed();
    for (let times = 0; times < 50; times++) page.sleep.touch();
    expect(clock.waiting).toBe(1);
  });

  it('stays awake for a visit, and sleeps after one that nobody ended', () => {
    const { page, clock } = closed();
    page.sleep.touch();
    page.visit.send({ type: 'begin' });
    clock.pass(200_000);
    expect(page.dark).toBe(false);
    clock.pass(60_000);
    expect(page.visit.place.at).toBe('attract');
    expect(page.dark).toBe(true);
  });

  it('does not go dark under the eyes of whoever has just touched it', () => {
    const { page, clock } = pageDouble();
    page.sleep.touch();
    page.settings = { ...page.settings, asleep: true };
    expect(page.dark).toBe(false);
    clock.pass(60_000);
    expect(page.dark).toBe(true);
  });
});
