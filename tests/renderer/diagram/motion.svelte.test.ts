import { describe, expect, it } from 'vitest';
import { MotionPlayer } from '../../../src-renderer/diagram/motion.svelte.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

const motion = { view: 'front', poses: ['rest', 'half', 'turned'], frameMs: 100, holdMs: 1000 };

describe('a motion', () => {
  it('shows nothing of itself before it is played (R-07)', () => {
    const clock = new HeldClock();
    expect(new MotionPlayer(motion, clock).pose).toBeUndefined();
    expect(clock.waiting).toBe(0);
  });

  it('goes there and back, and holds at both ends', () => {
    const clock = new HeldClock();
    const player = new MotionPlayer(motion, clock);
    player.toggle();
    const seen: (string | undefined)[] = [player.pose];
    for (const ms of [100, 100, 999, 1, 100, 1000, 100]) {
      clock.pass(ms);
      seen.push(player.pose);
    }
    expect(seen).toEqual(['rest', 'half', 'turned', 'turned', 'half', 'rest', 'half', 'turned']);
    player.stop();
  });

  it('pauses where it is, and goes on from there', () => {
    const clock = new HeldClock();
    const player = new MotionPlayer(motion, clock);
    player.toggle();
    clock.pass(100);
    player.toggle();
    clock.pass(5000);
    expect([player.pose, player.playing, clock.waiting]).toEqual(['half', false, 0]);
    player.toggle();
    clock.pass(100);
    expect(player.pose).toBe('turned');
    player.stop();
  });
});
