import type { Clock } from '../clock.ts';
import type { Settings } from '../contract/settings.ts';
import { isOpen, lastTime } from './opening-hours.ts';

const LOOK = 20_000;
/** A kiosk that has just started needs no restart, whatever a clock that was set says, ms. */
const YOUNG = 60 * 60_000;

export interface DayOptions {
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'openingHours' | 'restartAt'>;
  /** Whether somebody uses the kiosk now. */
  readonly inUse: () => boolean;
  /** Called when the clinic opens or closes. */
  readonly onChange: () => void;
  /** Called once a night, when nobody is there. */
  readonly restart: () => void;
}

export interface Day {
  /** The clinic is closed now. */
  readonly asleep: boolean;
  /** To be called when settings have changed. */
  look(): void;
  close(): void;
}

/** Follows the clinic's day by looking at the clock, which copes with one that is set, sleeps or changes to winter. */
export function followDay({ clock, settings, inUse, onChange, restart }: DayOptions): Day {
  const started = clock.now();
  const closedNow = (): boolean => !isOpen(settings().openingHours, clock.date());
  const lastNight = (): number => lastTime(settings().restartAt, clock.date()).getTime();
  let asleep = closedNow();
  let night = lastNight();
  let nightOf = settings().restartAt;
  let due = false;
  let callOff = (): void => undefined;

  const look = (): void => {
    if (closedNow() !== asleep) {
      asleep = !asleep;
      onChange();
    }
    const isYoung = clock.now() - started < YOUNG;
    // Another time of day in the settings is no night that has passed.
    if (nightOf === settings().restartAt && lastNight() > night && !isYoung) due = true;
    nightOf = settings().restartAt;
    night = lastNight();
    const mayRestart = settings().openingHours === undefined || asleep;
    if (!due || !mayRestart || inUse()) return;
    due = false;
    restart();
  };
  const plan = (): void => {
    callOff = clock.after(LOOK, () => {
      look();
      plan();
    });
  };
  plan();
  return {
    get asleep() {
      return asleep;
    },
    look,
    close: () => callOff(),
  };
}
