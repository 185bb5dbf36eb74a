/** How a group of shapes stands in the world: made larger, leaned, moved. */
import type { Vec3 } from './maths.ts';
import type { ServedGroup } from '../../../src-main/contract/api.ts';

/** Every `stride` numbers from `start` on, the next three are meant. */
export interface Stream {
  readonly array: Float32Array;
  readonly stride: number;
  readonly start?: number;
}

export interface Placement {
  readonly scale: number;
  readonly point: (p: Vec3) => Vec3;
  readonly direction: (n: Vec3) => Vec3;
  /** Writes many points, unit directions, or ways from one point to another, of the group into `target`, seen in a mirror where `mirror` is −1. */
  readonly all: (
    source: Stream,
    target: Stream,
    kind: 'points' | 'directions' | 'ways',
    mirror: number,
  ) => void;
  /** Back into the group. */
  readonly localPoint: (p: Vec3) => Vec3;
  readonly localDirection: (n: Vec3) => Vec3;
  /** The same for groups that stand alike. */
  readonly key: string;
}

export function placementOf({
  pitch,
  move,
  scale,
}: Pick<ServedGroup, 'pitch' | 'move' | 'scale'>): Placement {
  const angle = (pitch * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [mx, my, mz] = [move[0], -move[1], move[2]];
  const direction = ([x, y, z]: Vec3): Vec3 => [x, y * c + z * s, z * c - y * s];
  const localDirection = ([x, y, z]: Vec3): Vec3 => [x, y * c - z * s, z * c + y * s];
  return {
    scale,
    key: [pitch, ...move, scale].join(' '),
    direction,
    localDirection,
    point: (p) => {
      const [x, y, z] = direction(p);
      return [x * scale + mx, y * scale + my, z * scale + mz];
    },
    all: (source, target, kind, mirror) => {
      const size = kind === 'directions' ? 1 : scale;
      const [ox, oy, oz] = kind === 'points' ? [mx, my, mz] : [0, 0, 0];
      let to = target.start ?? 0;
      for (let from = source.start ?? 0; from + 2 < source.array.length; from += source.stride) {
        const y = source.array[from + 1]!;
        const z = source.array[from + 2]!;
        target.array[to] = (source.array[from]! * size + ox) * mirror;
        target.array[to + 1] = (y * c + z * s) * size + oy;
        target.array[to + 2] = (z * c - y * s) * size + oz;
        to += target.stride;
      }
    },
    localPoint: ([x, y, z]) => localDirection([(x - mx) / scale, (y - my) / scale, (z - mz) / scale]),
  };
}
