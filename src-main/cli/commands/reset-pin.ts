import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../packs/disk.ts';
import { DOOR_FILE } from '../../staff/door-file.ts';
import { readArguments } from '../arguments.ts';
import { CommandProblem, type Command } from '../command.ts';
import { ownFolder } from '../own-folder.ts';

export const resetPin: Command = {
  name: 'reset-pin',
  usage: '[--settings <folder>]',
  what: 'Removes the staff PIN that was chosen on the panel, and the wait after wrong ones.',
  async run(args, io) {
    const { values } = readArguments(args, [], ['settings']);
    const file = path.join(ownFolder(values.settings, DOOR_FILE, io), DOOR_FILE);
    const isThere = await stat(file).catch((error: unknown) => codeOf(error) !== 'ENOENT');
    if (!isThere) {
      io.out(`There is no staff PIN to remove: ${file} does not exist.`);
      return 0;
    }
    await rm(file, { recursive: true }).catch((error: unknown) => {
      throw new CommandProblem(`${file} cannot be removed (${codeOf(error)}).`);
    });
    io.out(`${file} is removed. Restart the kiosk now, and choose a new PIN on it within 15 minutes.`);
    return 0;
  },
};
