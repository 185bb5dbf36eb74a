import type { Diagram, TermUse, TermUses, Tour } from '../contract/api.ts';
import type { Scene } from '../contract/structure.ts';

/**
 * Where each term of the glossary is met: the tours that explain it or at least show what it is of, and a picture for
 * it: of the part that it is of, or else of the first step that explains it.
 * @param tours in the order of lists
 */
export function usesOf(tours: readonly Tour[], diagrams: ReadonlyMap<string, Diagram>): TermUses {
  const uses = new Map<string, TermUse>();
  const of = (term: string): TermUse => uses.get(term) ?? { steps: [] };
  for (const { id, steps } of tours) {
    const explained = new Map<string, number>();
    const add = (term: string | undefined, step: number): void => {
      if (term !== undefined && !explained.has(term)) explained.set(term, step);
    };
    for (const [step, { terms }] of steps.entries()) for (const term of terms) add(term, step);
    for (const [step, { diagram, show }] of steps.entries())
      for (const part of show) add(diagrams.get(diagram)?.parts[part]?.term, step);
    for (const [term, step] of explained)
      uses.set(term, { ...of(term), steps: [...of(term).steps, { tour: id, step }] });
  }
  const scenes = tours.flatMap(({ steps }) => steps);
  for (const diagram of diagrams.values()) {
    const terms = new Set(Object.values(diagram.parts).flatMap(({ term }) => term ?? []));
    for (const term of terms) {
      const picture = of(term).picture ?? pictureOf(term, diagram, scenes);
      if (picture) uses.set(term, { ...of(term), picture });
    }
  }
  for (const [term, use] of uses) {
    const [first] = use.steps;
    const scene = first && tours.find(({ id }) => id === first.tour)?.steps[first.step];
    if (scene && !use.picture) {
      const { diagram, pose, camera } = scene;
      uses.set(term, { ...use, picture: { diagram, pose, view: camera } });
    }
  }
  return Object.fromEntries(uses);
}

type Picture = NonNullable<TermUse['picture']> & { readonly part: string };

/** The best of the scenes that show the term's part; a diagram that no scene shows it in stands as it is at first. */
function pictureOf(term: string, diagram: Diagram, scenes: readonly Scene[]): Picture | undefined {
  const parts = Object.keys(diagram.parts).filter((part) => diagram.parts[part]?.term === term);
  const [rest = ''] = Object.keys(diagram.poses);
  const ofScenes = scenes
    .filter((scene) => scene.diagram === diagram.id)
    .flatMap(({ pose, camera, show }) =>
      parts.filter((part) => show.includes(part)).map((part) => ({ part, pose, view: camera })),
    );
  const atRest = Object.keys(diagram.views).flatMap((view) =>
    parts.map((part) => ({ part, pose: rest, view })),
  );
  const candidates = [...ofScenes, ...atRest];
  const hidden = ({ part, pose, view }: Omit<Picture, 'diagram'>): number => {
    const anchor = diagram.pictures[`${pose}@${view}`]?.anchors[part];
    return anchor && anchor[2] === 'seen' ? 0 : 3;
  };
  // A muscle is best seen where it works and is lit; else where nothing moves.
  const isWorking = ({ part, pose }: Omit<Picture, 'diagram'>): boolean =>
    diagram.poses[pose]?.working.includes(part) === true;
  const cost = (picture: Omit<Picture, 'diagram'>): number =>
    hidden(picture) + (isWorking(picture) ? 0 : picture.pose === rest ? 1 : 2);
  const [best] = candidates.toSorted((a, b) => cost(a) - cost(b));
  return best && { diagram: diagram.id, ...best };
}
