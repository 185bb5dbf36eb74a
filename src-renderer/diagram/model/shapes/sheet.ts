/** A body between two edge lines: a muscle, a plate, a ring. Free in space, or laid on a surface. */
import type { ShapeOf } from '../../../../src-main/contract/shape-kinds.ts';
import { isFlat, pointsOf, ringPoint } from '../lines.ts';
import {
  addScaled,
  clamp,
  cross,
  dot,
  lerp,
  mix4,
  negate,
  normalise,
  smooth,
  splineAt,
  subtract,
  type Vec3,
  type Vec4,
} from '../maths.ts';
import { draftGrid, steps, type Draft, type Placed } from '../mesh.ts';
import type { Surface } from '../surface.ts';
import type { Context } from './context.ts';
import { closed as unopened } from './loft.ts';

type Sheet = ShapeOf<'sheet'>;
type Lines = Pick<Sheet, 'edges'>;
type Edges = readonly [Vec4[], Vec4[]];

const ROWS = 37;
const OUTER_COLUMNS = 15;
const INNER_COLUMNS = 4;
const LAID_ROWS = 17;
const LAID_COLUMNS = 81;

const bellyProfile = (t: number): number => Math.sin(Math.PI * clamp(t * 0.94 + 0.03)) ** 1.2;

const edgesOf = ({ edges }: Lines, halved: boolean): Edges => [
  pointsOf(edges[0], halved),
  pointsOf(edges[1], halved),
];

/** Point of the way between the edges: share along, share across. */
function face({ closed, crisp }: Sheet, [a, b]: Edges): (along: number, across: number) => Vec4 {
  if (closed) return (t, u) => mix4(ringPoint(a, t, crisp[0]), ringPoint(b, t, crisp[1]), u);
  return (t, u) => mix4(splineAt(a, t), splineAt(b, t), u);
}

export function draftSheet(sheet: Sheet, context: Context): Draft<Lines> {
  if (sheet.on !== undefined) return laid(sheet, context, context.surface(sheet.on));
  if (sheet.edges.some(isFlat)) context.fail('lines without depth need a surface to lie on');
  return free(sheet, context);
}

/** Columns of a section: over the outer face and back along the inner one. */
function section(detail: number, { bow }: Sheet): [across: number, outside: boolean][] {
  const outer = steps(OUTER_COLUMNS, detail);
  const inner = steps(bow === 0 ? INNER_COLUMNS : OUTER_COLUMNS, detail);
  return [
    ...Array.from({ length: outer }, (_, i): [number, boolean] => [
      0.5 - 0.5 * Math.cos((Math.PI * i) / (outer - 1)),
      true,
    ]),
    ...Array.from({ length: inner }, (_, i): [number, boolean] => [1 - (i + 1) / (inner + 1), false]),
  ];
}

/** For each row, the direction in which the belly swells, smoothed along the sheet. */
function outwards(at: (t: number, u: number) => Vec4, rows: number, { closed, axis }: Sheet): Vec3[] {
  const near = (t: number): number => (closed ? t - Math.floor(t) : clamp(t));
  const out = Array.from({ length: rows }, (_, j): Vec3 => {
    const t = j / (rows - 1);
    const tangent = subtract(at(near(t + 0.03), 0.5), at(near(t - 0.03), 0.5));
    const middle = at(t, 0.5);
    const normal = normalise(cross(tangent, subtract(at(t, 1), at(t, 0))));
    return dot(normal, [middle[0], 0, middle[2] - axis]) < 0 ? negate(normal) : normal;
  });
  for (let pass = 0; pass < 6; pass++) {
    for (let j = 1; j < rows - 1; j++) {
      const [before, own, after] = [out[j - 1]!, out[j]!, out[j + 1]!];
      out[j] = normalise(addScaled(addScaled(before, own, 2), after, 1), own);
    }
    if (closed) out[rows - 1] = out[0]!;
  }
  return out;
}

function free(sheet: Sheet, { detail }: Context): Draft<Lines> {
  const { material, halved, closed, thickness, inner, tendon, tone, fascicles, profile, bow } = sheet;
  const rows = steps(ROWS, detail);
  const columns = section(detail, sheet);
  const bellies = profile === 'belly';
  const bulge = sheet.bulge ?? (bellies ? 0.95 * thickness : 0);
  const endTaper = bellies ? 0.25 : 0.6;
  const height = (t: number): number => (bellies && !closed ? bellyProfile(t) : 1);
  const round = (across: number): number => Math.sin(Math.PI * clamp(across)) ** 0.7;
  const end = (t: number): number =>
    closed ? 1 : lerp(endTaper, 1, smooth(0, 0.08, t) * smooth(1, 0.92, t));
  const rise = (across: number, outside: boolean, t: number): number =>
    thickness * round(across) * (outside ? lerp(0.45, 1, height(t)) : -inner) * end(t) +
    bow * Math.sin(Math.PI * clamp(across));
  /** Of what is bowed, the middle of a ring does not tell where its outside is: its outer face does. */
  const looksIn = ({ normals }: Placed): boolean => {
    const out = outwards(face(sheet, edgesOf(sheet, halved)), rows, sheet);
    let sum = 0;
    for (let v = 0; v < rows * columns.length; v++) {
      const [j, i] = [Math.floor(v / columns.length), v % columns.length];
      if (columns[i]![1]) sum += dot(out[j]!, [normals[v * 3]!, normals[v * 3 + 1]!, normals[v * 3 + 2]!]);
    }
    return sum < 0;
  };
  return draftGrid<Lines>({
    grid: { rows, columns: columns.length, closes: closed ? 'ring-and-row-seam' : 'ring' },
    lines: sheet,
    looks: bow === 0 ? 'tube' : looksIn,
    place: (lines) => {
      const at = face(sheet, edgesOf(lines, halved));
      const out = outwards(at, rows, sheet);
      return (i, j) => {
        const t = j / (rows - 1);
        const [across, outside] = columns[i]!;
        const point = at(t, across);
        return [...addScaled(point, out[j]!, rise(across, outside, t)), point[3]];
      };
    },
    dress: (i, j) => {
      const t = j / (rows - 1);
      const [across, outside] = columns[i]!;
      // skin has openings where others have fibres: a sheet of it has none
      if (material === 'skin') return { uv: [...unopened(material), 0] };
      const swell = bulge * height(t) * (outside ? lerp(0.35, 1, round(across)) : 0.25);
      return { uv: [across, t, fascicles, swell], surface: [tone, ...tendon] };
    },
    spot: (lines) => {
      const [across, t] = sheet.label ?? [0.5, 0.5];
      const at = face(sheet, edgesOf(lines, halved));
      const out = outwards(at, rows, sheet)[Math.round(t * (rows - 1))]!;
      const point = at(t, across);
      return { point: addScaled(point, out, rise(across, true, t)), follows: point[3] };
    },
  });
}

/** Most that a laid sheet covers: a little below 1, so that its fibres may fray. */
const LAID_OPACITY = 0.985;

function laid(sheet: Sheet, { detail }: Context, surface: Surface): Draft<Lines> {
  const { halved, closed, thickness, tendon, tone, fascicles, feather, lift, profile } = sheet;
  const rows = steps(LAID_ROWS, detail);
  const columns = steps(closed ? LAID_COLUMNS : LAID_COLUMNS * 0.6, detail);
  const bulge = sheet.bulge ?? 0.7 * thickness;
  const along = (t: number): number =>
    closed || profile === 'plate' ? 1 : Math.sin(Math.PI * clamp(0.1 + t * 0.8));
  const across = (u: number): number => {
    if (profile === 'plate') return smooth(0, 0.12, u) * smooth(1, 0.88, u);
    return closed ? Math.sin(Math.PI * clamp(u * 0.92 + 0.04)) ** 0.8 : Math.sin(Math.PI * u) ** 0.7;
  };
  const height = (t: number, u: number): number => along(t) * across(u);
  const rest = edgesOf(sheet, halved);
  const meetsTwin = rest.map((edge) => edge.every(([x]) => Math.abs(x) < 0.1));
  /** Evenly, as the shader rounds it off: softened twice it would end in a step. */
  const opacity = (t: number, u: number): number => {
    const [ends, edges] = feather;
    if (ends === 0 && edges === 0) return 1;
    if (closed) return Math.min(LAID_OPACITY, edges === 0 ? 1 : clamp((1 - u) / edges) ** 1.15);
    const border = Math.min(meetsTwin[0] ? 1 : u, meetsTwin[1] ? 1 : 1 - u);
    const faded = edges === 0 ? 1 : clamp(border / edges);
    const ended = ends === 0 ? 1 : clamp(t / ends) * clamp((1 - t) / ends);
    return Math.min(LAID_OPACITY, faded * ended);
  };
  const shadeAtEdges = (u: number): number =>
    !closed ? 1 : lerp(0.72, 1, smooth(0, 0.18, u) * (feather[1] > 0 ? 1 : smooth(1, 0.8, u)));
  const layOn = (point: Vec4, above: number): Vec4 => {
    const { place, normal, follows } = surface.at(point[0], -point[1]);
    return [...addScaled(place, normal, above), follows];
  };
  return draftGrid<Lines>({
    grid: { rows, columns, ...(closed && { closes: 'column-seam' as const }) },
    lines: sheet,
    looks: 'face',
    place: (lines) => {
      const at = face(sheet, edgesOf(lines, halved));
      return (i, j) => {
        const [t, u] = [i / (columns - 1), j / (rows - 1)];
        return layOn(at(t, u), lift + thickness * height(t, u));
      };
    },
    dress: (i, j) => {
      const [t, u] = [i / (columns - 1), j / (rows - 1)];
      return {
        uv: [u, t, fascicles, bulge * height(t, u)],
        surface: [tone, ...tendon],
        ambient: shadeAtEdges(u),
        opacity: opacity(t, u),
      };
    },
    spot: (lines) => {
      const [u, t] = sheet.label ?? [0.5, 0.5];
      const [x, y, z, follows] = layOn(
        face(sheet, edgesOf(lines, halved))(t, u),
        lift + thickness * height(t, u),
      );
      return { point: [x, y, z], follows };
    },
  });
}
