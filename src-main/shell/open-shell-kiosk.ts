import type { Machine } from '../browser/machine.ts';
import type { Clock } from '../clock.ts';
import { controlKiosk } from '../control/control-kiosk.ts';
import type { Host } from '../host.ts';
import { openKiosk, type Kiosk } from '../kiosk.ts';
import type { OpenedLog } from '../log/open-log.ts';
import { builtInPlaces, usualProvisionedFile } from '../places.ts';
import type { ShellOptions } from './shell-options.ts';

export interface ShellKiosk extends Pick<Kiosk, 'fetch'> {
  close(): Promise<void>;
}

export interface ShellKioskOptions {
  readonly options: ShellOptions;
  /** The folder that holds dist/, locales/ and assets/. */
  readonly project: string;
  readonly stateDir: string;
  readonly host: Host;
  readonly log: OpenedLog;
  readonly clock: Clock;
  readonly machine: Machine;
}

/** The kiosk of this program, and the way that the `tonos` command reaches it. */
export async function openShellKiosk(from: ShellKioskOptions): Promise<ShellKiosk> {
  const { options, project, stateDir, host, log, clock, machine } = from;
  // Before anything is written: the folder may be another kiosk's.
  const control = await controlKiosk({ stateDir, machine, host, log, status: () => kiosk.status() });
  const kiosk = await openKiosk({
    ...builtInPlaces(project),
    overlays: options.overlays,
    stateDir,
    provisionedFile: options.provisionedFile ?? usualProvisionedFile(machine),
    locale: options.locale,
    host,
    log,
    logFiles: () => log.files(),
    clock,
  });
  return {
    fetch: (request) => kiosk.fetch(request),
    async close() {
      await control.close();
      await kiosk.close();
    },
  };
}
