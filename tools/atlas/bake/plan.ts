/** What a still depends on, and so when it has to be drawn again. */
import { createHash } from 'node:crypto';
import type { Diagram, ServedShapes } from '../../../src-main/contract/api.ts';
import type { View } from '../../../src-main/contract/diagram.ts';
import type { Numbers } from '../../../src-renderer/diagram/model/model.ts';
import { hiddenIn } from '../../../src-renderer/diagram/sight.ts';
import type { Still } from './choice.ts';

/** A diagram with what it is drawn from. */
export interface Subject {
  readonly diagram: Diagram;
  readonly shapes: ServedShapes;
  /** Of its data, see `posters.json`. */
  readonly of: string;
}

/** All that a picture is drawn from, besides its shapes. */
export interface Drawing {
  readonly size: readonly [number, number];
  readonly numbers: Numbers;
  readonly view: Omit<View, 'whole'>;
  readonly layers: Diagram['layers'];
  readonly hidden: Diagram['hidden'];
  readonly ghost: Diagram['ghost'];
}

export interface Planned {
  readonly still: Still;
  readonly subject: Subject;
  readonly drawing: Drawing;
  /** Changes with everything that the picture depends on. */
  readonly stamp: string;
}

/** @param engine changes with the engine that draws */
export function plan(
  stills: readonly Still[],
  subjects: ReadonlyMap<string, Subject>,
  engine: string,
): Planned[] {
  const prints = new Map(
    [...subjects].map(([id, { shapes, diagram }]) => {
      const layers = Object.entries(diagram.parts).map(([part, { layer }]) => [part, layer]);
      return [id, printOf([engine, shapes, layers])] as const;
    }),
  );
  return stills.flatMap((still) => {
    const subject = subjects.get(still.diagram);
    if (!subject) return [];
    const drawing = drawingOf(still, subject.diagram);
    return [{ still, subject, drawing, stamp: printOf([prints.get(still.diagram), drawing]) }];
  });
}

function drawingOf({ numbers, view }: Still, diagram: Diagram): Drawing {
  // How a screen lays the picture out changes nothing in it.
  const { whole: _, ...seen } = diagram.views[view]!;
  const { size, layers, ghost } = diagram;
  return { size, numbers, view: seen, layers, hidden: hiddenIn(diagram, view), ghost };
}

const printOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
