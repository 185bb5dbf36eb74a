import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { faultLine } from '../../faults.ts';
import { removableDrives } from '../../files/drives.ts';
import { exportLog } from '../../log/export-log.ts';
import { listLogFiles, LOG_FOLDER } from '../../log/log-files.ts';
import { HEALTH_FILE } from '../../staff/health.ts';
import { placeOf, readArguments } from '../arguments.ts';
import { CommandProblem, type Command } from '../command.ts';
import { ownFolder } from '../own-folder.ts';

export const exportLogs: Command = {
  name: 'export-logs',
  usage: '[--to <folder>] [--settings <folder>]',
  what: 'Writes the kiosk’s log as one file: to a folder, else to a USB drive, else here.',
  async run(args, io) {
    const { values } = readArguments(args, [], ['to', 'settings']);
    const folder = ownFolder(values.settings, LOG_FOLDER, io);
    const logFiles = await listLogFiles(path.join(folder, LOG_FOLDER));
    if (logFiles.length === 0)
      throw new CommandProblem(`There is no log in ${path.join(folder, LOG_FOLDER)}.`);
    const kept = await readFile(path.join(folder, HEALTH_FILE), 'utf8').catch(() => 'not kept');
    const made = await exportLog({
      logFiles,
      faults: undefined,
      health: kept.trim(),
      clinicName: undefined,
      date: new Date(),
      places: values.to === undefined ? [...(await removableDrives()), io.cwd] : [placeOf(values.to, io)],
      folder: undefined,
    });
    if ('faults' in made) throw new CommandProblem(made.faults.map(faultLine).join('\n'));
    io.out(made.file);
    return 0;
  },
};
