/** One shape on one side of the body, in the world: what a batch is put together from. */
import type { Layer } from '../../../src-main/contract/diagram.ts';
import type { Shape } from '../../../src-main/contract/shape-kinds.ts';
import type { Label, Paint } from './model.ts';
import type { Growth } from './growth.ts';
import type { Vec3 } from './maths.ts';
import type { Draft, Placed } from './mesh.ts';
import type { Placement } from './placement.ts';
import { NO_WINDOW } from './shapes/loft.ts';

export type Side = 'left' | 'right';

/** A drafted shape, and what the files say of it. */
export interface Drafted {
  readonly shape: Shape;
  readonly draft: Draft<object>;
  /** Its forms, by the number of the form. */
  readonly forms: readonly ({ readonly lines: object; readonly placed: Placed } | undefined)[];
  /** What forms make of everything, by the number of the form. */
  readonly growths: readonly (Growth | undefined)[];
  readonly placement: Placement;
  readonly seed: number;
}

/** What a drafted shape belongs to on one side. */
export interface Names {
  /** Absent: it is drawn once, as authored. */
  readonly side?: Side | undefined;
  /** Number of a part with this name on this side; 0 where there is none. */
  readonly part: (part: string | undefined, side?: Side) => number;
  readonly joint: (joint: string | undefined, side?: Side) => number;
  readonly layer: Layer | undefined;
}

export interface Piece {
  readonly shape: Shape;
  readonly layer: Layer | undefined;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly uvs: Float32Array;
  readonly surface: Float32Array;
  readonly marks: Float32Array;
  readonly forms: readonly (Float32Array | undefined)[];
  readonly indices: Uint32Array;
  readonly paint: Paint | undefined;
}

/** The tone at which a hard part is as its material is. */
const EVEN_TONE = 0.4;

export function pieceOf(drafted: Drafted, names: Names): Piece {
  const { shape, draft, placement, seed } = drafted;
  const mirror = names.side === 'right' ? -1 : 1;
  const { base, members } = draft;
  const count = draft.ambient.length;
  const positions = new Float32Array(count * 4);
  const normals = new Float32Array(count * 4);
  const uvs = draft.uvs.slice();
  const surface = new Float32Array(count * 4);
  const marks = new Float32Array(count * 4);
  const of = members?.members.map(({ part, joint, side }) => ({
    part: names.part(part, side),
    joint: names.joint(joint, side),
  }));
  const own = { part: names.part(shape.part), joint: names.joint(shape.joint) };
  placement.all({ array: base.positions, stride: 4 }, { array: positions, stride: 4 }, 'points', mirror);
  placement.all({ array: base.normals, stride: 3 }, { array: normals, stride: 4 }, 'directions', mirror);
  // of muscle the tone itself, of what is hard how far it is off
  const even = 'tone' in shape && shape.material !== 'muscle' && shape.material !== 'skin' ? EVEN_TONE : 0;
  for (let v = 0; v < count; v++) {
    const at = v * 4;
    positions[at + 3] = base.positions[at + 3]!;
    normals[at + 3] = draft.ambient[v]!;
    // Of skin, parts take these places.
    surface[at] = shape.material === 'skin' ? 0 : seed;
    surface[at + 1] = draft.surface[v * 3]! - even;
    surface[at + 2] = draft.surface[v * 3 + 1]!;
    surface[at + 3] = draft.surface[v * 3 + 2]!;
    marks[at] = (members && of?.[members.drawn[v]!]?.part) || own.part;
    marks[at + 1] = draft.opacity[v]!;
    marks[at + 2] = shape.effort * (members?.effort[v] ?? 1);
    if (members && shape.material === 'skin') {
      surface[at + 1] = of?.[members.second[v]!]?.part ?? 0;
      surface[at + 2] = shape.effort * members.secondEffort[v]!;
      surface[at] = (members.third && of?.[members.third[v]!]?.part) ?? 0;
      surface[at + 3] = shape.effort * (members.thirdEffort?.[v] ?? 0);
    }
    marks[at + 3] = (members && of?.[members.mover[v]!]?.joint) ?? own.joint;
  }
  wearIn(drafted, uvs, mirror);
  const sound = mendedPlaces(positions, normals);
  return {
    shape,
    layer: names.layer,
    positions,
    normals,
    uvs,
    surface,
    marks,
    forms: drafted.forms.map((form, k) => {
      const growth = drafted.growths[k];
      const by = form && deltas(drafted, form.placed, mirror);
      return growth ? grown(growth, positions, normals, by, shape.material === 'paint') : by;
    }),
    indices: soundTriangles(draft.indices, sound, mirror < 0),
    paint: paintOf(shape),
  };
}

/** What of `uvs` is told in cm goes with the size of the group. */
function wearIn({ shape, placement }: Drafted, uvs: Float32Array, mirror: number): void {
  const { scale } = placement;
  for (let at = 0; at < uvs.length; at += 4) {
    if (shape.material === 'skin') {
      // the number that says that there is no opening stays what it is
      for (let k = at; k < at + 3; k++) if (uvs[k] !== NO_WINDOW) uvs[k]! *= scale;
    } else if (shape.material === 'paint') uvs[at]! *= mirror;
    else if (shape.material === 'muscle') uvs[at + 3]! *= scale;
  }
}

/** Gives every vertex a place; answers which had one. */
function mendedPlaces(positions: Float32Array, normals: Float32Array): Uint8Array {
  const sound = new Uint8Array(positions.length / 4).fill(1);
  for (let v = 0; v < sound.length; v++) {
    const at = v * 4;
    const has = (array: Float32Array): boolean =>
      Number.isFinite(array[at]! + array[at + 1]! + array[at + 2]! + array[at + 3]!);
    if (!has(positions)) {
      sound[v] = 0;
      positions.fill(0, at, at + 4);
    }
    if (!has(normals)) normals.set([0, 0, 1, 1], at);
  }
  return sound;
}

/** How far positions and normals go in a form. */
function deltas({ shape, draft, placement }: Drafted, formed: Placed, mirror: number): Float32Array {
  const { base } = draft;
  const count = draft.ambient.length;
  const by = new Float32Array(count * 6);
  const gone = (to: Float32Array, from: Float32Array): Float32Array =>
    to.map((value, k) => {
      const way = value - from[k]!;
      return Number.isFinite(way) ? way : 0;
    });
  const ways = { array: gone(formed.positions, base.positions), stride: 4 };
  const turns = gone(formed.normals, base.normals);
  placement.all(ways, { array: by, stride: 6 }, 'ways', mirror);
  if (shape.material === 'paint') {
    // of paint the last three numbers tell how its colouring goes: that is not turned
    for (let v = 0; v < count; v++) {
      by.set([turns[v * 3]! * mirror, turns[v * 3 + 1]!, turns[v * 3 + 2]!], v * 6 + 3);
    }
  } else {
    placement.all({ array: turns, stride: 3 }, { array: by, stride: 6, start: 3 }, 'directions', mirror);
  }
  return by;
}

/** How far positions and normals go in a form that is a growth, after what the form's own lines make of them. */
function grown(
  growth: Growth,
  positions: Float32Array,
  normals: Float32Array,
  own: Float32Array | undefined,
  isPaint: boolean,
): Float32Array {
  const count = positions.length / 4;
  const by = own ?? new Float32Array(count * 6);
  for (let v = 0; v < count; v++) {
    const at = (array: Float32Array, start: number): Vec3 => [
      array[v * 4]! + by[v * 6 + start]!,
      array[v * 4 + 1]! + by[v * 6 + start + 1]!,
      array[v * 4 + 2]! + by[v * 6 + start + 2]!,
    ];
    const point = at(positions, 0);
    const goes = growth.point(point);
    const faces = isPaint ? undefined : growth.normal(at(normals, 3), point);
    for (let m = 0; m < 3; m++) {
      by[v * 6 + m] = goes[m]! - positions[v * 4 + m]!;
      if (faces) by[v * 6 + 3 + m] = faces[m]! - normals[v * 4 + m]!;
    }
  }
  return by;
}

/** Triangles without the corners that have no place; turned round where the shape is mirrored. */
function soundTriangles(indices: Uint32Array, sound: Uint8Array, turn: boolean): Uint32Array {
  const kept = new Uint32Array(indices.length);
  let k = 0;
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t]!, indices[t + 1]!, indices[t + 2]!];
    if (!sound[a] || !sound[b] || !sound[c]) continue;
    kept[k] = a;
    kept[k + 1] = turn ? c : b;
    kept[k + 2] = turn ? b : c;
    k += 3;
  }
  return kept.slice(0, k);
}

function paintOf(shape: Shape): Paint | undefined {
  if (shape.kind !== 'fill') return undefined;
  const { stops, shade, glint } = shape;
  return {
    stops: stops.map(([radius, colour]) => {
      const number = Number.parseInt(colour.slice(1), 16);
      return [radius, (number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255];
    }),
    shade,
    ...(glint && { glint }),
  };
}

/** Where the callouts of a piece would like to sit, by the number of the part. */
export function labelsOf(drafted: Drafted, names: Names): { part: number; given: boolean; label: Label }[] {
  const { shape, draft, forms, growths, placement } = drafted;
  const mirror = names.side === 'right' ? -1 : 1;
  const spotAt = (joint: number, member?: number): Label => {
    const { point, follows } = draft.spot(shape, member);
    const [x, y, z] = placement.point(point);
    return {
      point: [x * mirror, y, z],
      follows,
      joint,
      forms: forms.map((form, k) => {
        const growth = growths[k];
        if (!form && !growth) return undefined;
        const [fx, fy, fz] = form ? placement.point(draft.spot(form.lines, member).point) : [x, y, z];
        const [gx, gy, gz] = growth ? growth.point([fx, fy, fz]) : [fx, fy, fz];
        return [(gx - x) * mirror, gy - y, gz - z];
      }),
    };
  };
  if (draft.members) {
    return draft.members.members.map(({ part, joint, side, labelled }, member) => ({
      part: names.part(part, side) || names.part(shape.part),
      given: labelled,
      label: spotAt(names.joint(joint, side), member),
    }));
  }
  return [
    {
      part: names.part(shape.part),
      given: shape.label !== undefined,
      label: spotAt(names.joint(shape.joint)),
    },
  ];
}
