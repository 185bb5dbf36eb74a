import { describe, expect, it } from 'vitest';
import { BEGIN_MS, patience, Player, SETTLE_MS } from '../../../src-renderer/listen/player.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { SpeakerDouble } from '../../doubles/speaker.ts';

const sentences = ['One.', 'Two.', 'Three.'].map((text) => ({ text, lang: 'en' }));

function setUp() {
  const clock = new HeldClock();
  const speaker = new SpeakerDouble();
  const words: string[] = [];
  const states: string[] = [];
  const failures: number[] = [];
  const player = new Player(clock, speaker, {
    change: () => states.push(`${player.state} ${player.at}`),
    word: (start, length) => words.push(`${start}+${length}`),
    fail: () => failures.push(player.at),
  });
  return { clock, speaker, player, words, states, failures };
}

describe('the player', () => {
  it('reads one sentence after the other, and ends', () => {
    const { clock, speaker, player, states } = setUp();
    player.play(sentences);
    speaker.finish();
    speaker.finish();
    expect(player.state).toBe('playing');
    speaker.finish();
    expect(speaker.texts).toEqual(['One.', 'Two.', 'Three.']);
    expect(states).toEqual(['playing 0', 'playing 1', 'playing 2', 'ended 2']);
    expect(clock.waiting).toBe(0);
  });

  it('keeps its place while paused, and begins the sentence anew', () => {
    const { clock, speaker, player } = setUp();
    player.play(sentences);
    speaker.finish();
    speaker.last.on.begun();
    player.pause();
    expect([player.state, player.at, speaker.last.cut]).toEqual(['paused', 1, true]);
    clock.pass(3_600_000);
    expect([player.state, speaker.said.length, clock.waiting]).toEqual(['paused', 2, 0]);
    player.resume();
    expect([player.state, player.at, speaker.texts]).toEqual(['playing', 1, ['One.', 'Two.', 'Two.']]);
  });

  it('repeats the present sentence, also from a pause and after the end', () => {
    const { clock, speaker, player } = setUp();
    player.repeat();
    expect(speaker.said).toEqual([]);
    player.play(sentences);
    speaker.finish();
    player.repeat();
    clock.pass(SETTLE_MS);
    expect(speaker.texts).toEqual(['One.', 'Two.', 'Two.']);
    player.pause();
    player.repeat();
    expect([player.state, speaker.said.length]).toEqual(['playing', 4]);
    speaker.finish();
    speaker.finish();
    expect(player.state).toBe('ended');
    player.repeat();
    expect([player.state, speaker.last.text]).toEqual(['playing', 'Three.']);
  });

  it('goes to the next and the one before, not beyond the ends', () => {
    const { clock, speaker, player } = setUp();
    player.play(sentences);
    player.skip(-1);
    player.skip(1);
    clock.pass(SETTLE_MS);
    player.skip(1);
    player.skip(1);
    clock.pass(SETTLE_MS);
    expect([player.at, speaker.texts]).toEqual([2, ['One.', 'Two.', 'Three.']]);
  });

  it('has rates of 0.6 to 1.4, and says the sentence anew at another (R-28)', () => {
    const { clock, speaker, player } = setUp();
    player.play(sentences);
    const rates = [-1, -1, -1, 1, 1, 1, 1, 1].map((by) => {
      player.hasten(by as 1 | -1);
      clock.pass(SETTLE_MS);
      return speaker.last.rate;
    });
    expect(rates).toEqual([0.8, 0.6, 0.6, 0.8, 1, 1.2, 1.4, 1.4]);
    expect([player.fastest, player.slowest, player.at]).toEqual([true, false, 0]);
    player.pause();
    const { length } = speaker.said;
    player.hasten(-1);
    expect([player.state, speaker.said.length]).toEqual(['paused', length]);
    player.reset();
    expect([player.state, player.rate]).toEqual(['idle', 1]);
  });

  it('lets an engine that was cut off settle before it says the next', () => {
    const { clock, speaker, player } = setUp();
    player.play(sentences);
    player.skip(1);
    expect([speaker.said[0]!.cut, speaker.said.length]).toEqual([true, 1]);
    clock.pass(SETTLE_MS);
    expect(speaker.texts).toEqual(['One.', 'Two.']);
  });

  it('does not hear what an utterance tells that was cut off', () => {
    const { clock, speaker, player, words, failures } = setUp();
    player.play(sentences);
    const old = speaker.last.on;
    old.begun();
    player.skip(1);
    old.failed();
    old.ended();
    clock.pass(SETTLE_MS);
    old.word(0, 3);
    old.failed();
    old.ended();
    expect([player.state, player.at, speaker.texts]).toEqual(['playing', 1, ['One.', 'Two.']]);
    expect([words, failures]).toEqual([[], []]);
  });

  it('stays stopped, whatever comes late', () => {
    const { clock, speaker, player } = setUp();
    player.play(sentences);
    player.skip(1);
    player.stop();
    speaker.said[0]!.on.ended();
    clock.pass(3_600_000);
    expect([player.state, speaker.said.length, clock.waiting]).toEqual(['idle', 1, 0]);
  });

  it('goes on when the end of an utterance is lost, and not before a slow voice could have said it', () => {
    const { clock, speaker, player } = setUp();
    player.play(sentences);
    speaker.last.on.begun();
    clock.pass(patience('One.', 1) - 1);
    expect(player.at).toBe(0);
    clock.pass(1 + SETTLE_MS);
    expect([player.state, player.at, speaker.said[0]!.cut]).toEqual(['playing', 1, true]);
    // Fifteen letters a second are usual; nobody speaks five.
    expect(patience('x'.repeat(200), 0.6)).toBeGreaterThan((1000 * 200) / 5 / 0.6);
  });

  it('asks a voice that does not begin once more, then says so', () => {
    const { clock, speaker, player, failures } = setUp();
    player.play(sentences);
    clock.pass(BEGIN_MS + SETTLE_MS);
    expect(speaker.texts).toEqual(['One.', 'One.']);
    expect(failures).toEqual([]);
    clock.pass(BEGIN_MS);
    expect([player.state, failures.length, clock.waiting]).toEqual(['idle', 1, 0]);
  });

  it('asks a voice that fails once more, and forgives it when that helps', () => {
    const { clock, speaker, player, failures } = setUp();
    player.play(sentences);
    speaker.last.on.failed();
    clock.pass(SETTLE_MS);
    speaker.finish();
    speaker.last.on.failed();
    clock.pass(SETTLE_MS);
    speaker.finish();
    expect([player.at, failures.length]).toEqual([2, 0]);
    speaker.last.on.failed();
    clock.pass(SETTLE_MS);
    speaker.last.on.failed();
    expect([player.state, failures.length, clock.waiting]).toEqual(['idle', 1, 0]);
  });

  it('reads on with a voice that says all at once', () => {
    const { player, speaker } = setUp();
    speaker.say = (utterance, on) => {
      speaker.said.push({ ...utterance, on, cut: false });
      on.begun();
      on.ended();
      return () => undefined;
    };
    player.play(sentences);
    expect([player.state, speaker.texts]).toEqual(['ended', ['One.', 'Two.', 'Three.']]);
  });

  it('tells of words where the voice does', () => {
    const { player, speaker, words } = setUp();
    player.play(sentences);
    speaker.last.on.begun();
    speaker.last.on.word(0, 3);
    expect(words).toEqual(['0+3']);
  });
});
