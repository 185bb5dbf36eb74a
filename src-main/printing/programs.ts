import { execFile } from 'node:child_process';

interface Program {
  readonly what: string;
  readonly decision: 'allow';
  readonly why: string;
}

/** The programs of the system that printing may run, each with a list of arguments and never through a shell. What is not listed is not run. */
export const programs: readonly Program[] = [
  {
    what: 'lpstat',
    decision: 'allow',
    why: 'Names the printers that were set up, and says what a job waits for.',
  },
  { what: 'lpoptions', decision: 'allow', why: 'Says why a printer does not print.' },
  {
    what: 'lp',
    decision: 'allow',
    why: 'Takes the sheet, from this process’s memory, for one of those printers.',
  },
  {
    what: 'cancel',
    decision: 'allow',
    why: 'Takes a sheet back that cannot be printed now, so that it does not lie in the queue.',
  },
];

/** Runs a program of the table. Rejects when it cannot run, fails or takes too long. */
export type RunProgram = (program: string, args: readonly string[], input?: Uint8Array) => Promise<string>;

/** What a program of the printing system is waited for, ms. */
const PATIENCE = 15_000;
const MOST_OUTPUT = 1024 * 1024;

/** @param env of this process: the answers are read, so that they have to be in English */
export const systemPrograms =
  (env: NodeJS.ProcessEnv): RunProgram =>
  (program, args, input) =>
    new Promise((resolve, reject) => {
      if (!programs.some(({ what }) => what === program)) throw new Error(`${program} is not to be run.`);
      const options = {
        timeout: PATIENCE,
        maxBuffer: MOST_OUTPUT,
        windowsHide: true,
        encoding: 'utf8',
        env: { ...env, LC_ALL: 'C', LANGUAGE: 'C' },
      } as const;
      const child = execFile(program, [...args], options, (error, stdout) =>
        error ? reject(new Error(error.message)) : resolve(stdout),
      );
      // A program that ends before it has read everything says why by its exit code.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
