import type { Clock } from '../clock.ts';
import { faultLine, isError, type Fault } from '../faults.ts';
import { isEmpty, readLayer, type Layer, type Picture } from './layer.ts';
import type { Library } from './library.ts';
import { chooseOverlays, type Overlay } from './overlay.ts';
import { printOf, watchFolder } from './watch.ts';

/** The content that the kiosk serves now. */
export interface Content {
  readonly current: Library;
  readonly faults: readonly Fault[];
  /** The current library or the one before it: a visitor's page keeps its version until the visit is over. */
  ofVersion(version: string): Library | undefined;
  /** A picture of either, by its name in an address. */
  picture(name: string): Picture | undefined;
  close(): void;
}

export interface ContentOptions {
  readonly builtInDir: string;
  readonly overlays: readonly string[];
  readonly clock: Clock;
  /** Called when an overlay has been read again: the current library or the faults may be others. */
  readonly onChange: () => void;
}

/**
 * Reads the content, and keeps reading its overlays as they change.
 * @throws when there is not one usable locale or no usable home picture; the message names the faults
 */
export async function openContent(options: ContentOptions): Promise<Content> {
  const { clock, onChange } = options;
  const builtIn = await readLayer(options.builtInDir, '');
  const folders = [...new Set(options.overlays)];
  // Before they are read, so that no change is missed.
  const prints = new Map(
    await Promise.all(folders.map(async (folder) => [folder, await printOf(folder)] as const)),
  );
  let overlays: readonly Overlay[] = await Promise.all(
    folders.map(async (folder) => ({ folder, seen: await readOverlay(folder), good: undefined })),
  );
  let faults: readonly Fault[] = [];
  const choose = (): Library | undefined => {
    const choice = chooseOverlays(builtIn, overlays);
    overlays = choice.overlays;
    faults = choice.faults;
    return choice.library;
  };

  let current = orThrow(choose(), () => faults);
  let previous: Library | undefined;

  const take = (folder: string, layer: Layer | undefined): void => {
    overlays = overlays.map((overlay) => (overlay.folder === folder ? { ...overlay, seen: layer } : overlay));
    const library = choose();
    if (library && library.version !== current.version) {
      previous = current;
      current = library;
    }
    onChange();
  };
  const watches = [...prints].map(([folder, print]) =>
    watchFolder(folder, clock, print, async () => take(folder, await readOverlay(folder))),
  );

  return {
    get current() {
      return current;
    },
    get faults() {
      return faults;
    },
    ofVersion: (version) => [current, previous].find((library) => library?.version === version),
    picture: (name) => current.pictures.get(name) ?? previous?.pictures.get(name),
    close: () => watches.forEach((stop) => stop()),
  };
}

/** An overlay's layer; a folder that is gone or empty has none. */
async function readOverlay(folder: string): Promise<Layer | undefined> {
  const layer = await readLayer(folder, folder).catch(() => undefined);
  return layer && !isEmpty(layer) ? layer : undefined;
}

function orThrow(library: Library | undefined, faults: () => readonly Fault[]): Library {
  if (library) return library;
  const errors = faults().filter(isError);
  throw new Error(
    `There is no usable content: the kiosk needs one locale and the home picture.\n${errors.map(faultLine).join('\n')}`,
  );
}
