import { CommandProblem, type CommandIo } from './command.ts';
import { commands } from './commands.ts';

/**
 * Runs the command that the arguments name.
 * @returns its exit code; `undefined` when they name none, and the kiosk is to start
 */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number | undefined> {
  const [word, ...rest] = args;
  if (word === 'help' || word === '--help' || word === '-h') return say(io, help());
  if (word === 'version' || word === '--version') return say(io, [io.version]);
  if (word === undefined || word.startsWith('-')) return undefined;

  const command = commands.find(({ name }) => name === word);
  if (!command) {
    io.err(`There is no command "${word}".`);
    help().forEach((line) => io.err(line));
    return 2;
  }
  const usage = `tonos ${command.name} ${command.usage}`;
  if (rest.includes('--help') || rest.includes('-h')) return say(io, [usage, command.what]);
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    io.err(error.message);
    if (error.code === 2) io.err(`Usage: ${usage}`);
    return error.code;
  }
}

const help = (): string[] => [
  'Usage:',
  ...commands.flatMap(({ name, usage, what }) => [`  tonos ${name} ${usage}`, `      ${what}`]),
  '  tonos version',
  '      Prints the version.',
];

function say(io: CommandIo, lines: readonly string[]): number {
  lines.forEach((line) => io.out(line));
  return 0;
}
