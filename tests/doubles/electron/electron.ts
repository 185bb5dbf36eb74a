/**
 * A double of Electron, for machines without its binary: what `src-main/main.ts` and `src-main/shell/` use of it, around a
 * real Chromium page. It refuses what Electron refuses (a scheme that is registered late, a window before the app is
 * ready) and does what it is told (cancels requests, blocks navigations, closes windows, denies permissions, swallows keys),
 * so that a row missing from a deny table lets its escape through.
 *
 * Not modelled: the page's address and origin (a loopback address stands in for `tonos://kiosk`), Chromium's own handling
 * of custom schemes, process sandboxes, fuses and the archive, windows on a real desktop (kiosk mode, focus, other
 * programs), navigations without a request (`about:blank`), keys that the system takes for itself, real sleep, real
 * graphics faults, `unresponsive` by itself. A run on a real Electron covers those: `npm run test:electron`.
 */
import { app, becomeReady } from './app.ts';
import { answerTests } from './channel.ts';
import { Menu, powerMonitor, powerSaveBlocker, screen } from './machine.ts';
import { defaultProtocol, session } from './sessions.ts';
import { BrowserWindow } from './window.ts';

answerTests();

export {
  app,
  becomeReady,
  BrowserWindow,
  defaultProtocol as protocol,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  screen,
  session,
};
