/** The shipped diagrams as they are drawn: each made once for all tests of a process. */
import path from 'node:path';
import { readLayer } from '../../../src-main/content/layer.ts';
import { makeLibrary } from '../../../src-main/content/library.ts';
import type { Diagram } from '../../../src-main/contract/api.ts';
import { buildModel } from '../../../src-renderer/diagram/model/build.ts';
import type { Model, Numbers } from '../../../src-renderer/diagram/model/model.ts';
import { posedVertices } from '../../../src-renderer/diagram/model/rig.ts';

const { library } = makeLibrary([await readLayer(path.join(import.meta.dirname, '../../..'), '')]);

export interface Drawn {
  readonly diagram: Diagram;
  readonly model: Model;
}

const made = new Map<string, Drawn>();

/** A diagram as it is drawn. @throws if there is none that is drawn from shapes */
export function drawnOf(id: string): Drawn {
  const diagram = library?.diagrams.get(id);
  const shapes = library?.shapes.get(id);
  if (!diagram || !shapes) throw new Error(`There is no drawn diagram ${id}.`);
  const known = made.get(id) ?? { diagram, model: buildModel(shapes, diagram.parts) };
  made.set(id, known);
  return known;
}

/** Every diagram that is drawn from shapes. */
export const allDrawn = (): readonly Drawn[] => [...(library?.shapes.keys() ?? [])].map(drawnOf);

/** Slices along a muscle, from origin to insertion. */
const SLICES = 12;

type Point = [number, number, number];

/**
 * The middle lines of a part's muscles in a pose, cm, y up: of each of its shapes the centres of the slices from origin
 * to insertion, as they are drawn (turned by joints, changed by forms, swollen by work).
 */
export function middleLines({ model }: Drawn, part: string, numbers: Numbers): Point[][] {
  const number = model.parts.indexOf(part) + 1;
  const lines = new Map<string, { sum: Point; count: number }[]>();
  model.batches.forEach((batch, index) => {
    if (batch.material !== 'muscle') return;
    const points = posedVertices(model, index, numbers);
    for (let vertex = 0; vertex < batch.marks.length / 4; vertex++) {
      if (batch.marks[vertex * 4] !== number) continue;
      const seed = `${index}:${batch.surface[vertex * 4]}`;
      const slices = lines.get(seed) ?? Array.from({ length: SLICES }, () => ({ sum: [0, 0, 0], count: 0 }));
      lines.set(seed, slices);
      const along = batch.uvs[vertex * 4 + 1]!;
      const slice = slices[Math.min(SLICES - 1, Math.floor(along * SLICES))]!;
      slice.count += 1;
      for (const axis of [0, 1, 2] as const) slice.sum[axis] += points[vertex * 3 + axis]!;
    }
  });
  return [...lines.values()].map((slices) =>
    slices
      .filter(({ count }) => count > 0)
      .map(({ sum, count }) => sum.map((value) => value / count) as Point),
  );
}

export const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, axis) => value - b[axis]!));

/** Length of a line, cm. */
export const lengthOf = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, point, index) => sum + distance(line[index]!, point), 0);
