import type { App } from 'electron';

/**
 * The installed program is also the `tonos` command: `tonos status`. Runs it when the arguments begin with a word.
 * @returns the exit code; `undefined` when the kiosk is to start
 */
export async function commandInPlace(
  args: readonly string[],
  app: Pick<App, 'getVersion'>,
  project: string,
): Promise<number | undefined> {
  const [first] = args;
  if (first === undefined || (first.startsWith('-') && !COMMAND_OPTIONS.includes(first))) return undefined;
  // A kiosk that starts does not load what it does not need.
  const { runCommand } = await import('../cli/run-command.ts');
  return runCommand(args, {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    cwd: process.cwd(),
    builtInDir: project,
    version: app.getVersion(),
  });
}

const COMMAND_OPTIONS = ['--help', '-h', '--version'];
