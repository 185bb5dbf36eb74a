import { readLayer, type Layer } from '../content/layer.ts';
import { PACK_FILE } from '../content/layout.ts';
import { chooseOverlays } from '../content/overlay.ts';
import { faultKey, isError, type Fault } from '../faults.ts';
import { CommandProblem } from './command.ts';

/** @throws CommandProblem when there is no such folder */
export const readFolder = (folder: string): Promise<Layer> =>
  readLayer(folder, folder).catch(() => {
    throw new CommandProblem(`There is no folder ${folder}.`);
  });

/** The errors that content would bring to the kiosk's own. */
export async function contentErrors(layer: Layer, builtInDir: string): Promise<Fault[]> {
  const builtIn = await readLayer(builtInDir, '');
  const overlay = { folder: layer.folder, seen: layer, good: undefined };
  const known = new Set(chooseOverlays(builtIn, []).faults.map(faultKey));
  return chooseOverlays(builtIn, [overlay]).faults.filter(
    (found) => isError(found) && found.name !== 'overlay-left-out' && !known.has(faultKey(found)),
  );
}

/** What keeps a pack from being what its list says. */
export const listErrors = ({ faults }: Layer): Fault[] =>
  faults.filter((found) => isError(found) && isOfList(found));

export const isOfList = ({ name, file }: Fault): boolean =>
  name.startsWith('pack-file-') || file === PACK_FILE;
