import type { BrowserWindow, Display, Rectangle, Screen } from 'electron';
import type { Clock } from '../clock.ts';
import type { Log } from '../log/log.ts';

type Screens = Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on'>;

/** Plugging in a panel brings several events in a row, and the panel is not ready at the first, ms. */
const SETTLE = 500;

/** The display to show the kiosk on, where there is one: a panel that was unplugged leaves none, or one of no size. */
export function chooseDisplay(displays: readonly Display[], primary: Display): Display | undefined {
  const real = displays.filter(({ bounds }) => bounds.width > 0 && bounds.height > 0);
  return real.find(({ id }) => id === primary.id) ?? real[0];
}

export const isFilled = (window: Rectangle, display: Rectangle): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => window[side] === display[side]);

export interface FillDisplayOptions {
  readonly window: BrowserWindow;
  readonly screen: Screens;
  readonly clock: Clock;
  readonly log: Log;
}

/** Keeps the window over the whole display, whatever is unplugged, turned or given another resolution. */
export function fillDisplay({ window, screen, clock, log }: FillDisplayOptions): void {
  let callOff = (): void => undefined;
  const look = (): void => {
    const display = chooseDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay());
    if (!display) return log.warn('There is no display.');
    if (window.isDestroyed()) return;
    if (isFilled(window.getBounds(), display.bounds) && window.isKiosk()) return;
    const { width, height } = display.bounds;
    log.info('The display has changed; filling it again.', { width, height });
    fill(window, display.bounds);
  };
  const changed = (): void => {
    callOff();
    callOff = clock.after(SETTLE, look);
  };
  screen.on('display-added', changed);
  screen.on('display-removed', changed);
  screen.on('display-metrics-changed', changed);
  window.on('leave-full-screen', changed);
  window.on('restore', changed);
  window.on('minimize', () => window.restore());
}

/** A window over the whole screen keeps its bounds; it has to leave that first. */
function fill(window: BrowserWindow, bounds: Rectangle): void {
  window.setKiosk(false);
  window.setBounds(bounds);
  window.setKiosk(true);
  window.focus();
}
