/** How the page draws on this machine: a table, so that it can be tried without one. */
import type { DrawingClass, PageSettings } from '../../src-main/contract/api.ts';

/** What was found out about the machine. */
export interface Machine {
  /** What the graphics driver calls itself; nothing where it has no WebGL 2. */
  readonly renderer: string | undefined;
  /** The median time of a picture, ms, once it was measured. */
  readonly frameMs: number | undefined;
}

/** How the page draws; `off`: not at all, by the staff's wish. */
export type DrawingMode = DrawingClass | 'off';

/** A machine that takes longer for a picture, ms, shows stills whatever its driver is called. */
export const SLOW_FRAME_MS = 40;

/** Drivers that let the processor do the drawing. */
const IN_SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export const isSoftware = (renderer: string): boolean => IN_SOFTWARE.test(renderer);

/** What a machine can do by itself. */
export function classOf({ renderer, frameMs = 0 }: Machine): DrawingClass {
  if (renderer === undefined) return 'none';
  return isSoftware(renderer) || frameMs > SLOW_FRAME_MS ? 'stills' : 'live';
}

/** What follows from the setting and from what the machine can do. */
export function drawingMode(setting: PageSettings['drawing'], machine: Machine): DrawingMode {
  if (setting === 'off') return 'off';
  const able = classOf(machine);
  return setting === 'auto' || able === 'none' ? able : setting;
}

/** The value in the middle. @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
