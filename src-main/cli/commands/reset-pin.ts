import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../files/error-code.ts';
import { DOOR_FILE } from '../../staff/door-file.ts';
import { readArguments } from '../arguments.ts';
import { CommandProblem, type Command, type CommandIo } from '../command.ts';
import { ownFolder } from '../own-folder.ts';
import { askKiosk } from './running.ts';

export const resetPin: Command = {
  name: 'reset-pin',
  usage: '[--settings <folder>]',
  what: 'Removes the staff PIN that was chosen on the panel, and the wait after wrong ones; restarts the running kiosk.',
  async run(args, io) {
    const { values } = readArguments(args, [], ['settings']);
    const folder = ownFolder(values.settings, DOOR_FILE, io);
    const file = path.join(folder, DOOR_FILE);
    const isThere = await stat(file).catch((error: unknown) => codeOf(error) !== 'ENOENT');
    if (!isThere) {
      io.out(`There is no staff PIN to remove: ${file} does not exist.`);
      return 0;
    }
    await rm(file, { recursive: true }).catch((error: unknown) => {
      throw new CommandProblem(`${file} cannot be removed (${codeOf(error)}).`);
    });
    io.out(`${file} is removed. ${await restart(folder, io)}, and choose a new PIN on it within 15 minutes.`);
    return 0;
  },
};

/** The running kiosk knows the PIN until it ends. @returns what is left to do */
async function restart(folder: string, io: CommandIo): Promise<string> {
  try {
    const isRunning = (await askKiosk('restart', folder)) !== undefined;
    return isRunning ? 'The kiosk restarts: wait for it' : 'Start the kiosk';
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    io.err(error.message);
    return 'Restart the kiosk now';
  }
}
