import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Motion } from '../../../../src-main/contract/diagram.ts';
import {
  frameCount,
  frameNumbers,
  lengthOf,
  mixNumbers,
  motionAt,
  numbersOf,
  type Posable,
} from '../../../../src-renderer/diagram/model/poses.ts';

const motion = (rest: Partial<Motion> = {}): Motion => ({
  view: 'front',
  poses: ['rest', 'turned'],
  stepMs: 1000,
  holdMs: 500,
  returns: true,
  modifiers: [],
  frames: 4,
  ...rest,
});

const DIAGRAM: Posable = {
  parameters: { turn: { least: -40, most: 40 }, closure: { least: 0, most: 1 } },
  poses: {
    rest: { parameters: {}, activation: {} },
    turned: { parameters: { turn: 30 }, activation: { 'neck.left': 1 } },
    further: { parameters: { turn: 40 }, activation: { 'neck.left': 1, 'neck.right': 0.5 } },
  },
  motions: {
    turn: motion(),
    on: motion({ poses: ['rest', 'turned', 'further'] }),
    tremor: motion({ modifiers: [{ kind: 'tremor', parameter: 'turn', amplitude: 20, hertz: 5 }] }),
    spasm: motion({ modifiers: [{ kind: 'spasm', parameter: 'closure', amplitude: 0.9, hertz: 1 }] }),
  },
};

const turnAt = (name: string, ms: number): number => motionAt(DIAGRAM, name, ms).parameters['turn'] ?? 0;

describe('a pose', () => {
  it('is its numbers; one that there is not is rest', () => {
    expect(numbersOf(DIAGRAM, 'turned')).toEqual(DIAGRAM.poses['turned']);
    expect(numbersOf(DIAGRAM, 'dance')).toEqual({ parameters: {}, activation: {} });
  });

  it('mixes with another; what is not named is 0', () => {
    expect(
      mixNumbers(numbersOf(DIAGRAM, 'turned'), { parameters: { tilt: 8 }, activation: {} }, 0.25),
    ).toEqual({
      parameters: { turn: 22.5, tilt: 2 },
      activation: { 'neck.left': 0.75 },
    });
  });
});

describe('a motion', () => {
  it('goes there, rests, comes back, rests, and begins anew', () => {
    expect(lengthOf(motion())).toBe(3000);
    expect([0, 500, 1000, 1400, 2000, 2500, 2900, 3000, 4000].map((ms) => turnAt('turn', ms))).toEqual([
      0, 15, 30, 30, 15, 0, 0, 0, 30,
    ]);
  });

  it('that does not return rests at its end and begins anew', () => {
    expect(lengthOf(motion({ returns: false }))).toBe(1500);
    const one = { ...DIAGRAM, motions: { run: motion({ returns: false }) } };
    const runAt = (ms: number): number => motionAt(one, 'run', ms).parameters['turn'] ?? 0;
    expect([0, 500, 1000, 1499, 1500, 2000, 2500].map(runAt)).toEqual([0, 15, 30, 30, 0, 15, 30]);
  });

  it('starts and ends softly, and passes through what lies between', () => {
    expect(turnAt('turn', 50)).toBeLessThan(30 * 0.05 * 0.2);
    const speed = (ms: number): number => turnAt('on', ms + 10) - turnAt('on', ms - 10);
    expect(turnAt('on', 1000)).toBeCloseTo(30);
    expect(speed(1000)).toBeGreaterThan(0.1);
    expect(speed(20)).toBeLessThan(0.1);
  });

  it('is led by the muscles', () => {
    const { activation, parameters } = motionAt(DIAGRAM, 'turn', 250);
    expect(activation['neck.left']!).toBeGreaterThan(0.3);
    expect(parameters['turn']! / 30).toBeLessThan(0.2);
  });

  it('never goes beyond its poses', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20_000, noNaN: true }), (ms) => {
        const { parameters, activation } = motionAt(DIAGRAM, 'on', ms);
        return parameters['turn']! >= 0 && parameters['turn']! <= 40 && activation['neck.left']! <= 1;
      }),
    );
  });

  it('is told by stills from its first pose to its last', () => {
    const on = DIAGRAM.motions['on']!;
    expect(frameCount(on)).toBe(9);
    expect(frameNumbers(DIAGRAM, 'on', 0).parameters['turn']).toBe(0);
    expect(frameNumbers(DIAGRAM, 'on', 4).parameters['turn']).toBeCloseTo(30);
    expect(frameNumbers(DIAGRAM, 'on', 8)).toEqual(numbersOf(DIAGRAM, 'further'));
    expect(frameNumbers(DIAGRAM, 'on', 20)).toEqual(numbersOf(DIAGRAM, 'further'));
  });
});

describe('what lies over a motion', () => {
  const every = (step: number, until: number): number[] =>
    Array.from({ length: Math.floor(until / step) }, (_, k) => k * step);

  it('a tremor swings to and fro, within what the parameter allows', () => {
    const held = every(10, 500).map((ms) => turnAt('tremor', 1000 + ms));
    expect(Math.min(...held)).toBeCloseTo(10, 0);
    expect(Math.max(...held)).toBe(40);
    const crossings = held.filter((value, k) => k > 0 && value < 30 !== held[k - 1]! < 30).length;
    expect(crossings).toBeGreaterThanOrEqual(4);
    expect(crossings).toBeLessThanOrEqual(6);
  });

  it('there is none at the first pose', () => {
    expect(turnAt('tremor', 0)).toBe(0);
    expect(turnAt('tremor', 2700)).toBe(0);
  });

  it('a spasm pulls in bursts that are neither even nor equally strong, the same every time', () => {
    const slow: Posable = {
      ...DIAGRAM,
      motions: { spasm: { ...DIAGRAM.motions['spasm']!, holdMs: 10_000 } },
    };
    const pulls = (): number[] =>
      every(20, 10_000).map((ms) => motionAt(slow, 'spasm', 1000 + ms).parameters['closure']!);
    const pull = pulls();
    expect(pulls()).toEqual(pull);
    const peaks = pull.flatMap((value, k) =>
      value > 0.2 && value > (pull[k - 1] ?? 0) && value >= (pull[k + 1] ?? 0) ? [{ value, k }] : [],
    );
    expect(peaks.length).toBeGreaterThan(5);
    expect(peaks.length).toBeLessThan(14);
    const gaps = peaks.slice(1).map(({ k }, n) => k - peaks[n]!.k);
    expect(Math.max(...gaps)).toBeGreaterThan(1.2 * Math.min(...gaps));
    expect(Math.min(...pull)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...pull)).toBeLessThanOrEqual(0.9);
    expect(Math.max(...pull.slice(1).map((value, k) => Math.abs(value - pull[k]!)))).toBeLessThan(0.25);
  });
});
