import type { BrowserWindow, Menu, PowerMonitor, Screen, session } from 'electron';
import { exitCode, HostProblem } from '../exit-codes.ts';
import { chooseDisplay, fillDisplay } from './display.ts';
import { kioskWindowOptions, PARTITION } from './kiosk-window.ts';
import { lockWindow } from './lockdown.ts';
import { watchPower } from './power.ts';
import type { Start } from './prepare.ts';
import { handleProtocol } from './protocol.ts';
import { Recovery } from './recovery.ts';
import { cutOff, withoutNames } from './requests.ts';

export interface ReadyElectron {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly Menu: typeof Menu;
  readonly powerMonitor: PowerMonitor;
  readonly screen: Screen;
  readonly session: typeof session;
}

/** Everything from the moment that the app is ready to the moment that the page is asked for. */
export async function showKiosk(electron: ReadyElectron, start: Start): Promise<void> {
  const { Menu, powerMonitor, session } = electron;
  const { app, awake, clock, door, ending, host, log, options } = start;

  withoutNames(app);
  Menu.setApplicationMenu(null);
  const memoryOnly = session.fromPartition(PARTITION, { cache: false });
  await Promise.all([memoryOnly, session.defaultSession].map(cutOff));
  handleProtocol(memoryOnly.protocol, door.fetch);

  awake.appIsReady();
  const window = openWindow(electron, start);
  const recovery = new Recovery({
    ...{ app, clock, log },
    contents: window.webContents,
    failures: options.failures,
    relaunch: () => void ending.end(exitCode.restart),
  });
  host.recovery = recovery;
  host.printing.begin({ BrowserWindow: electron.BrowserWindow, contents: window.webContents });
  watchPower(
    powerMonitor,
    { onTimePassed: () => recovery.timePassed(), onShutdown: () => void ending.end(exitCode.ended) },
    log,
  );
  app.on('second-instance', () => {
    log.info('The kiosk was started a second time; it runs already.');
    window.focus();
  });

  recovery.start();
  await tellTrial(start);
}

function openWindow(
  { BrowserWindow, screen }: ReadyElectron,
  { clock, ending, log, options }: Start,
): BrowserWindow {
  const { windowed } = options;
  const display =
    chooseDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay()) ?? screen.getPrimaryDisplay();
  const window = new BrowserWindow(kioskWindowOptions({ windowed, bounds: display.bounds }));
  lockWindow(window, { windowed }, (what) => log.warn('Something on the window was refused.', { what }));
  if (!windowed) fillDisplay({ window, screen, clock, log });
  ending.watch(window, { windowed, lost: () => void ending.end(exitCode.restart) });
  return window;
}

/**
 * Whoever waits for a kiosk that cannot be opened is told why; before visitors a calm screen stands, and it is tried again. Another kiosk
 * that runs already is a reason to end at all times.
 */
async function tellTrial({ door, ending, isTrial, report }: Start): Promise<void> {
  await door.open().catch(async (error: Error) => {
    const known = error instanceof HostProblem;
    if (!isTrial && !known) return;
    await report.problem(error.message);
    await ending.end(known ? error.code : exitCode.fault);
  });
}
