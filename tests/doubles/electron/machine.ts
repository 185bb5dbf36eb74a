import { EventEmitter } from 'node:events';
import { onlyAfterReady } from './app.ts';
import { record, recorder } from './records.ts';

export const Menu = recorder('Menu', 'setApplicationMenu');

export const powerMonitor = new EventEmitter();

let lastBlocker = 0;
export const powerSaveBlocker = {
  start(type: string): number {
    onlyAfterReady('powerSaveBlocker');
    record('powerSaveBlocker.start', type);
    return ++lastBlocker;
  },
  stop: (id: number): void => record('powerSaveBlocker.stop', id),
};

interface DisplayDouble {
  id: number;
  bounds: { x: number; y: number; width: number; height: number };
}

const panel = (id: number, width: number, height: number): DisplayDouble => ({
  id,
  bounds: { x: 0, y: 0, width, height },
});

/** Without a panel Electron says that the primary display has no size. */
const NO_DISPLAY = panel(0, 0, 0);

class ScreenDouble extends EventEmitter {
  /** Tests plug panels in and out; the first is the primary one. */
  displays = [panel(1, 1920, 1080)];

  getAllDisplays(): DisplayDouble[] {
    onlyAfterReady('screen');
    return this.displays;
  }

  getPrimaryDisplay(): DisplayDouble {
    onlyAfterReady('screen');
    return this.displays[0] ?? NO_DISPLAY;
  }
}

export const screen = new ScreenDouble();
