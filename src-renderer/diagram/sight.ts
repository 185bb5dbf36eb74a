/** Where the eye stands, how long it travels, and which of the patient's sides it sees where. */
import type { Diagram } from '../../src-main/contract/api.ts';
import type { Layer } from '../../src-main/contract/diagram.ts';
import type { Side } from './callouts.ts';
import { orbited, zoomed } from './model/camera.ts';
import type { Eye } from './model/model.ts';

/** How much of the view's height fits into the picture at the nearest and at the farthest. */
const NEAREST = 0.3;
const FARTHEST = 1.25;

/** The eye of a diagram's view. @throws if there is none */
export function eyeOf({ id, views }: Pick<Diagram, 'id' | 'views'>, view: string): Eye {
  const found = views[view];
  if (!found) throw new Error(`The diagram ${id} has no view ${view}.`);
  const { orbit, elevation, centre, height } = found;
  return { orbit, elevation, centre, height };
}

/** The layers that are laid aside to begin with, where one looks at a view. */
export const hiddenIn = ({ hidden, views }: Pick<Diagram, 'hidden' | 'views'>, view: string): Layer[] =>
  hidden.filter((layer) => !views[view]?.shows?.includes(layer));

/** A visitor's way of moving the eye: degrees round the patient and upwards, and a factor by which it comes nearer. */
export interface EyeStep {
  readonly orbit?: number;
  readonly elevation?: number;
  readonly nearer?: number;
}

/** The eye after a step, within what `home`, the eye of a view, allows. */
export const stepped = (eye: Eye, { orbit = 0, elevation = 0, nearer = 1 }: EyeStep, home: Eye): Eye =>
  zoomed(orbited(eye, orbit, elevation), nearer, zoomLimits(home.height));

/** Least and most height that fits into the picture, cm. @param height of the view */
export const zoomLimits = (height: number): readonly [number, number] => [
  height * NEAREST,
  height * FARTHEST,
];

/** The angle in −180…180. */
const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

const SHORTEST_MS = 600;
const LONGEST_MS = 900;

/** How long the way from one eye to another takes, ms: the farther, the longer. */
export function travelMs(from: Eye, to: Eye): number {
  const turn = Math.abs(wrapped(to.orbit - from.orbit)) / 180;
  const shift = Math.hypot(...from.centre.map((value, axis) => to.centre[axis]! - value)) / from.height;
  const zoom = Math.abs(Math.log(to.height / from.height)) / 2;
  return SHORTEST_MS + (LONGEST_MS - SHORTEST_MS) * Math.min(1, turn + shift + zoom);
}

/** What lies at the viewer's left of a picture; the opposite lies at the right. */
export type AtLeft = `patient-${Side}` | 'front' | 'back';

/** Within so many degrees of the pure side view, neither of the patient's sides lies left or right. */
const SIDEWAYS = 20;

/**
 * What lies at the viewer's left, told by where the eye stands.
 * @param orbit degrees round the patient, 0 in front, positive towards the patient's left
 */
export function atLeft(orbit: number): AtLeft {
  const angle = wrapped(orbit);
  if (Math.abs(angle - 90) < SIDEWAYS) return 'front';
  if (Math.abs(angle + 90) < SIDEWAYS) return 'back';
  return Math.abs(angle) < 90 ? 'patient-right' : 'patient-left';
}
