/** To which limbs the vertices of a blend belong: what they draw, what they follow, what carries them. */
import { clamp, lerp, smooth } from '../maths.ts';
import { blur } from '../mesh.ts';
import type { Context } from './context.ts';
import { contains, nearest, shareAlong, type Limb, type Nearness } from './limbs.ts';

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
}

/** Over which share of the melting one limb gives way to the next. */
const GIVES_WAY = 0.22;
const LEAST_SHARE = 0.02;
/** Over which share of the melting a region's glow fades out towards its neighbours; at least so many cm. */
const GLOW_FADES = 0.9;
const LEAST_FADE = 0.2;

export function belongings(
  positions: Float32Array,
  indices: Uint32Array,
  limbs: readonly Limb[],
  context: Context,
): Belongings {
  const count = positions.length / 4;
  const parts = limbs.map(({ authored, side }) => context.part(authored.part, side));
  const chains = limbs.map(({ authored, side }) => context.chain(authored.joint, side));
  const near: Near[][] = [];
  const drawn = new Uint16Array(count);
  const mover = new Uint16Array(count);
  const follows = new Float32Array(count);
  const effort = new Float32Array(count);
  for (let v = 0; v < count; v++) {
    const around = nearTo(limbs, positions[v * 4]!, positions[v * 4 + 1]!, positions[v * 4 + 2]!);
    const [first] = around as [Near, ...Near[]];
    const kept = around.filter(({ share }) => share > LEAST_SHARE);
    // What is left of the shares has to make a whole, or a form that moves far falls short.
    const whole = kept.reduce((sum, { share }) => sum + share, 0);
    near.push(kept.map((one) => ({ ...one, share: one.share / whole })));
    drawn[v] = first.limb;
    [mover[v], follows[v]] = movement(near[v]!, limbs, chains);
    const other = around.find(({ limb }) => parts[limb] !== parts[first.limb]);
    const fades = Math.max(LEAST_FADE, limbs[first.limb]!.melt * GLOW_FADES);
    effort[v] = other ? smooth(0, fades, other.distance - first.distance) : 1;
  }
  blur(effort, indices, 2);
  return { near, drawn, mover, follows, effort };
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
  const yields = Math.max(1e-3, limbs[first.limb]!.melt * GIVES_WAY);
  const weights = found.map(({ distance }) => Math.exp((first.distance - distance) / yields));
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
    const [w0, w1] = limbs[limb]!.authored.follows;
    follows += share * (same ? lerp(w0, w1, smooth(0, 1, shareAlong(limbs[limb]!, place))) : 1);
  }
  return [lowest, clamp(follows)];
}
