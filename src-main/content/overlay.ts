import { fault, faultKey, isError, type Fault } from '../faults.ts';
import type { Layer } from './layer.ts';
import { makeLibrary, type Library } from './library.ts';

/** An overlay as it stands: what is in its folder now, and what was last good of it. */
export interface Overlay {
  readonly folder: string;
  /** Nobody misses the folder where it is not there. */
  readonly isOptional?: boolean;
  /** Absent: the folder is not there, or has nothing in it. */
  readonly seen: Layer | undefined;
  readonly good: Layer | undefined;
}

export interface Choice {
  readonly library: Library | undefined;
  readonly overlays: readonly Overlay[];
  readonly faults: readonly Fault[];
}

/**
 * Lays overlays over the built-in content, each only if it brings no error that would not be there without it.
 * Where what is in a folder now is not good, what was last good of it stands in.
 */
export function chooseOverlays(builtIn: Layer, overlays: readonly Overlay[]): Choice {
  const taken = [builtIn];
  const left: Fault[] = [];
  const chosen: Overlay[] = [];
  let made = makeLibrary(taken);
  for (const { folder, isOptional = false, seen, good } of overlays) {
    const at = { folder, file: '' };
    const before = new Set(made.faults.map(faultKey));
    const errorsOf = (faults: readonly Fault[]): Fault[] =>
      faults.filter((found) => isError(found) && !before.has(faultKey(found)));

    let stands: Layer | undefined;
    for (const layer of new Set([seen, good])) {
      if (!layer) continue;
      const trial = makeLibrary([...taken, layer]);
      const errors = errorsOf(trial.faults);
      if (errors.length === 0) {
        made = trial;
        stands = layer;
        taken.push(layer);
        break;
      }
      if (layer === seen) left.push(fault('overlay-left-out', at, { errors: errors.length }), ...errors);
    }
    if (!seen && !isOptional) left.push(fault(good ? 'overlay-gone' : 'overlay-missing', at));
    chosen.push({ folder, isOptional, seen, good: stands ?? good });
  }
  return { library: made.library, overlays: chosen, faults: [...made.faults, ...left] };
}
