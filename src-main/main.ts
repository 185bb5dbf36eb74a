/** The Electron host: the kiosk on tonos://kiosk/, over the whole screen. The order of its start, and nothing else. */
import path from 'node:path';
import {
  app,
  BrowserWindow,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
} from 'electron';
import { commandInPlace } from './shell/command-in-place.ts';
import { prepare } from './shell/prepare.ts';
import { registerScheme } from './shell/scheme.ts';
import { showKiosk } from './shell/show-kiosk.ts';
import { isOnlyInstance } from './shell/single-instance.ts';
import { configureChromium } from './shell/switches.ts';
import { takeArguments } from './shell/relaunch.ts';

const project = path.resolve(import.meta.dirname, '../..');
const given = takeArguments(process.argv, app.isPackaged);
const command = await commandInPlace(given.own, app, project);

if (command === undefined) {
  // Until here nothing has run; from here to the end of this file nothing may be waited for: Electron gets ready then.
  registerScheme(protocol);
  configureChromium(app);
  const start = prepare({ app, process, given, powerSaveBlocker, project });
  if (start && isOnlyInstance(app)) {
    void start.door.open().catch(() => undefined);
    void app.whenReady().then(() => showKiosk({ BrowserWindow, Menu, powerMonitor, screen, session }, start));
  }
} else app.exit(command);
