import { hostOptionsOf, readArguments, readWhole, type HostOptions } from '../host-options.ts';

export interface ShellOptions extends HostOptions {
  /** A trial start: this file is written when the page is ready, and the kiosk ends. */
  readonly smoke: string | undefined;
  /** Failures of the page in a row that the process before this one saw. */
  readonly failures: number;
}

/** @throws HostProblem (usage) that names the first thing wrong */
export function parseShellOptions(args: readonly string[]): ShellOptions {
  const values = readArguments(args, { smoke: { type: 'string' }, failures: { type: 'string' } });
  return {
    ...hostOptionsOf(values),
    smoke: values.smoke,
    failures: values.failures === undefined ? 0 : readWhole('failures', values.failures, 1_000),
  };
}
