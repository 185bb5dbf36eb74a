import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import { faultKey, faultLine, isError, type Fault } from '../faults.ts';
import { inTurn } from '../files/in-turn.ts';
import { isEmpty, readLayer, type Layer, type Picture } from './layer.ts';
import type { Library } from './library.ts';
import { chooseOverlays, type Overlay } from './overlay.ts';
import { printOf, watchFolder } from './watch.ts';

/** The content that the kiosk serves now. */
export interface Content {
  readonly current: Library;
  readonly faults: readonly Fault[];
  /** The current library or one of the few before it: a visitor's page keeps its version until the visit is over. */
  ofVersion(version: string): Library | undefined;
  /** A picture of any of them, by its name in an address. */
  picture(name: string): Picture | undefined;
  /**
   * Changes which packs lie over the built-in content. If a new one brings an error, all stay as they are, and the errors
   * are among the faults.
   */
  setPacks(folders: readonly string[]): Promise<void>;
  /** The errors that there would be with these packs, and are not there now. Changes nothing. */
  errorsWith(packs: readonly string[]): Promise<readonly Fault[]>;
  close(): void;
}

export interface ContentOptions {
  readonly builtInDir: string;
  /** Stills of the built-in content, laid over it and read again when they change. It may be missing or empty. */
  readonly postersDir?: string | undefined;
  /** Installed packs, laid over the built-in content; later ones win. They never change. */
  readonly packs?: readonly string[];
  /** Laid over the packs, and read again when they change. */
  readonly overlays: readonly string[];
  readonly clock: Clock;
  /** Called when an overlay has been read again, or packs were changed: the current library or the faults may be others. */
  readonly onChange: () => void;
}

/**
 * So many earlier versions are kept: a visit may last half an hour, and stills that are drawn beside a running kiosk make a new
 * version every ten minutes.
 */
export const EARLIER = 3;

/**
 * Reads the content, and keeps reading its overlays as they change.
 * @throws when there is not one usable locale or no usable home picture; the message names the faults
 */
export async function openContent(options: ContentOptions): Promise<Content> {
  const { clock, onChange } = options;
  const builtIn = await readLayer(options.builtInDir, '');
  const { postersDir } = options;
  const ownFolders = postersDir === undefined ? [] : [postersDir];
  const folders = [...new Set([...ownFolders, ...options.overlays])];
  // Before they are read, so that no change is missed.
  const prints = new Map(
    await Promise.all(folders.map(async (folder) => [folder, await printOf(folder)] as const)),
  );
  let overlays: readonly Overlay[] = await Promise.all(
    folders.map(async (folder) => ({
      folder,
      isOptional: folder === postersDir,
      seen: await readOverlay(folder),
      good: undefined,
    })),
  );
  let packs = await packOverlays(options.packs ?? [], []);
  let faults: readonly Fault[] = [];
  let refused: readonly Fault[] = [];
  /** The built-in stills lie below the packs, the other folders above them. */
  const layers = (between: readonly Overlay[]): Overlay[] => [
    ...overlays.slice(0, ownFolders.length),
    ...between,
    ...overlays.slice(ownFolders.length),
  ];
  const choose = (): Library | undefined => {
    const choice = chooseOverlays(builtIn, layers(packs));
    const [above, below] = [ownFolders.length, ownFolders.length + packs.length];
    packs = choice.overlays.slice(above, below);
    overlays = [...choice.overlays.slice(0, above), ...choice.overlays.slice(below)];
    faults = [...choice.faults, ...refused];
    return choice.library;
  };

  let current = orThrow(choose(), () => faults);
  /** Newest first. */
  let earlier: readonly Library[] = [];

  const show = (): void => {
    const library = choose();
    if (library && library.version !== current.version) {
      earlier = [current, ...earlier].slice(0, EARLIER);
      current = library;
    }
    onChange();
  };
  const take = (folder: string, layer: Layer | undefined): void => {
    overlays = overlays.map((overlay) => (overlay.folder === folder ? { ...overlay, seen: layer } : overlay));
    show();
  };
  const turn = inTurn();
  const setPacks = async (folders: readonly string[]): Promise<void> => {
    const present = packs.map(({ folder }) => folder);
    if (refused.length === 0 && isDeepStrictEqual(folders, present)) return;
    const next = await packOverlays(folders, packs);
    const isNew = (folder: string): boolean => folders.includes(folder) && !present.includes(folder);
    const choice = chooseOverlays(builtIn, layers(next));
    refused = choice.faults.filter((found) => isError(found) && isNew(found.folder));
    if (refused.length === 0) packs = next;
    show();
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
    ofVersion: (version) => [current, ...earlier].find((library) => library.version === version),
    picture: (name) => [current, ...earlier].find(({ pictures }) => pictures.has(name))?.pictures.get(name),
    setPacks: (folders) => turn(() => setPacks(folders)),
    errorsWith: async (folders) => {
      const next = await packOverlays(folders, packs);
      const known = new Set(faults.map(faultKey));
      const choice = chooseOverlays(builtIn, layers(next));
      return choice.faults.filter((found) => isError(found) && !known.has(faultKey(found)));
    },
    close: () => watches.forEach((stop) => stop()),
  };
}

/** An overlay's layer; a folder that is gone or empty has none. */
async function readOverlay(folder: string): Promise<Layer | undefined> {
  const layer = await readLayer(folder, folder).catch(() => undefined);
  return layer && !isEmpty(layer) ? layer : undefined;
}

/** The packs of these folders; those that were read already are not read again. */
const packOverlays = (folders: readonly string[], known: readonly Overlay[]): Promise<readonly Overlay[]> =>
  Promise.all(
    folders.map(
      async (folder) =>
        known.find((pack) => pack.folder === folder) ?? {
          folder,
          seen: await readOverlay(folder),
          good: undefined,
        },
    ),
  );

function orThrow(library: Library | undefined, faults: () => readonly Fault[]): Library {
  if (library) return library;
  const errors = faults().filter(isError);
  throw new Error(
    `There is no usable content: the kiosk needs one locale and the home picture.\n${errors.map(faultLine).join('\n')}`,
  );
}
