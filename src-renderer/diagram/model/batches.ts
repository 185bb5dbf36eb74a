/** Puts pieces of the same kind together, so that few things are drawn; what is laid on others keeps its order. */
import type { Batch } from './model.ts';
import type { Piece } from './piece.ts';

const LAID: ReadonlySet<string> = new Set(['ink', 'paint']);

const isLaid = ({ shape }: Piece): boolean =>
  ('on' in shape && shape.on !== undefined) || LAID.has(shape.material);

const keyOf = (piece: Piece): string =>
  JSON.stringify([
    piece.shape.material,
    piece.layer,
    piece.shape.appears,
    piece.shape.signal,
    piece.shape.seen,
    piece.shape.through,
    piece.paint,
    isLaid(piece),
  ]);

export function batchesOf(pieces: readonly Piece[]): Batch[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces.filter((one) => !isLaid(one))) {
    const key = keyOf(piece);
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  // of what is laid, only neighbours may go together: what comes later lies above
  const laid: Piece[][] = [];
  for (const piece of pieces.filter(isLaid)) {
    const last = laid.at(-1);
    if (last && keyOf(last[0]!) === keyOf(piece)) last.push(piece);
    else laid.push([piece]);
  }
  return [...groups.values(), ...laid].map(batchOf);
}

function batchOf(pieces: readonly Piece[]): Batch {
  const [first] = pieces as readonly [Piece, ...Piece[]];
  const counts = pieces.map(({ positions }) => positions.length / 4);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const joined = (stride: number, arrayOf: (piece: Piece) => Float32Array | undefined): Float32Array => {
    const all = new Float32Array(total * stride);
    let offset = 0;
    pieces.forEach((piece, k) => {
      const own = arrayOf(piece);
      if (own) all.set(own, offset * stride);
      offset += counts[k]!;
    });
    return all;
  };
  const indices = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.indices.length, 0));
  let [offset, place] = [0, 0];
  pieces.forEach((piece, k) => {
    for (const v of piece.indices) indices[place++] = v + offset;
    offset += counts[k]!;
  });
  const { material, appears, signal, seen, through } = first.shape;
  return {
    material,
    ...(first.layer && { layer: first.layer }),
    positions: joined(4, (piece) => piece.positions),
    normals: joined(4, (piece) => piece.normals),
    uvs: joined(4, (piece) => piece.uvs),
    surface: joined(4, (piece) => piece.surface),
    marks: joined(4, (piece) => piece.marks),
    forms: first.forms.map((_, form) =>
      pieces.some((piece) => piece.forms[form]) ? joined(6, (piece) => piece.forms[form]) : undefined,
    ),
    indices,
    ...(first.paint && { paint: first.paint }),
    ...(appears !== undefined && { appears }),
    ...(signal !== undefined && { signal }),
    ...(seen > 0 && { seen }),
    ...(!through && { through: false as const }),
    ...(isLaid(first) && { laid: true as const }),
  };
}
