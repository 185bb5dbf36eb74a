import type { App } from 'electron';
import { kioskSwitches, noNetwork, type Switch } from '../chromium/switches.ts';

/** Switches that only Electron needs: the browser host has other ways, or a browser that does so by itself. */
const ELECTRON_ONLY: readonly Switch[] = [
  // No name is ever looked up, neither by Chromium nor by its certificate checks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // A window that another one covers for a moment goes on: its clock wipes the visit.
  ['disable-renderer-backgrounding'],
  ['disable-backgrounding-occluded-windows'],
  // The system's own "press and hold" menu on a touch panel.
  ['disable-touch-drag-drop'],
];

export const electronSwitches: readonly Switch[] = [...kioskSwitches, ...noNetwork(), ...ELECTRON_ONLY];

type Configurable = Pick<
  App,
  'commandLine' | 'enableSandbox' | 'disableDomainBlockingFor3DAPIs' | 'setAppUserModelId'
>;

/** Everything that Chromium reads before the app is ready. The crash reporter is off because nothing starts it. */
export function configureChromium(app: Configurable): void {
  for (const [name, value] of electronSwitches) app.commandLine.appendSwitch(name, value);
  app.enableSandbox();
  // After a lost graphics process Chromium would refuse WebGL to the page until the next start.
  app.disableDomainBlockingFor3DAPIs();
  app.setAppUserModelId('org.tonos.kiosk');
}
