/** One way of looking for all pictures on the stage: told apart from the eye of each, so that turning one turns the other. */
import { orbited, panned, zoomed } from '../diagram/model/camera.ts';
import { clamp } from '../diagram/model/maths.ts';
import type { Eye } from '../diagram/model/model.ts';
import { zoomLimits } from '../diagram/sight.ts';

export interface Sight {
  /** Degrees round the patient and upwards, from where the view has the eye. */
  readonly orbit: number;
  readonly elevation: number;
  /** How much nearer, as a factor. */
  readonly nearer: number;
  /** Shares of the picture's height by which the eye is moved to the right and upwards. */
  readonly right: number;
  readonly up: number;
}

export const STRAIGHT: Sight = { orbit: 0, elevation: 0, nearer: 1, right: 0, up: 0 };

/** A way of moving the eye; what is not named stays. */
export type SightStep = Partial<Sight>;

/** The picture does not go further out of sight than this share of its height. */
const FARTHEST_ASIDE = 0.6;

export function moved(sight: Sight, by: SightStep): Sight {
  const [least, most] = zoomLimits(1);
  return {
    orbit: sight.orbit + (by.orbit ?? 0),
    elevation: clamp(sight.elevation + (by.elevation ?? 0), -60, 80),
    nearer: clamp(sight.nearer * (by.nearer ?? 1), 1 / most, 1 / least),
    right: clamp(sight.right + (by.right ?? 0), -FARTHEST_ASIDE, FARTHEST_ASIDE),
    up: clamp(sight.up + (by.up ?? 0), -FARTHEST_ASIDE, FARTHEST_ASIDE),
  };
}

/** The eye of a view, led there. */
export const eyeThrough = (sight: Sight, home: Eye): Eye =>
  panned(
    zoomed(orbited(home, sight.orbit, sight.elevation), sight.nearer, zoomLimits(home.height)),
    sight.right,
    sight.up,
  );
