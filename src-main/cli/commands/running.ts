import { thisMachine } from '../../browser/machine.ts';
import { askControl, type ControlCommand } from '../../control/control.ts';
import { controlPlace } from '../../control/control-place.ts';
import { stateDirs } from '../../places.ts';
import { placeOf, readArguments } from '../arguments.ts';
import { CommandProblem, type Command, type CommandIo } from '../command.ts';

/** A command that asks the kiosk that runs on this machine. */
const asking = (name: ControlCommand, what: string, tell: (answer: unknown) => string): Command => ({
  name,
  usage: '[--settings <folder>]',
  what,
  async run(args, io) {
    const { values } = readArguments(args, [], ['settings']);
    io.out(tell(await ask(name, values.settings, io)));
    return 0;
  },
});

/**
 * Asks the kiosk that runs with a folder.
 * @returns its answer; `undefined` when none runs
 * @throws CommandProblem
 */
export async function askKiosk(command: ControlCommand, folder: string): Promise<unknown> {
  const place = controlPlace(folder, thisMachine);
  const answer = await askControl(place, thisMachine.user, command).catch((error: Error) => {
    const why = error.message.replace(/\.$/, '');
    throw new CommandProblem(`The kiosk cannot be asked: ${why}. Try it as its user or as root.`);
  });
  const { error } = (answer ?? {}) as { readonly error?: unknown };
  if (typeof error === 'string') throw new CommandProblem(error);
  return answer;
}

async function ask(command: ControlCommand, settings: string | undefined, io: CommandIo): Promise<unknown> {
  const folders = settings === undefined ? stateDirs(thisMachine) : [placeOf(settings, io)];
  for (const folder of folders) {
    const answer = await askKiosk(command, folder);
    if (answer !== undefined) return answer;
  }
  throw new CommandProblem('No kiosk is running.');
}

export const status = asking('status', 'Tells how the running kiosk is, as JSON.', (answer) =>
  JSON.stringify(answer, null, 2),
);
export const quit = asking(
  'quit',
  'Ends the running kiosk; nothing starts it again.',
  () => 'The kiosk ends.',
);
export const restart = asking('restart', 'Restarts the running kiosk.', () => 'The kiosk restarts.');
