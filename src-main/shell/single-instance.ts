import type { App } from 'electron';
import { exitCode } from '../exit-codes.ts';

/** A second kiosk would fight the first for the screen: it ends, and Electron tells the first. */
export function isOnlyInstance(app: Pick<App, 'requestSingleInstanceLock' | 'exit'>): boolean {
  if (app.requestSingleInstanceLock()) return true;
  console.error('Tonos is running already on this machine.');
  app.exit(exitCode.alreadyRunning);
  return false;
}
