import type { App } from 'electron';
import { exitCode } from '../exit-codes.ts';

/** The arguments of this process, taken apart. */
export interface Arguments {
  /** What leads to the program: the folder or script that an unpacked Electron runs, with Chromium’s own switches. */
  readonly before: readonly string[];
  /** What the program itself is told. */
  readonly own: readonly string[];
}

/** Chromium has read these already. The first keeps no sandbox: it is for tests that run as root. */
const CHROMIUMS_OWN = ['no-sandbox', 'ozone-platform', 'force-device-scale-factor', 'disable-gpu'];

const isChromiums = (argument: string): boolean =>
  CHROMIUMS_OWN.some((name) => argument === `--${name}` || argument.startsWith(`--${name}=`));

/** @param argv of the process, its own program first */
export function takeArguments(argv: readonly string[], isPackaged: boolean): Arguments {
  const all = argv.slice(1);
  const entry = isPackaged ? -1 : all.findIndex((argument) => !argument.startsWith('-'));
  const rest = all.slice(entry + 1);
  return {
    before: [...all.slice(0, entry + 1), ...rest.filter(isChromiums)],
    own: rest.filter((argument) => !isChromiums(argument)),
  };
}

/** The arguments of the next process: the same, and how often the page has failed. */
export function relaunchArguments({ before, own }: Arguments, failures: number): string[] {
  const at = own.indexOf('--failures');
  const kept = at < 0 ? own : own.toSpliced(at, 2);
  return [...before, ...kept, ...(failures > 0 ? ['--failures', String(failures)] : [])];
}

/** Whether something starts the kiosk again when it ends with the code for that: systemd, a service, the starter. */
export const isSupervised = (process: Pick<NodeJS.Process, 'env' | 'connected'>): boolean =>
  Boolean(process.connected || process.env['INVOCATION_ID'] || process.env['TONOS_SUPERVISED'] === '1');

export interface RelaunchOptions {
  readonly app: Pick<App, 'relaunch' | 'exit'>;
  readonly process: Pick<NodeJS.Process, 'env' | 'connected'>;
  readonly given: Arguments;
  /** Leaves the count of failures where the next process finds it. */
  readonly leave: (failures: number) => void;
}

/** Ends this process so that another one takes its place. */
export function relaunch({ app, process, given, leave }: RelaunchOptions, failures: number): void {
  if (isSupervised(process)) {
    leave(failures);
    return app.exit(exitCode.restart);
  }
  // Of an AppImage only the image can be started again, not what it was unpacked to.
  const image = process.env['APPIMAGE'];
  app.relaunch({ args: relaunchArguments(given, failures), ...(image && { execPath: image }) });
  app.exit(exitCode.ended);
}
