/**
 * Made-up touches of people whose hands move unasked, at 125 Hz. Nothing here was measured on people but the size of a
 * tremor for its rating (Elble 2006: log10 cm = rating / 2 − 2); every other number is an assumption, and `sweep` tells what
 * each of them is worth.
 */
import { seededRandom } from '../../src-renderer/diagram/model/maths.ts';

export const SEVERITIES = ['none', 'mild', 'moderate', 'severe'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What one kind of hand does. Lengths in mm, times in ms. */
export interface Noise {
  /** Standard deviation of where it comes down, each way. */
  readonly aim: number;
  /** Amplitude of its tremor in the air; on the glass it is half of it. */
  readonly tremor: number;
  /** Swings a second, from and to. */
  readonly hertz: readonly [number, number];
  /** Standard deviation of how fast it slides on the glass, mm a second. */
  readonly drift: number;
  /** How far it slips as it is lifted, in the last 40 ms. */
  readonly slip: number;
  /** How often a spasm comes during a touch, 0 to 1, and how far it goes, from and to. */
  readonly spasm: number;
  readonly spasmReach: readonly [number, number];
  /** How many times it bounces after it was lifted, on average, and how long it is off the glass then. */
  readonly bounces: number;
  readonly bounceGap: readonly [number, number];
  /** How often another finger comes down too. */
  readonly second: number;
  /** How often the glass is brushed before the touch. */
  readonly brush: number;
  /** How long it stays: median, and the spread of its logarithm. */
  readonly dwell: number;
  readonly dwellSpread: number;
}

const rated = (rating: number): number => 10 ** (0.5 * rating - 2) * 10;

const shared = {
  hertz: [4, 9],
  spasmReach: [10, 35],
  bounceGap: [30, 160],
  dwellSpread: 0.45,
} as const;

export const NOISE: Readonly<Record<Severity, Noise>> = {
  none: {
    ...shared,
    aim: 1.8,
    tremor: rated(0.5),
    drift: 4,
    slip: 0.6,
    spasm: 0,
    bounces: 0.02,
    second: 0.01,
    brush: 0.01,
    dwell: 110,
  },
  mild: {
    ...shared,
    aim: 2.8,
    tremor: rated(2),
    drift: 8,
    slip: 1.5,
    spasm: 0.05,
    bounces: 0.15,
    second: 0.05,
    brush: 0.04,
    dwell: 180,
  },
  moderate: {
    ...shared,
    aim: 4.5,
    tremor: rated(2.8),
    drift: 15,
    slip: 3,
    spasm: 0.15,
    bounces: 0.45,
    second: 0.15,
    brush: 0.1,
    dwell: 320,
  },
  severe: {
    ...shared,
    aim: 7,
    tremor: rated(3.4),
    drift: 25,
    slip: 5,
    spasm: 0.35,
    bounces: 0.9,
    second: 0.3,
    brush: 0.2,
    dwell: 550,
  },
};

/** What the glass reports. Times in ms from the start of the trace, places in mm from the middle of what was meant. */
export interface Touch {
  readonly kind: 'down' | 'move' | 'up';
  readonly id: number;
  readonly t: number;
  readonly x: number;
  readonly y: number;
}

const EVERY = 8;
const MOST_BOUNCES = 4;

export interface Chance {
  /** 0 to 1. */
  next(): number;
  between(from: number, to: number): number;
  /** Of a normal distribution about 0 with the deviation 1. */
  normal(): number;
  poisson(mean: number): number;
}

export function chanceOf(seed: number): Chance {
  const next = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    normal,
    between: (from, to) => from + (to - from) * next(),
    poisson(mean) {
      const least = Math.exp(-mean);
      let [count, product] = [0, next()];
      while (product > least) {
        count += 1;
        product *= next();
      }
      return count;
    },
  };
}

interface Press {
  readonly id: number;
  readonly start: number;
  readonly length: number;
  /** Where it comes down. */
  readonly at: readonly [number, number];
  readonly spasms: boolean;
}

/** Everything that the glass reports of one attempt, in the order of time. */
export function attempt(noise: Noise, chance: Chance): Touch[] {
  const aimed = (): readonly [number, number] => [chance.normal() * noise.aim, chance.normal() * noise.aim];
  const dwell = (): number =>
    Math.min(1600, Math.max(58, noise.dwell * Math.exp(noise.dwellSpread * chance.normal())));
  const presses: Press[] = [];
  let id = 1;
  const start = 400;
  if (chance.next() < noise.brush) {
    const [angle, away] = [chance.between(0, 2 * Math.PI), chance.between(15, 60)];
    const length = chance.between(16, 90);
    presses.push({
      id: id++,
      start: start - length - chance.between(20, 300),
      length,
      at: [Math.cos(angle) * away, Math.sin(angle) * away],
      spasms: false,
    });
  }
  const main = { id: id++, start, length: dwell(), at: aimed(), spasms: chance.next() < noise.spasm };
  presses.push(main);
  if (chance.next() < noise.second) {
    const [angle, away] = [chance.between(0, 2 * Math.PI), chance.between(25, 60)];
    presses.push({
      id: id++,
      start: start + chance.between(-120, 150),
      length: dwell() * chance.between(0.3, 0.9),
      at: [main.at[0] + Math.cos(angle) * away, main.at[1] + Math.sin(angle) * away],
      spasms: false,
    });
  }
  let end = main.start + main.length;
  for (let n = Math.min(MOST_BOUNCES, chance.poisson(noise.bounces)); n > 0; n--) {
    const from = end + chance.between(...noise.bounceGap);
    const length = Math.min(160, Math.max(24, dwell() * 0.35));
    presses.push({
      id: id++,
      start: from,
      length,
      at: [main.at[0] + chance.normal() * noise.aim * 0.6, main.at[1] + chance.normal() * noise.aim * 0.6],
      spasms: false,
    });
    end = from + length;
  }
  return presses.flatMap((press) => traced(press, noise, chance)).sort((a, b) => a.t - b.t || a.id - b.id);
}

function traced({ id, start, length, at, spasms }: Press, noise: Noise, chance: Chance): Touch[] {
  const heading = chance.between(0, 2 * Math.PI);
  const speed = (chance.normal() * noise.drift) / 1000;
  const trembles = chance.between(0, Math.PI);
  const hertz = chance.between(...noise.hertz);
  let [phase, swell] = [chance.between(0, 2 * Math.PI), chance.between(0.7, 1.3)];
  const slipping = chance.between(0, 2 * Math.PI);
  const spasmAt = chance.between(0, length);
  const spasmTo = chance.between(0, 2 * Math.PI);
  const reach = spasms ? chance.between(...noise.spasmReach) : 0;
  const place = (t: number): [number, number] => {
    const swing = noise.tremor * 0.5 * swell * Math.sin(phase);
    const since = t - spasmAt;
    const pull = since < 0 ? 0 : since < 100 ? since / 100 : Math.max(0, 1 - (since - 100) / 200);
    const slip = noise.slip * Math.max(0, 1 - (length - t) / 40) ** 2;
    return [
      at[0] +
        Math.cos(heading) * speed * t +
        Math.cos(trembles) * swing +
        Math.cos(spasmTo) * reach * pull +
        Math.cos(slipping) * slip,
      at[1] +
        Math.sin(heading) * speed * t +
        Math.sin(trembles) * swing +
        Math.sin(spasmTo) * reach * pull +
        Math.sin(slipping) * slip,
    ];
  };
  const touches: Touch[] = [];
  for (let t = 0; ; t = Math.min(length, t + EVERY)) {
    const [x, y] = place(t);
    touches.push({ kind: t === 0 ? 'down' : t >= length ? 'up' : 'move', id, t: start + t, x, y });
    if (t >= length) return touches;
    phase += (2 * Math.PI * hertz * EVERY) / 1000 + chance.normal() * 0.08;
    swell = Math.min(1.6, Math.max(0.4, swell + chance.normal() * 0.04));
  }
}
