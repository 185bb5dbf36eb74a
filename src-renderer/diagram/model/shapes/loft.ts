/** A skin made of level sections, symmetrical about the midline. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { clamp, cross, lerp, normalise, smooth, softTable, table, type Curve, type Vec3 } from '../maths.ts';
import { gridIndices, steps, type Draft, type Member, type Members, type Placed } from '../mesh.ts';
import type { Context } from './context.ts';
import { LoftForm, pointAt, type Level } from './loft-form.ts';

type Loft = ShapeOf<'loft'>;
type Lines = Pick<Loft, 'relief'>;

/** Number in place of the distance to an opening that a skin does not have, cm. */
export const NO_WINDOW = 1000;

/** What skin without openings bears in their place; anything else bears nothing there. */
export const closed = (material: string): [number, number, number] =>
  material === 'skin' ? [NO_WINDOW, NO_WINDOW, NO_WINDOW] : [0, 0, 0];

const ANGLE_STEP = 0.03;
/** Shares of the height of the loft: over how much slopes and hollows are felt. */
const SLOPE_STEP = 0.006;
const HOLLOW_STEP = 0.015;
/** How dark folds become, how much ridges lift, and how much of the light what looks down loses. */
const FOLD = 0.32;
const RIDGE = 0.06;
const UNDERSIDE = 0.42;

/** Angles from the front to the back of one side, denser in front. */
function halfRound(columns: number, frontal: number): number[] {
  const front = Math.max(2, Math.round((columns * frontal) / 2));
  const back = Math.max(2, Math.round((columns * (1 - frontal)) / 2));
  const angles = Array.from({ length: front + 1 }, (_, i) => {
    const t = i / front;
    return lerp(Math.asin(t ** 1.136), (t * Math.PI) / 2, 0.4);
  });
  for (let i = 1; i <= back; i++) angles.push((Math.PI / 2) * (1 + i / back));
  return angles;
}

export function draftLoft(loft: Loft, { detail, windows }: Context): Draft<Lines> {
  const form = new LoftForm(loft);
  const { top, foot } = form;
  const rows = steps(loft.grid[0], detail);
  const angles = halfRound(steps(loft.grid[1], detail), loft.frontal);
  const half = angles.length - 1;
  const columns = half * 2;
  const heightAt: Curve = loft.rows ? softTable(loft.rows, 0.02) : (share) => lerp(top, foot, share);
  const whole = closed(loft.material);
  const openings = windows.map((name) => {
    const tables = loft.windows[name];
    return tables && opening(tables);
  });

  // the rows at a slit lie on each other: the upper lip and the lower
  const evenly = (j: number): number => clamp(heightAt(j / (rows - 1)), top, foot);
  const lip = slitRow(loft, rows, evenly);
  const rowAt = (j: number): number => (loft.slit && (j === lip || j === lip + 1) ? loft.slit.at : evenly(j));

  const count = rows * columns;
  const positions = new Float32Array(count * 4);
  const normals = new Float32Array(count * 3);
  const uvs = new Float32Array(count * 4);
  const ambient = new Float32Array(count);
  for (let j = 0; j < rows; j++) {
    const y = rowAt(j);
    const near = neighbourhood(form, y);
    for (let k = 0; k <= half; k++) {
      const phi = angles[k]!;
      const [x, z] = pointAt(near.own, phi);
      const normal = normalAt(near, phi);
      const light = lightAt(near, x, phi, normal);
      const behind = smooth(0.1, -0.2, Math.cos(phi));
      const follows = lerp(
        form.follows(y, x, lip >= 0 && j > lip),
        form.followsBehind(y),
        smooth(0.3, 0, Math.cos(phi)),
      );
      for (const side of k === 0 || k === half ? [1] : [1, -1]) {
        const v = j * columns + (side > 0 ? k : columns - k);
        positions.set([x * side, -y, z, follows], v * 4);
        normals.set([normal[0] * side, -normal[1], normal[2]], v * 3);
        uvs.set(
          whole.map((none, place) => openings[place]?.(x * side, y, behind) ?? none),
          v * 4,
        );
        ambient[v] = light;
      }
    }
  }
  const base: Placed = { positions, normals };
  /** Every vertex stays at its angle and height. */
  const raised = ({ relief }: Lines): Placed => {
    const other = new LoftForm({ ...loft, relief: [...loft.relief, ...relief] });
    const placed: Placed = { positions: positions.slice(), normals: normals.slice() };
    for (let j = 0; j < rows; j++) {
      const near = neighbourhood(other, rowAt(j));
      for (let k = 0; k <= half; k++) {
        const [, z] = pointAt(near.own, angles[k]!);
        const [nx, ny, nz] = normalAt(near, angles[k]!);
        for (const side of k === 0 || k === half ? [1] : [1, -1]) {
          const v = j * columns + (side > 0 ? k : columns - k);
          placed.positions[v * 4 + 2] = z;
          placed.normals.set([nx * side, -ny, nz], v * 3);
        }
      }
    }
    return placed;
  };
  return {
    base,
    form: raised,
    indices: parted(
      gridIndices({ rows, columns, closes: 'ring' }),
      columns,
      lip,
      (k) =>
        Math.abs(positions[k * 4]!) < (loft.slit?.half ?? 0) &&
        Math.cos(angles[Math.min(k % columns, columns - (k % columns))]!) > 0,
    ),
    uvs,
    surface: new Float32Array(count * 3),
    ambient,
    opacity: new Float32Array(count).fill(1),
    ...(loft.regions.length > 0 && { members: membersOf(loft, positions, normals) }),
    spot: (_, member = 0) => {
      const region = regionsOf(loft)[member - 1];
      if (region) {
        const { place, follows } = form.surface().at(...region.at);
        return { point: place, follows };
      }
      const [round, along] = loft.label ?? [0.5, 0.5];
      const y = lerp(top, foot, along);
      const [x, z] = pointAt(form.level(y), (round - 0.5) * 2 * Math.PI);
      return { point: [x, -y, z], follows: form.follows(y, x) };
    },
  };
}

/** The row that is the upper lip of the slit, −1 where there is none. */
function slitRow({ slit }: Loft, rows: number, height: (row: number) => number): number {
  if (!slit) return -1;
  const off = Array.from({ length: rows - 1 }, (_, j) => Math.abs((height(j) + height(j + 1)) / 2 - slit.at));
  return off.indexOf(Math.min(...off));
}

/** Without the triangles that span the slit. */
function parted(
  indices: Uint32Array,
  columns: number,
  lip: number,
  within: (vertex: number) => boolean,
): Uint32Array {
  if (lip < 0) return indices;
  const between = (v: number): boolean =>
    Math.floor(v / columns) === lip || Math.floor(v / columns) === lip + 1;
  const kept: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [...indices.subarray(t, t + 3)];
    const spans = corners.every(between) && new Set(corners.map((v) => Math.floor(v / columns))).size === 2;
    if (!(spans && corners.every(within))) kept.push(...corners);
  }
  return Uint32Array.from(kept);
}

/** Every region on its side; a paired one stands on both. */
const regionsOf = (loft: Loft) =>
  loft.regions.flatMap(({ at: [x, y], ...region }) =>
    (region.pair ? (['left', 'right'] as const) : [undefined]).map((side) => ({
      ...region,
      side,
      at: [side === 'right' ? -x : x, y] as const,
    })),
  );

/** The skin as a whole is the first member, its regions come after. */
function membersOf(loft: Loft, positions: Float32Array, normals: Float32Array): Members {
  const regions = regionsOf(loft);
  const count = positions.length / 4;
  const drawn = new Uint16Array(count);
  const second = new Uint16Array(count);
  const effort = new Float32Array(count);
  const secondEffort = new Float32Array(count);
  for (let v = 0; v < count; v++) {
    let [most, whose] = [0, 0];
    regions.forEach(({ at: [x, y], size: [w, h], fades: [whole, gone] }, k) => {
      const off = Math.hypot((positions[v * 4]! - x) / w, (-positions[v * 4 + 1]! - y) / h);
      const share = smooth(gone, whole, off) * smooth(-0.2, 0.1, normals[v * 3 + 2]!);
      if (share > most) [most, whose] = [share, k + 1];
    });
    [drawn[v], second[v]] = most > 0.5 ? [whose, 0] : [0, whose];
    effort[v] = Math.max(most, 1 - most);
    secondEffort[v] = 1 - effort[v]!;
  }
  return {
    members: [
      { part: loft.part, joint: loft.joint, labelled: loft.label !== undefined },
      ...regions.map(({ part, side, label }): Member => ({ part, joint: loft.joint, side, labelled: label })),
    ],
    drawn,
    mover: new Uint16Array(count),
    effort,
    second,
    secondEffort,
    formed: () => undefined,
  };
}

/** A level and those just above and below it: the next for its slope, the further for its hollows. */
interface Neighbourhood {
  readonly own: Level;
  readonly above: Level;
  readonly below: Level;
  readonly over: Level;
  readonly under: Level;
  readonly hollow: number;
}

function neighbourhood(form: LoftForm, y: number): Neighbourhood {
  const { top, foot } = form;
  const size = foot - top;
  const [slope, hollow] = [SLOPE_STEP * size, HOLLOW_STEP * size];
  return {
    own: form.level(y),
    above: form.level(Math.max(top, y - slope)),
    below: form.level(Math.min(foot, y + slope)),
    over: form.level(y - hollow),
    under: form.level(y + hollow),
    hollow,
  };
}

/** Outward normal, y down. */
function normalAt({ own, above, below }: Neighbourhood, phi: number): Vec3 {
  const [ax, az] = pointAt(own, phi - ANGLE_STEP);
  const [bx, bz] = pointAt(own, phi + ANGLE_STEP);
  const [cx, cz] = pointAt(above, phi);
  const [dx, dz] = pointAt(below, phi);
  const pole: Vec3 = own.y - above.y < below.y - own.y ? [0, -1, 0] : [0, 1, 0];
  const round: Vec3 = [bx - ax, 0, bz - az];
  if (Math.abs(round[0]) + Math.abs(round[2]) < 1e-6) return pole;
  return normalise(cross(round, [dx - cx, below.y - above.y, dz - cz]), pole);
}

/** Light that reaches the skin: folds darken, ridges lift a little, undersides fall away. */
function lightAt({ own, over, under, hollow }: Neighbourhood, x: number, phi: number, normal: Vec3): number {
  const front = smooth(0.05, 0.6, Math.cos(phi));
  let fold = 0;
  if (front > 0) {
    const sides = own.relief(x + hollow) + own.relief(x - hollow) + over.relief(x) + under.relief(x);
    fold = clamp((sides - 4 * own.relief(x)) * 0.5 * front, -RIDGE, FOLD);
  }
  return clamp(1 - fold - UNDERSIDE * smooth(0.35, 1, normal[1]), 0.08, 1.1);
}

/** How far a point (x, y) of the skin lies from the edge of an opening, cm; `behind` from 0 in front to 1 behind. */
function opening({
  from,
  ...until
}: Loft['windows'][string]): (x: number, y: number, behind: number) => number {
  const [begins, ends] = [edgeOf(until), from && edgeOf(from)];
  return (x, y, behind) =>
    Math.max(y - begins(x, behind), ends ? ends(x, behind) - y : Number.NEGATIVE_INFINITY);
}

type Heights = Omit<Loft['windows'][string], 'from'>;

function edgeOf({ front, back }: Heights): (x: number, behind: number) => number {
  const edge = (rows: Heights['front']): Curve => {
    const curve = table(rows);
    // rows for one side only are meant for both
    return rows[0]![0] >= 0 ? (x) => curve(Math.abs(x)) : curve;
  };
  const [ahead, astern] = [edge(front), edge(back)];
  return (x, behind) => lerp(ahead(x), astern(x), behind);
}
