import { describe, expect, it } from 'vitest';
import { MotionPlayer } from '../../../src-renderer/diagram/motion.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

const motion = {
  view: 'front',
  poses: ['rest', 'half', 'turned'],
  stepMs: 400,
  holdMs: 1000,
  frames: 4,
  returns: true,
  modifiers: [],
};

function played() {
  const clock = new HeldClock();
  const player = new MotionPlayer('turn', motion, clock);
  player.toggle();
  return { clock, player };
}

describe('a motion', () => {
  it('does nothing by itself (R-07)', () => {
    const clock = new HeldClock();
    const player = new MotionPlayer('turn', motion, clock);
    clock.pass(10_000);
    expect([player.begun, player.playing, player.time, clock.waiting]).toEqual([false, false, 0, 0]);
  });

  it('goes there and back, and rests at both ends', () => {
    const { clock, player } = played();
    const seen: number[] = [player.frame];
    for (const ms of [100, 300, 400, 900, 100, 400, 400, 500, 600]) {
      clock.pass(ms);
      seen.push(player.frame);
    }
    expect(seen).toEqual([0, 1, 4, 8, 8, 8, 4, 0, 0, 1]);
    player.stop();
  });

  it('pauses where it is, and goes on from there', () => {
    const { clock, player } = played();
    clock.pass(100);
    player.toggle();
    clock.pass(5000);
    expect([player.frame, player.time, player.playing, player.begun]).toEqual([1, 100, false, true]);
    expect(clock.waiting).toBe(0);
    player.toggle();
    clock.pass(100);
    expect([player.frame, player.time]).toEqual([2, 200]);
    player.stop();
  });

  it('goes at half its speed when it is slow, without a jump', () => {
    const { clock, player } = played();
    clock.pass(200);
    player.toggleSlow();
    expect([player.time, player.slow]).toEqual([200, true]);
    clock.pass(200);
    expect(player.time).toBe(300);
    player.toggleSlow();
    clock.pass(100);
    expect(player.time).toBe(400);
    player.stop();
  });
});
