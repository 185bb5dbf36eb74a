import { access } from 'node:fs/promises';
import path from 'node:path';
import { ProvisionedFile } from '../../contract/settings.ts';
import { fault, faultLine, type Fault } from '../../faults.ts';
import { placeOf as faultPlaceOf, readSettings } from '../../settings/read-settings.ts';
import { parseHash } from '../../staff/pin.ts';
import { placeOf, readArguments } from '../arguments.ts';
import { CommandProblem, type Command } from '../command.ts';

export const checkSettings: Command = {
  name: 'check-settings',
  usage: '<file>',
  what: 'Checks a settings file before it is laid out.',
  async run(args, io) {
    const { words } = readArguments(args, ['file'], []);
    const file = placeOf(words[0], io);
    const { settings, faults } = await readSettings(file, ProvisionedFile);
    if (!settings && faults.length === 0) throw new CommandProblem(`There is no file ${file}.`);
    const found = [...faults, ...pinFaults(file, settings), ...(await logoFaults(file, settings))];
    found.map(faultLine).forEach((line) => io.err(line));
    if (found.length > 0) return 1;
    io.out(`${file} is good: ${Object.keys(settings ?? {}).join(', ') || 'nothing is set'}.`);
    return 0;
  },
};

/** Beyond the shape that the schema asks for: whether a kiosk can use the hash. */
const pinFaults = (file: string, { staffPin }: ProvisionedFile = {}): Fault[] =>
  staffPin === undefined || parseHash(staffPin)
    ? []
    : [fault('staff-pin-unusable', { ...faultPlaceOf(file), path: 'staffPin' })];

async function logoFaults(file: string, settings: ProvisionedFile | undefined): Promise<Fault[]> {
  if (settings?.clinicLogo === undefined) return [];
  const logo = path.join(path.dirname(file), settings.clinicLogo);
  const isThere = await access(logo).then(
    () => true,
    () => false,
  );
  return isThere ? [] : [fault('file-missing', faultPlaceOf(logo))];
}
