import { existsSync } from 'node:fs';
import path from 'node:path';
import { thisMachine } from '../browser/machine.ts';
import { stateDirs } from '../places.ts';
import { placeOf } from './arguments.ts';
import type { CommandIo } from './command.ts';

/**
 * The kiosk's own folder: the one that a command was given, else of the usual ones the first that has what is looked for,
 * else the first.
 * @param file relative to the folder
 */
export function ownFolder(given: string | undefined, file: string, io: CommandIo): string {
  if (given !== undefined) return placeOf(given, io);
  const folders = stateDirs(thisMachine);
  return folders.find((folder) => existsSync(path.join(folder, file))) ?? folders[0];
}
