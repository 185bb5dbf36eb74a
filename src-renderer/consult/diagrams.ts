/** The diagrams of the strip: in which order, and what of each is shown there. */
import type { Diagram, TourSummary } from '../../src-main/contract/api.ts';
import type { DiagramsWords } from '../../src-main/contract/words.ts';
import { pictureOf, type Anchors } from '../diagram/parts.ts';
import { formOf, formsOf, type FormNames } from './forms.ts';

/**
 * Muscles first, then all else; each in the order of the tours that show them, then as they are named.
 * @param named ids of all that have words
 */
export function stripOf(
  diagrams: ReadonlyMap<string, Pick<Diagram, 'layers'>>,
  tours: readonly Pick<TourSummary, 'scene'>[],
): string[] {
  const shown = [...new Set([...tours.map(({ scene }) => scene.diagram), ...diagrams.keys()])].filter((id) =>
    diagrams.has(id),
  );
  const isOfMuscles = (id: string): boolean => diagrams.get(id)?.layers.includes('muscle') === true;
  return [...shown.filter(isOfMuscles), ...shown.filter((id) => !isOfMuscles(id))];
}

/** The word under a picture of the strip. */
export const wordOf = (words: DiagramsWords[string] | undefined): string =>
  words?.short ?? words?.title ?? '';

/** A still, and the point of it round which it is cropped, as shares of its width and height. */
export interface Thumb {
  readonly src: string;
  readonly x: number;
  readonly y: number;
}

/** Round the parts that work in its first form that has any; nothing where there is no still. */
export function thumbOf(diagram: Diagram, names: FormNames): Thumb | undefined {
  const [view = ''] = Object.keys(diagram.views);
  const forms = formsOf(diagram, names).map((form) => formOf(diagram, names, { form, other: false }));
  const works = forms.find(({ working, pose }) => working.length > 0 && pictureOf(diagram, pose, view));
  const [first = ''] = Object.keys(diagram.poses);
  const still =
    (works && pictureOf(diagram, works.pose, view)) ??
    pictureOf(diagram, first, view) ??
    Object.values(diagram.pictures)[0];
  if (!still) return undefined;
  const [x, y] = middleOf(still.anchors, works?.working ?? []);
  return { src: still.src, x: x / diagram.size[0], y: y / diagram.size[1] };

  function middleOf(anchors: Anchors, parts: readonly string[]): readonly [number, number] {
    const known = parts.flatMap((part) => anchors[part] ?? []);
    const places = parts.flatMap((part) => (anchors[part] ? [anchors[part]] : []));
    if (known.length === 0) return [diagram.size[0] / 2, diagram.size[1] * 0.45];
    const mean = (axis: 0 | 1): number => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    return [mean(0), mean(1)];
  }
}
