import { exitCode, HostProblem } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import type { Log } from '../log/log.ts';
import { AlreadyRunning, openControl, type Control } from './control.ts';
import { controlPlace, type ControlMachine } from './control-place.ts';

export interface ControlOptions {
  readonly stateDir: string;
  readonly machine: ControlMachine;
  readonly host: Pick<Host, 'leave' | 'restart'>;
  /** What `tonos status` prints. */
  readonly status: () => unknown;
  readonly log: Log;
}

/**
 * Lets the `tonos` command reach the running kiosk.
 * @throws HostProblem (alreadyRunning) when another kiosk has the same folder
 */
export function controlKiosk({ stateDir, machine, host, status, log }: ControlOptions): Promise<Control> {
  const answers = {
    status,
    quit: () => {
      host.leave();
      return { done: true };
    },
    restart: () => {
      host.restart('Asked to on the command line.');
      return { done: true };
    },
  };
  return openControl(controlPlace(stateDir, machine), machine.user, (command) => answers[command]()).catch(
    (error: unknown) => {
      if (!(error instanceof AlreadyRunning)) {
        // A kiosk that the command line cannot reach still teaches.
        log.warn(`The tonos command cannot reach this kiosk: ${(error as Error).message}.`);
        return { close: () => Promise.resolve() };
      }
      throw new HostProblem(
        exitCode.alreadyRunning,
        `A kiosk is running already with the folder ${stateDir}. End it with: tonos quit`,
      );
    },
  );
}
