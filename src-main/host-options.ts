import { parseArgs, type ParseArgsConfig } from 'node:util';
import { exitCode, HostProblem } from './exit-codes.ts';

/** What every host can be told. */
export interface HostOptions {
  /** An ordinary window in place of the whole screen. */
  readonly windowed: boolean;
  readonly locale: string | undefined;
  /** Folders of content laid over the built-in content, in order. */
  readonly overlays: readonly string[];
  /** Where staff settings are kept; undefined is the usual place. */
  readonly stateDir: string | undefined;
  /** Settings that whoever administers the machine has laid down; undefined is the usual place. */
  readonly provisionedFile: string | undefined;
}

const common = {
  windowed: { type: 'boolean' },
  locale: { type: 'string' },
  content: { type: 'string', multiple: true },
  settings: { type: 'string' },
  provisioned: { type: 'string' },
} as const;

/**
 * Reads a host's arguments: those that every host has, and its own.
 * @throws HostProblem (usage) that names the first thing wrong
 */
export function readArguments<const Own extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  own: Own,
) {
  try {
    return parseArgs({ args: [...args], options: { ...common, ...own } }).values;
  } catch (error) {
    throw usage((error as Error).message.split('. ')[0] + '.');
  }
}

type CommonValues = ReturnType<typeof parseArgs<{ options: typeof common }>>['values'];

export const hostOptionsOf = (values: CommonValues): HostOptions => ({
  windowed: values.windowed ?? false,
  locale: values.locale,
  overlays: values.content ?? [],
  stateDir: values.settings,
  provisionedFile: values.provisioned,
});

/** A whole number of an option. @throws HostProblem (usage) */
export function readWhole(name: string, text: string, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(number <= most)) throw usage(`--${name} must be a number from 0 to ${most}, not "${text}".`);
  return number;
}

export const usage = (message: string): HostProblem => new HostProblem(exitCode.usage, message);
