import type { ServedPose } from '../contract/api.ts';
import type { DiagramFile, Pose } from '../contract/diagram.ts';
import { mirroredPose } from '../contract/mirror.ts';
import { fault, unless, type Fault, type Place } from '../faults.ts';
import { has } from './has.ts';

/** A pose in numbers. */
type Numbers = Extract<Pose, { parameters: unknown }>;

/** A muscle that works less than this is not shown as working. */
const WORKS = 0.1;

/** The poses of a diagram with mirrored ones written out. Any fault makes the diagram unusable. */
export function resolvePoses(
  file: DiagramFile,
  diagram: string,
  at: Place,
): { poses: Record<string, ServedPose>; faults: Fault[] } {
  const faults: Fault[] = [];
  const resolve = (id: string, way: readonly string[]): Numbers | undefined => {
    const pose = has(file.poses, id) ? file.poses[id] : undefined;
    if (!pose || !('mirrors' in pose)) return pose;
    if (way.includes(pose.mirrors)) return undefined;
    const other = resolve(pose.mirrors, [...way, pose.mirrors]);
    return other && mirroredPose(other, file.parameters);
  };
  const poses = Object.entries(file.poses).flatMap(([id, pose]): [string, ServedPose][] => {
    const inside = { ...at, path: `poses.${id}` };
    const numbers = resolve(id, [id]);
    if ('mirrors' in pose) {
      const mirrors = { ...inside, path: `${inside.path}.mirrors` };
      if (!has(file.poses, pose.mirrors))
        faults.push(fault('pose-unknown', mirrors, { id: pose.mirrors, diagram }));
      else if (numbers) faults.push(...rangeFaults(numbers, file, () => mirrors));
      else faults.push(fault('mirrors-circular', mirrors, { pose: pose.mirrors }));
    } else {
      faults.push(...numberFaults(pose, file, diagram, inside));
      const { view } = pose;
      const at = { ...inside, path: `${inside.path}.view` };
      if (view !== undefined)
        faults.push(...unless(has(file.views, view), 'view-unknown', at, { id: view, diagram }));
    }
    return numbers ? [[id, { ...numbers, working: workingIn(numbers, file) }]] : [];
  });
  return { poses: Object.fromEntries(poses), faults };
}

const workingIn = ({ activation }: Numbers, { parts }: DiagramFile): string[] =>
  Object.keys(parts).filter((part) => has(activation, part) && (activation[part] ?? 0) >= WORKS);

function numberFaults(pose: Numbers, file: DiagramFile, diagram: string, at: Place): Fault[] {
  const parameter = (id: string): Place => ({ ...at, path: `${at.path}.parameters.${id}` });
  return [
    ...Object.keys(pose.parameters).flatMap((id) =>
      unless(has(file.parameters, id), 'parameter-unknown', parameter(id), { id, diagram }),
    ),
    ...rangeFaults(pose, file, parameter),
    ...Object.keys(pose.activation).flatMap((part) =>
      unless(
        has(file.parts, part),
        'part-unknown',
        { ...at, path: `${at.path}.activation.${part}` },
        { id: part, diagram },
      ),
    ),
  ];
}

const rangeFaults = ({ parameters }: Numbers, file: DiagramFile, at: (id: string) => Place): Fault[] =>
  Object.entries(parameters).flatMap(([id, is]) => {
    const range = has(file.parameters, id) ? file.parameters[id] : undefined;
    if (!range) return [];
    const { least, most } = range;
    return unless(is >= least && is <= most, 'parameter-out-of-range', at(id), { id, is, least, most });
  });
