import type { PowerMonitor, PowerSaveBlocker } from 'electron';
import type { Log } from '../log/log.ts';

/** Keeps the display on, or lets it sleep. Electron takes neither before the app is ready. */
export class Awake {
  readonly #blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
  #wanted = true;
  #isReady = false;
  #id: number | undefined;

  constructor(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>) {
    this.#blocker = blocker;
  }

  appIsReady(): void {
    this.#isReady = true;
    this.keep(this.#wanted);
  }

  keep(awake: boolean): void {
    this.#wanted = awake;
    if (!this.#isReady) return;
    if (awake) this.#id ??= this.#blocker.start('prevent-display-sleep');
    else if (this.#id !== undefined) {
      this.#blocker.stop(this.#id);
      this.#id = undefined;
    }
  }
}

export interface PowerEvents {
  /** The machine slept: nobody has heard of the page meanwhile, and nothing is wrong with it. */
  readonly onTimePassed: () => void;
  /** The machine shuts down. */
  readonly onShutdown: () => void;
}

export function watchPower(
  monitor: Pick<PowerMonitor, 'on'>,
  { onTimePassed, onShutdown }: PowerEvents,
  log: Log,
): void {
  monitor.on('suspend', () => log.info('The machine goes to sleep.'));
  monitor.on('resume', () => {
    log.info('The machine woke up.');
    onTimePassed();
  });
  monitor.on('lock-screen', () => log.warn('The session was locked: visitors see the lock screen.'));
  monitor.on('unlock-screen', () => {
    log.info('The session was unlocked.');
    onTimePassed();
  });
  monitor.on('shutdown', () => {
    log.info('The machine shuts down.');
    onShutdown();
  });
}
