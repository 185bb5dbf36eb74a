import { describe, expect, it } from 'vitest';
import { VOICES_MS } from '../../../src-renderer/listen/listening.svelte.ts';
import { pageDouble } from '../page-double.ts';

describe('a visit and its clock', () => {
  it('watches only while somebody is there', () => {
    const { page, clock } = pageDouble();
    expect(clock.waiting).toBe(0);
    page.visit.send({ type: 'begin' });
    clock.pass(VOICES_MS);
    expect(clock.waiting).toBe(1);
    page.visit.send({ type: 'finish' });
    expect(clock.waiting).toBe(0);
  });

  it('asks, counts, and ends with nothing left', () => {
    const { page, clock } = pageDouble();
    const { number } = page.visit;
    page.visit.send({ type: 'tour', tour: 'neck' });
    clock.pass(180_000);
    expect([page.visit.asking, page.visit.secondsLeft]).toEqual([true, 60]);
    clock.pass(30_000);
    expect(page.visit.secondsLeft).toBe(30);
    clock.pass(30_000);
    expect(page.visit.place.at).toBe('attract');
    expect(page.visit.number).toBe(number + 1);
    expect([page.visit.asking, page.visit.secondsLeft, clock.waiting]).toEqual([false, 60, 0]);
  });

  it('goes on when the visitor answers, and asks again later', () => {
    const { page, clock } = pageDouble();
    page.visit.send({ type: 'begin' });
    clock.pass(200_000);
    page.visit.send({ type: 'stay' });
    expect(page.visit.asking).toBe(false);
    clock.pass(179_000);
    expect(page.visit.asking).toBe(false);
    clock.pass(1_000);
    expect(page.visit.asking).toBe(true);
  });

  it('follows the settings when they change', () => {
    const { page, clock } = pageDouble();
    page.settings = { ...page.settings, idleSeconds: 60 };
    page.visit.send({ type: 'begin' });
    clock.pass(60_000);
    expect(page.visit.asking).toBe(true);
  });

  it('waits twenty minutes in consult, and as ever after it', () => {
    const { page, clock } = pageDouble();
    page.visit.send({ type: 'begin' });
    page.visit.send({ type: 'consult' });
    clock.pass(20 * 60_000 - 1);
    expect(page.visit.asking).toBe(false);
    clock.pass(1);
    expect(page.visit.asking).toBe(true);
    page.visit.send({ type: 'stay' });
    page.visit.active();
    page.visit.send({ type: 'home' });
    clock.pass(180_000);
    expect(page.visit.asking).toBe(true);
  });

  it('knows the step that the glossary was opened from, where Back does not lead straight to it', () => {
    const { page } = pageDouble();
    page.visit.send({ type: 'tour', tour: 'neck', step: 4 });
    expect(page.visit.returnStep).toBeUndefined();
    page.visit.send({ type: 'glossary', term: 'spasm' });
    // Back leads straight to it.
    expect(page.visit.returnStep).toBeUndefined();
    page.visit.send({ type: 'list' });
    expect(page.visit.returnStep).toBe(4);
  });
});
