/** To which limbs the vertices of a blend belong: what they draw, what they follow, what carries them. */
import { clamp, smooth } from '../maths.ts';
import { blur } from '../mesh.ts';
import type { Context } from './context.ts';
import { contains, followsAlong, nearest, type Limb, type Nearness } from './limbs.ts';

interface Near {
  readonly limb: number;
  readonly distance: number;
  /** Along the balls of the limb. */
  readonly place: number;
  /** Of all that are near; together 1. */
  readonly share: number;
}

export interface Belongings {
  readonly near: readonly (readonly Near[])[];
  readonly drawn: Uint16Array;
  readonly mover: Uint16Array;
  readonly follows: Float32Array;
  readonly effort: Float32Array;
  /** The limbs of the neighbouring parts, and their shares of the skin. */
  readonly second: Uint16Array;
  readonly secondEffort: Float32Array;
  readonly third: Uint16Array;
  readonly thirdEffort: Float32Array;
}

/** Over which share of the melting one limb gives way to the next. */
const GIVES_WAY = 0.22;
const LEAST_SHARE = 0.02;
/** How often the shares of regions spread to the neighbours, so that their borders are soft. */
const SHARES_SPREAD = 10;

/** @param fades over how many cm the skin goes from one part to the next */
export function belongings(
  positions: Float32Array,
  indices: Uint32Array,
  limbs: readonly Limb[],
  fades: number,
  context: Context,
): Belongings {
  const count = positions.length / 4;
  const parts = limbs.map(({ authored, side }) => context.part(authored.part, side));
  const chains = limbs.map(({ authored, side }) => context.chain(authored.joint, side));
  const near: Near[][] = [];
  const shares = new Shares(count, parts);
  const mover = new Uint16Array(count);
  const follows = new Float32Array(count);
  for (let v = 0; v < count; v++) {
    const around = nearTo(limbs, positions[v * 4]!, positions[v * 4 + 1]!, positions[v * 4 + 2]!);
    const kept = around.filter(({ share }) => share > LEAST_SHARE);
    // What is left of the shares has to make a whole, or a form that moves far falls short.
    const whole = kept.reduce((sum, { share }) => sum + share, 0);
    near.push(kept.map((one) => ({ ...one, share: one.share / whole })));
    [mover[v], follows[v]] = movement(near[v]!, limbs, chains);
    shares.add(v, around, fades);
  }
  return { near, mover, follows, ...shares.spread(indices) };
}

/** How much of the skin at each vertex is whose part's. */
class Shares {
  readonly #count: number;
  readonly #parts: readonly number[];
  /** By part. */
  readonly #shares = new Map<number, Float32Array>();
  readonly #limbOf = new Map<number, number>();

  /** `parts`: of the limbs. */
  constructor(count: number, parts: readonly number[]) {
    this.#count = count;
    this.#parts = parts;
    parts.forEach((part, limb) => {
      if (!this.#limbOf.has(part)) this.#limbOf.set(part, limb);
    });
  }

  /** Shares the skin at a vertex among the parts of the limbs near it, the nearest first, up to `fades` cm further off. */
  add(vertex: number, around: readonly Near[], fades: number): void {
    const nearest = around[0]!.distance;
    const claims = new Map<number, number>();
    for (const { limb, distance } of around) {
      const part = this.#parts[limb]!;
      if (!claims.has(part)) claims.set(part, smooth(fades, 0, distance - nearest));
    }
    const whole = [...claims.values()].reduce((sum, claim) => sum + claim, 0);
    for (const [part, claim] of claims) {
      if (claim === 0) continue;
      let shares = this.#shares.get(part);
      if (!shares) this.#shares.set(part, (shares = new Float32Array(this.#count)));
      shares[vertex] = claim / whole;
    }
  }

  /**
   * The three limbs whose parts have most of each vertex; together their shares are 1. What the fourth has is taken from
   * all, so that where it takes the place of the third no edge shows.
   */
  spread(indices: Uint32Array): Omit<Belongings, 'near' | 'mover' | 'follows'> {
    const limbs = [0, 1, 2].map(() => new Uint16Array(this.#count));
    const efforts = [0, 1, 2, 3].map(() => new Float32Array(this.#count));
    for (const [part, shares] of this.#shares) {
      blur(shares, indices, SHARES_SPREAD);
      const limb = this.#limbOf.get(part)!;
      for (let v = 0; v < this.#count; v++) {
        const share = shares[v]!;
        let rank = 4;
        for (; rank > 0 && share > efforts[rank - 1]![v]!; rank--) {
          if (rank < 4) efforts[rank]![v] = efforts[rank - 1]![v]!;
          if (rank < 3) limbs[rank]![v] = limbs[rank - 1]![v]!;
        }
        if (rank < 4) efforts[rank]![v] = share;
        if (rank < 3) limbs[rank]![v] = limb;
      }
    }
    for (let v = 0; v < this.#count; v++) {
      const most = [0, 1, 2].map((rank) => efforts[rank]![v]! - efforts[3]![v]!);
      const whole = most.reduce((sum, share) => sum + share, 0);
      most.forEach((share, rank) => (efforts[rank]![v] = whole > 1e-4 ? share / whole : rank > 0 ? 0 : 1));
    }
    return {
      drawn: limbs[0]!,
      effort: efforts[0]!,
      second: limbs[1]!,
      secondEffort: efforts[1]!,
      third: limbs[2]!,
      thirdEffort: efforts[2]!,
    };
  }
}

/** Limbs near a point, the nearest first. */
function nearTo(limbs: readonly Limb[], x: number, y: number, z: number): Near[] {
  const answer: Nearness = { distance: 0, place: 0 };
  const found: Near[] = [];
  limbs.forEach((limb, number) => {
    if (limb.authored.hollow || !contains(limb, x, y, z)) return;
    nearest(limb, x, y, z, answer);
    found.push({ limb: number, ...answer, share: 0 });
  });
  found.sort((a, b) => a.distance - b.distance);
  const [first] = found;
  if (!first) return [{ limb: 0, distance: 0, place: 0, share: 1 }];
  const weights = found.map(({ limb, distance }) => {
    const yields = Math.max(1e-3, Math.max(limbs[first.limb]!.melt, limbs[limb]!.melt) * GIVES_WAY);
    return Math.exp((first.distance - distance) / yields);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return found.map((one, k) => ({ ...one, share: weights[k]! / total }));
}

/**
 * The limb whose joint a vertex follows, and how much: of the limbs near it the one that hangs lowest on the chain of the
 * nearest. What hangs lower pulls wholly; what hangs higher, not at all: there the lower one has not begun to move.
 */
function movement(
  near: readonly Near[],
  limbs: readonly Limb[],
  chains: readonly (readonly number[])[],
): [number, number] {
  const hangsOn = (limb: number, other: number): boolean => chains[limb]!.includes(chains[other]![0]!);
  let lowest = near[0]!.limb;
  for (const { limb } of near) if (hangsOn(limb, lowest)) lowest = limb;
  let follows = 0;
  for (const { limb, place, share } of near) {
    if (!hangsOn(limb, lowest)) continue;
    const same = chains[limb]![0] === chains[lowest]![0];
    follows += share * (same ? followsAlong(limbs[limb]!, place) : 1);
  }
  return [lowest, clamp(follows)];
}
