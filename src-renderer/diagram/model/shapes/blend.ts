/** A skin of limbs that melt into each other: a body, a hand. */
import { addScaled, clamp, cross, dot, normalise, subtract, type Vec3 } from '../maths.ts';
import { blur, type Draft, type Member, type Placed } from '../mesh.ts';
import { rotate } from '../rig.ts';
import type { Surface, SurfacePoint } from '../surface.ts';
import { belongings, type Belongings } from './belongings.ts';
import type { Context } from './context.ts';
import { Field, MARGIN } from './field.ts';
import {
  ballAt,
  distanceTo,
  FAR,
  followsAlong,
  limbsOf,
  nearest,
  smoothPath,
  type Blend,
  type Limb,
  type Nearness,
} from './limbs.ts';
import type { Solid } from './solid.ts';
import { closed } from './loft.ts';
import { netOf } from './nets.ts';

/** Balls of the limbs that have the form, by the number of the limb. */
type Lines = readonly (Limb['balls'] | undefined)[];

/** What an opening is made of: balls, and nothing else. */
const CHAIN = {
  pair: false,
  sunk: 0,
  follows: [0, 0],
  flat: [1, 1],
  hollow: false,
  forms: {},
} satisfies Partial<Blend['limbs'][number]>;

/** Over so many cm shaders let skin thin into an opening. */
const THINS = 1.5;

/** How far from the skin other skin is looked for that shades it, cells, and how much it counts. */
const HOLLOWS = [
  [1.5, 0.5],
  [3, 0.3],
  [5.5, 0.2],
] as const;
const DARKEST = 0.75;
/** Over which share of its melting the skin goes from one part to the next; at least over a cell. */
const REGION_FADES = 0.9;
/** How often light spreads to the neighbours, so that no hollow has an edge. */
const LIGHT_SPREADS = 4;
/** Over how many cells to either side the way out of the body is taken, so that where limbs meet no band shows. */
const EVENED = 1;

export function draftBlend(blend: Blend, context: Context): Draft<object> {
  const cell = blend.cell / Math.sqrt(context.detail);
  const limbs = limbsOf(blend, cell * MARGIN, context.solid);
  const field = new Field(limbs, cell);
  const { points, indices } = netOf(field);
  const count = points.length / 3;
  const positions = new Float32Array(count * 4);
  const normals = new Float32Array(count * 3);
  const ambient = new Float32Array(count);
  const uvs = new Float32Array(count * 4);
  const whole = closed(blend.material);
  const openings = context.windows.map((name) => openingOf(blend, name, context));
  for (let v = 0; v < count; v++) {
    const [point, normal] = ontoSkin(field, [points[v * 3]!, points[v * 3 + 1]!, points[v * 3 + 2]!]);
    positions.set(point, v * 4);
    normals.set(normal, v * 3);
    uvs.set(
      whole.map((none, place) => openings[place]?.(point) ?? none),
      v * 4,
    );
    ambient[v] = lightAt(field, point, normal);
  }
  blur(ambient, indices, LIGHT_SPREADS);
  const own = belongings(positions, indices, limbs, Math.max(cell, blend.melt * REGION_FADES), context);
  for (let v = 0; v < count; v++) positions[v * 4 + 3] = own.follows[v]!;
  const base: Placed = { positions, normals };
  const formIds = new Set(limbs.flatMap(({ authored }) => Object.keys(authored.forms)));
  return {
    base,
    form: (lines) => formedSkin(base, limbs, own, lines as Lines),
    indices,
    uvs,
    surface: Float32Array.from({ length: count * 3 }, (_, k) => (k % 3 === 0 ? (blend.tone ?? 0) : 0)),
    ambient,
    opacity: new Float32Array(count).fill(1),
    spot: (lines, member = 0) => {
      const limb = limbs[member]!;
      const share = limb.authored.label ?? 0.5;
      const balls = (Array.isArray(lines) && (lines as Lines)[member]) || limb.balls;
      const [x, y, z, radius] = ballAt(balls, share * (balls.length - 1));
      const place = share * (limb.balls.length - 1);
      return { point: [x, y, z + radius * limb.flat[1]], follows: followsAlong(limb, place) };
    },
    members: {
      members: limbs.map(({ authored, side }): Member => ({
        part: authored.part,
        joint: authored.joint ?? blend.joint,
        side,
        labelled: authored.label !== undefined,
      })),
      drawn: own.drawn,
      mover: own.mover,
      effort: own.effort,
      second: own.second,
      secondEffort: own.secondEffort,
      third: own.third,
      thirdEffort: own.thirdEffort,
      formed: (form) =>
        formIds.has(form)
          ? limbs.map(({ authored, side }) => {
              const lines = authored.forms[form];
              return lines && smoothPath(lines.path, side);
            })
          : undefined,
    },
  };
}

/** How far a point lies from the edge of an opening, cm where it thins as all skin does; negative within. */
function openingOf(blend: Blend, name: string, context: Context): ((point: Vec3) => number) | undefined {
  const paths = blend.windows[name];
  if (!paths) return undefined;
  const chains = limbsOf({ ...blend, limbs: paths.map((path) => ({ ...CHAIN, path })) }, 0, context.solid);
  const answer: Nearness = { distance: 0, place: 0 };
  return (point) => {
    let least = Infinity;
    for (const chain of chains) {
      nearest(chain, ...point, answer);
      least = Math.min(least, answer.distance);
    }
    return (least * THINS) / blend.thins;
  };
}

/** Two steps bring a vertex of the net onto the skin itself. */
function ontoSkin(field: Field, [x, y, z]: Vec3): [Vec3, Vec3] {
  let point: Vec3 = [x, y, z];
  for (let step = 0; step < 2; step++) {
    const [off, normal] = field.sample(...point);
    point = addScaled(point, normal, -clamp(off, -field.cell, field.cell));
  }
  return [point, field.wayOut(...point, EVENED * field.cell)];
}

/** Light that reaches the skin: less where other skin is near. */
function lightAt(field: Field, point: Vec3, normal: Vec3): number {
  let shade = 0;
  for (const [cells, weight] of HOLLOWS) {
    const reach = cells * field.cell;
    const free = field.at(...addScaled(point, normal, reach));
    shade += weight * clamp(1 - free / reach, 0, 1);
  }
  return 1 - Math.min(DARKEST, shade);
}

/** Every vertex keeps its place beside the limbs that it is near to, as these take on the form. */
function formedSkin(
  { positions, normals }: Placed,
  limbs: readonly Limb[],
  own: Belongings,
  lines: Lines,
): Placed {
  const formed: Placed = { positions: positions.slice(), normals: normals.slice() };
  for (let v = 0; v < own.mover.length; v++) {
    const point: Vec3 = [positions[v * 4]!, positions[v * 4 + 1]!, positions[v * 4 + 2]!];
    const normal: Vec3 = [normals[v * 3]!, normals[v * 3 + 1]!, normals[v * 3 + 2]!];
    let [moved, turned]: [Vec3, Vec3] = [point, normal];
    for (const { limb, place, share } of own.near[v]!) {
      const to = lines[limb];
      if (!to) continue;
      const [goes, faces] = carried(limbs[limb]!.balls, to, place, point, normal);
      moved = addScaled(moved, subtract(goes, point), share);
      turned = addScaled(turned, subtract(faces, normal), share);
    }
    formed.positions.set(moved, v * 4);
    formed.normals.set(normalise(turned, normal), v * 3);
  }
  return formed;
}

/** A point and its normal, carried from beside one chain of balls to the same place beside another. */
function carried(
  from: Limb['balls'],
  to: Limb['balls'],
  place: number,
  point: Vec3,
  normal: Vec3,
): [Vec3, Vec3] {
  const there = (place / Math.max(1, from.length - 1)) * Math.max(0, to.length - 1);
  const [a, b] = [ballAt(from, place), ballAt(to, there)];
  const [before, after] = [direction(from, place), direction(to, there)];
  const axis = cross(before, after);
  const angle = Math.atan2(Math.hypot(...axis), dot(before, after));
  const turn = (v: Vec3): Vec3 => (angle < 1e-6 ? v : rotate(v, normalise(axis), angle));
  return [addScaled(b, turn(subtract(point, a)), b[3] / a[3]), turn(normal)];
}

function direction(balls: Limb['balls'], place: number): Vec3 {
  const end = balls.length - 1;
  return normalise(
    subtract(ballAt(balls, Math.min(end, place + 0.5)), ballAt(balls, Math.max(0, place - 0.5))),
    [0, 1, 0],
  );
}

/** A blend as something that drawings are laid on. */
export function blendSurface(blend: Blend, solids: (loft: string) => Solid): Surface {
  const limbs = limbsOf(blend, blend.cell * MARGIN, solids);
  const front = Math.max(...limbs.map(({ high }) => high[2]));
  const back = Math.min(...limbs.map(({ low }) => low[2]));
  const [step, h] = [blend.cell * 0.4, blend.cell * 0.5];
  const distance = (x: number, y: number, z: number): number => distanceTo(limbs, x, y, z);
  return {
    at: (x, down): SurfacePoint => {
      const y = -down;
      let [best, closest] = [front, Infinity];
      let z = front;
      while (z > back) {
        const off = distance(x, y, z);
        if (off < closest) [best, closest] = [z, off];
        if (off < step * 0.05) break;
        z -= off < FAR ? Math.max(step * 0.1, off * 0.7) : step;
      }
      const normal = normalise([
        distance(x + h, y, best) - distance(x - h, y, best),
        distance(x, y + h, best) - distance(x, y - h, best),
        distance(x, y, best + h) - distance(x, y, best - h),
      ]);
      const place = addScaled([x, y, best], normal, -clamp(closest, -step, step));
      return { place, normal, follows: followsAt(limbs, place) };
    },
  };
}

function followsAt(limbs: readonly Limb[], [x, y, z]: Vec3): number {
  const answer: Nearness = { distance: 0, place: 0 };
  let [least, follows] = [Infinity, 0];
  for (const limb of limbs) {
    if (limb.authored.hollow) continue;
    nearest(limb, x, y, z, answer);
    if (answer.distance >= least) continue;
    least = answer.distance;
    follows = followsAlong(limb, answer.place);
  }
  return follows;
}
