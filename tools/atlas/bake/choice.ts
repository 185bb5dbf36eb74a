/** Which stills there are, and which of them the first screens need. Knows content; draws nothing. */
import type { Diagram } from '../../../src-main/contract/api.ts';
import type { HomeFile, TourFile } from '../../../src-main/contract/structure.ts';
import type { Numbers } from '../../../src-renderer/diagram/model/model.ts';
import { frameCount, frameNumbers, numbersOf } from '../../../src-renderer/diagram/model/poses.ts';

/** What the atlas may hold: it is part of every package, and drawn on slow machines. */
export const MOST_STILLS = 500;
export const MOST_BYTES = 25 * 1024 * 1024;

/** What a first start draws before the kiosk is on the screen. */
export const MOST_FIRST = 30;

/** One picture of the atlas. */
export interface Still {
  readonly diagram: string;
  readonly view: string;
  readonly numbers: Numbers;
  /** Beside `posters.json`. */
  readonly file: string;
  /** The names under which it stands in `posters.json`: a frame of a motion may be a pose, or a frame of another motion. */
  readonly keys: readonly string[];
}

/** What a screen shows. */
export type Shown = HomeFile;

export interface Content {
  /** In the order of their ids. */
  readonly diagrams: readonly Diagram[];
  readonly home: HomeFile | undefined;
  /** In the order of lists. */
  readonly tours: readonly TourFile[];
}

/** What screens show, most wanted first: home, the attract loop, then the tours step by step, all first steps before all second ones. */
export function shownOn({ home, tours }: Pick<Content, 'home' | 'tours'>): Shown[] {
  const longest = Math.max(0, ...tours.map(({ steps }) => steps.length));
  const steps = Array.from({ length: longest }, (_, index) =>
    tours.flatMap(({ steps }) => steps[index] ?? []),
  );
  return [...(home ? [home] : []), ...tours.map(({ scene }) => scene), ...steps.flat()];
}

/**
 * Every still of the atlas, those of the first screens first: of each diagram each pose in its first view and in the views
 * of its motions, rest in all views, the frames of its motions, and what screens show besides.
 */
export function allStills(content: Content): Still[] {
  const collected = collector();
  for (const shown of shownOn(content)) {
    const diagram = drawnOf(content).find(({ id }) => id === shown.diagram);
    if (diagram) collected.pose(diagram, shown.pose, shown.camera);
  }
  for (const diagram of drawnOf(content)) {
    const motions = Object.entries(diagram.motions);
    const views = Object.keys(diagram.views);
    const poses = Object.keys(diagram.poses);
    for (const view of new Set([...views.slice(0, 1), ...motions.map(([, motion]) => motion.view)]))
      for (const pose of poses) collected.pose(diagram, pose, view);
    for (const view of views) for (const pose of poses.slice(0, 1)) collected.pose(diagram, pose, view);
    for (const [id] of motions) collected.motion(diagram, id);
  }
  return collected.stills();
}

/** The stills of the first screens, and those for which there is no room among them. */
export function firstStills(content: Content): { stills: Still[]; left: Still[] } {
  const keys = new Set(shownOn(content).map(({ diagram, pose, camera }) => `${diagram} ${pose}@${camera}`));
  const all = allStills(content).filter((still) =>
    still.keys.some((key) => keys.has(`${still.diagram} ${key}`)),
  );
  return { stills: all.slice(0, MOST_FIRST), left: all.slice(MOST_FIRST) };
}

/** Without shapes there is nothing to draw from: those stills are made by hand. */
const drawnOf = ({ diagrams }: Content): Diagram[] => diagrams.filter(({ drawn }) => drawn);

/** Collects stills, each picture once. */
function collector() {
  const stills = new Map<string, Still>();
  const add = (diagram: Diagram, view: string, [name, part]: [string, number?], given: Numbers): void => {
    if (!Object.hasOwn(diagram.views, view)) return;
    const key = `${part === undefined ? name : `${name}.${part}`}@${view}`;
    const numbers = plain(given);
    const place = JSON.stringify([diagram.id, view, numbers]);
    const file = key.replace('@', '.') + '.webp';
    const still = stills.get(place) ?? { diagram: diagram.id, view, numbers, file, keys: [] };
    if (!still.keys.includes(key)) stills.set(place, { ...still, keys: [...still.keys, key] });
  };
  return {
    pose(diagram: Diagram, pose: string, view: string): void {
      if (Object.hasOwn(diagram.poses, pose)) add(diagram, view, [pose], numbersOf(diagram, pose));
    },
    motion(diagram: Diagram, id: string): void {
      const motion = diagram.motions[id]!;
      for (let number = 0; number < frameCount(motion); number++)
        add(diagram, motion.view, [id, number], frameNumbers(diagram, id, number));
    },
    stills: () => [...stills.values()],
  };
}

/** Equal for equal pictures: what is 0 is not named, and names stand in order. */
function plain({ parameters, activation }: Numbers): Numbers {
  const without = (numbers: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(numbers)
        .map(([name, value]) => [name, Number(value.toFixed(6))] as const)
        .filter(([, value]) => value !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return { parameters: without(parameters), activation: without(activation) };
}
