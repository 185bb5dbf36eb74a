import type { Diagram } from '../../src-main/contract/api.ts';
import type { Layer } from '../../src-main/contract/diagram.ts';
import type { DiagramsWords } from '../../src-main/contract/words.ts';
import { LAYER_GROUPS, sideOf, type LayerGroup } from './parts.ts';
import { atLeft } from './sight.ts';

type PartsWords = DiagramsWords[string]['parts'];

/**
 * The parts that a visitor can choose, in reading order: those that have a name, are not laid aside, belong to the scene of
 * the pose and are not taken away in the view.
 */
export function partsOf(
  { parts, poses, views }: Pick<Diagram, 'parts' | 'poses' | 'views'>,
  words: PartsWords,
  hidden: readonly Layer[],
  { pose, view }: { readonly pose: string; readonly view: string },
): string[] {
  const isThere = (appears: string | undefined): boolean =>
    appears === undefined || (poses[pose]?.parameters[appears] ?? 0) > 0;
  return Object.entries(parts)
    .filter(
      ([part, { layer, appears }]) => words[sideOf(part).base] && !hidden.includes(layer) && isThere(appears),
    )
    .map(([part]) => part)
    .filter((part) => !views[view]?.without.includes(part));
}

/**
 * Of each pair first the side that the picture has where a line begins, so that where the list has two columns a part stands beneath its
 * side.
 * @param orbit of the eye, degrees; from a side, the order stays as it is
 */
export function asSeen(parts: readonly string[], orbit: number, dir: 'ltr' | 'rtl'): string[] {
  const here = atLeft(orbit);
  if (here !== 'patient-right' && here !== 'patient-left') return [...parts];
  const first = (here === 'patient-right') === (dir === 'ltr') ? 'right' : 'left';
  const ordered = [...parts];
  for (let at = 1; at < ordered.length; at++) {
    const [one, other] = [sideOf(ordered[at - 1]!), sideOf(ordered[at]!)];
    if (one.base === other.base && one.side !== first && other.side === first)
      [ordered[at - 1], ordered[at]] = [ordered[at]!, ordered[at - 1]!];
  }
  return ordered;
}

/** Views in the order of the page: left and right stand to each other as in the picture, which is never mirrored. */
export function viewsAsSeen(views: readonly string[], dir: 'ltr' | 'rtl'): readonly string[] {
  if (dir === 'ltr' || !views.includes('left') || !views.includes('right')) return views;
  return views.map((view) => (view === 'left' ? 'right' : view === 'right' ? 'left' : view));
}

/** What a diagram lets a visitor lay aside, outermost first. */
export const layersOf = ({ layers }: Diagram): LayerGroup[] =>
  LAYER_GROUPS.filter((group) => group.layers.some((layer) => layers.includes(layer)));

/** Layers laid aside after one more was, or was put back. */
export function toggled(hidden: readonly Layer[], group: LayerGroup): Layer[] {
  const layers: readonly Layer[] = group.layers;
  const others = hidden.filter((layer) => !layers.includes(layer));
  return isHidden(hidden, group) ? others : [...others, ...layers];
}

export const isHidden = (hidden: readonly Layer[], { layers }: LayerGroup): boolean =>
  layers.some((layer) => hidden.includes(layer));

/** Views that have a button, in its order. */
const NAMED = ['front', 'right', 'left', 'back'] as const;

/** Views to which a button leads. @param needsStill nothing can be drawn: only views of which there is a still */
export const viewsOf = ({ views, pictures }: Diagram, pose: string, needsStill: boolean): string[] =>
  NAMED.filter((view) => views[view] && (!needsStill || pictures[`${pose}@${view}`]));
