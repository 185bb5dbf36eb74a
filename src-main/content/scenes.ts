import type { Diagram } from '../contract/api.ts';
import type { HomeFile, Scene } from '../contract/structure.ts';
import { fault, type Fault, type Place } from '../faults.ts';
import { unless, type Diagrams } from './diagrams.ts';
import { has } from './has.ts';

/** What is wrong with a scene's diagram, pose, camera, picture, motion and parts. */
export function sceneFaults(
  scene: Partial<Scene> & HomeFile,
  at: Place,
  path: string,
  { diagrams }: Diagrams,
): Fault[] {
  const { diagram: id, pose, camera, motion } = scene;
  const within = (inner: string): Place => ({ ...at, path: [path, inner].filter(Boolean).join('.') });
  const diagram = diagrams.get(id);
  if (!diagram) return [fault('diagram-unknown', within('diagram'), { id })];
  return [
    ...pictureFaults(diagram, pose, camera, within),
    ...(motion === undefined ? [] : motionFaults(diagram, motion, within('motion'))),
    ...partsFaults(diagram, scene, within),
  ];
}

/** What is wrong with a part that is to have a callout on a picture. A picture that is not there has its own fault. */
export function anchorFaults(diagram: Diagram, key: string, part: string, at: Place): Fault[] {
  if (!has(diagram.parts, part)) return [fault('part-unknown', at, { id: part, diagram: diagram.id })];
  return isAnchored(diagram, key, part)
    ? []
    : [fault('anchor-missing', at, { id: part, key, diagram: diagram.id })];
}

type Within = (inner: string) => Place;

function pictureFaults(
  { id, poses, views, pictures }: Diagram,
  pose: string,
  camera: string,
  within: Within,
) {
  const key = `${pose}@${camera}`;
  if (!has(poses, pose)) return [fault('pose-unknown', within('pose'), { id: pose, diagram: id })];
  if (!views.includes(camera))
    return [fault('camera-unknown', within('camera'), { id: camera, diagram: id })];
  return unless(has(pictures, key), 'picture-unknown', within('pose'), { key, diagram: id });
}

function motionFaults(diagram: Diagram, motion: string, at: Place): Fault[] {
  const { id, motions, pictures } = diagram;
  if (!has(motions, motion)) return [fault('motion-unknown', at, { id: motion, diagram: id })];
  return framesOf(diagram, motion)
    .filter((key) => !has(pictures, key))
    .map((key) => fault('picture-unknown', at, { key, diagram: id }));
}

function partsFaults(diagram: Diagram, scene: Partial<Scene> & HomeFile, within: Within): Fault[] {
  const { pose, camera, motion, show = [], mark = [] } = scene;
  const key = `${pose}@${camera}`;
  const frames = motion === undefined ? [] : framesOf(diagram, motion);
  return [
    ...show.flatMap((part, index) => {
      const at = within(`show[${index}]`);
      const faults = anchorFaults(diagram, key, part, at);
      if (faults.length > 0) return faults;
      const keys = frames.filter((frame) => !isAnchored(diagram, frame, part));
      return unless(keys.length === 0, 'anchor-missing-in-motion', at, { id: part, motion, keys });
    }),
    ...mark.flatMap((part, index) => {
      if (show.includes(part)) return [];
      const at = within(`mark[${index}]`);
      const faults = anchorFaults(diagram, key, part, at);
      return faults.length > 0 ? faults : [fault('mark-not-shown', at, { id: part })];
    }),
  ];
}

/** The pictures of a motion, each once; none of a motion that the diagram does not have. */
function framesOf({ motions }: Diagram, name: string): string[] {
  const motion = has(motions, name) ? motions[name] : undefined;
  return [...new Set(motion?.poses.map((pose) => `${pose}@${motion.view}`))];
}

const isAnchored = ({ pictures }: Diagram, key: string, part: string): boolean =>
  !has(pictures, key) || has(pictures[key]?.anchors, part);
