import type { Diagram } from '../contract/api.ts';
import type { HomeFile, Scene } from '../contract/structure.ts';
import { fault, unless, type Fault, type Place } from '../faults.ts';
import type { Diagrams } from './diagrams.ts';
import { has } from './has.ts';
import { framesOf } from './posters.ts';

/** What is wrong with a scene's diagram, pose, camera, picture, motion and parts. */
export function sceneFaults(
  scene: Partial<Scene> & HomeFile,
  at: Place,
  path: string,
  known: Diagrams,
): Fault[] {
  const { diagram: id, motion } = scene;
  const within = (inner: string): Place => ({ ...at, path: [path, inner].filter(Boolean).join('.') });
  const diagram = known.diagrams.get(id);
  if (!diagram) return [fault('diagram-unknown', within('diagram'), { id })];
  const isShaped = known.nameable.has(id);
  return [
    ...pictureFaults(diagram, scene, isShaped, within),
    ...(motion === undefined ? [] : motionFaults(diagram, motion, isShaped, within('motion'))),
    ...partsFaults(diagram, scene, known, within),
  ];
}

/** What is wrong with a part that is to have a callout on a picture. A picture that is not there has its own fault. */
export function anchorFaults(
  { diagrams, nameable }: Diagrams,
  { diagram: id, pose, camera }: HomeFile,
  part: string,
  at: Place,
): Fault[] {
  const diagram = diagrams.get(id);
  if (!diagram) return [];
  if (!has(diagram.parts, part)) return [fault('part-unknown', at, { id: part, diagram: id })];
  const places = nameable.get(id);
  if (places) return unless(places.has(part), 'place-missing', at, { id: part, diagram: id });
  const key = `${pose}@${camera}`;
  return unless(isAnchored(diagram, key, part), 'anchor-missing', at, { id: part, key, diagram: id });
}

type Within = (inner: string) => Place;

function pictureFaults(
  { id, poses, views, pictures }: Diagram,
  { pose, camera }: HomeFile,
  isShaped: boolean,
  within: Within,
): Fault[] {
  const key = `${pose}@${camera}`;
  if (!has(poses, pose)) return [fault('pose-unknown', within('pose'), { id: pose, diagram: id })];
  if (!has(views, camera)) return [fault('view-unknown', within('camera'), { id: camera, diagram: id })];
  return unless(isShaped || has(pictures, key), 'picture-unknown', within('pose'), { key, diagram: id });
}

function motionFaults(diagram: Diagram, motion: string, isShaped: boolean, at: Place): Fault[] {
  const { id, motions, pictures } = diagram;
  if (!has(motions, motion)) return [fault('motion-unknown', at, { id: motion, diagram: id })];
  if (isShaped) return [];
  return framesIn(diagram, motion)
    .filter((key) => !has(pictures, key))
    .map((key) => fault('picture-unknown', at, { key, diagram: id }));
}

function partsFaults(
  diagram: Diagram,
  scene: Partial<Scene> & HomeFile,
  known: Diagrams,
  within: Within,
): Fault[] {
  const { motion, show = [], mark = [] } = scene;
  const isShaped = known.nameable.has(diagram.id);
  const frames = motion === undefined || isShaped ? [] : framesIn(diagram, motion);
  return [
    ...show.flatMap((part, index) => {
      const at = within(`show[${index}]`);
      const faults = anchorFaults(known, scene, part, at);
      if (faults.length > 0) return faults;
      const keys = frames.filter((frame) => !isAnchored(diagram, frame, part));
      return unless(keys.length === 0, 'anchor-missing-in-motion', at, {
        id: part,
        motion: motion ?? '',
        keys,
      });
    }),
    ...mark.flatMap((part, index) => {
      if (show.includes(part)) return [];
      const at = within(`mark[${index}]`);
      const faults = anchorFaults(known, scene, part, at);
      return faults.length > 0 ? faults : [fault('mark-not-shown', at, { id: part })];
    }),
  ];
}

/** The stills of a motion; none of a motion that the diagram does not have. */
function framesIn({ motions }: Diagram, id: string): string[] {
  const motion = has(motions, id) ? motions[id] : undefined;
  return motion ? framesOf(id, motion) : [];
}

const isAnchored = ({ pictures }: Diagram, key: string, part: string): boolean =>
  !has(pictures, key) || has(pictures[key]?.anchors, part);
