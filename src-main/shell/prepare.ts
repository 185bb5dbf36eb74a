import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { App, PowerSaveBlocker } from 'electron';
import { whenAskedToEnd } from '../browser/ending.ts';
import { thisMachine } from '../browser/machine.ts';
import { Report } from '../browser/report.ts';
import { systemClock, type Clock } from '../clock.ts';
import { turnPanel } from '../display/turn-panel.ts';
import { exitCode, HostProblem } from '../exit-codes.ts';
import { openLog, type OpenedLog } from '../log/open-log.ts';
import { logWhatIsUncaught } from '../log/uncaught.ts';
import { usualStateDir } from '../places.ts';
import { leaveFailures, takeFailures } from './carried.ts';
import { Door } from './door.ts';
import { ElectronHost } from './electron-host.ts';
import { Ending } from './ending.ts';
import { lockDown } from './lockdown.ts';
import { openShellKiosk } from './open-shell-kiosk.ts';
import { Awake } from './power.ts';
import { ShellPrinting } from './printing.ts';
import { relaunch, type Arguments } from './relaunch.ts';
import { parseShellOptions, type ShellOptions } from './shell-options.ts';
import { smokeTest } from './smoke.ts';

export interface Electron {
  readonly app: App;
  readonly process: NodeJS.Process;
  readonly given: Arguments;
  readonly powerSaveBlocker: PowerSaveBlocker;
  /** The folder that holds dist/, locales/ and assets/. */
  readonly project: string;
}

/** What is there before the app is ready. */
export interface Start {
  readonly app: App;
  readonly options: ShellOptions;
  readonly clock: Clock;
  readonly log: OpenedLog;
  readonly report: Report;
  readonly host: ElectronHost;
  readonly awake: Awake;
  readonly door: Door;
  readonly ending: Ending;
  /** Somebody waits for this process and wants to know why it cannot show the kiosk. */
  readonly isTrial: boolean;
}

/** Reads the options and makes what needs no window. @returns undefined when the options are wrong: then this has ended */
export function prepare({ app, process, given, powerSaveBlocker, project }: Electron): Start | undefined {
  const report = new Report(process);
  const options = optionsOrEnd(given, app, report);
  if (!options) return undefined;

  const clock = systemClock;
  const stateDir = options.stateDir ?? usualStateDir(thisMachine);
  // Chromium keeps little, since the session is in memory, but it keeps that in a folder of its own.
  const own = folder(path.join(stateDir, 'electron'));
  if (own) app.setPath('userData', own);
  const log = openLog({ dir: path.join(stateDir, 'logs'), terminal: report.log, clock });

  if (!own) log.warn('The kiosk’s folder cannot be written to.', { folder: stateDir });
  logWhatIsUncaught(process, log);
  const failures = options.failures || (own ? takeFailures(own, clock.date()) : 0);
  const leave = (count: number): void => {
    if (own) leaveFailures(own, count, clock.date());
  };
  const awake = new Awake(powerSaveBlocker);
  const ending = new Ending({
    app,
    relaunch: () => relaunch({ app, process, given, leave }, host.recovery?.failures ?? 0),
    async close() {
      host.recovery?.stop();
      await door.close();
      await log.close();
    },
  });
  const end = (code: Parameters<typeof ending.end>[0]): void => void ending.end(code);
  const onReady = options.smoke
    ? smokeTest(options.smoke, clock, {
        onReady: () => end(exitCode.ended),
        onLate: () =>
          void report.problem('The page was not ready in time.').then(() => end(exitCode.notReady)),
      })
    : () => undefined;
  const host = new ElectronHost({
    report,
    log,
    awake,
    end,
    onReady,
    turn: (degrees) => turnPanel(degrees, thisMachine),
    printing: new ShellPrinting({ machine: thisMachine, clock }),
    // Electron takes it from the moment that it is ready, and no sooner.
    serveScreenReader: (always) =>
      void app.whenReady().then(() => app.setAccessibilitySupportEnabled(always)),
  });
  const from = { options, project, stateDir, host, log, clock, machine: thisMachine };
  const door = new Door(() => openShellKiosk(from), log);

  lockDown(app, (what) => log.warn('Something on the page was refused.', { what }));
  void whenAskedToEnd(process).then(() => end(exitCode.ended));
  const isTrial = Boolean(options.smoke) || process.connected;
  return { app, options: { ...options, failures }, clock, log, report, host, awake, door, ending, isTrial };
}

function optionsOrEnd(given: Arguments, app: App, report: Report): ShellOptions | undefined {
  try {
    return parseShellOptions(given.own);
  } catch (error) {
    if (!(error instanceof HostProblem)) throw error;
    void report.problem(error.message).then(() => app.exit(error.code));
    return undefined;
  }
}

/** @returns undefined where the disk cannot be written to: a kiosk is shown all the same */
function folder(place: string): string | undefined {
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    return place;
  } catch {
    return undefined;
  }
}
