import type { BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron';
import { CALM_COLOUR } from '../routes/calm-page.ts';

/** Without the prefix `persist:` a partition is in memory only: nothing of a visit reaches the disk. */
export const PARTITION = 'kiosk';

/** All of them explicit, so that no default of a later Electron opens anything. */
export const webPreferences = {
  partition: PARTITION,

  // The page is a page: it has no Node, no preload, no way to this process but requests.
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  enableWebSQL: false,
  enableDeprecatedPaste: false,
  devTools: false,

  // Nothing that opens over the page or takes it elsewhere.
  disableDialogs: true,
  safeDialogs: true,
  navigateOnDragDrop: false,
  spellcheck: false,
  textAreasAreResizable: false,
  disableHtmlFullscreenWindowResize: true,
  scrollBounce: false,

  // The page's clock wipes the visit, also while nobody sees it.
  backgroundThrottling: false,
  // The host keeps the display awake, and knows when it need not.
  disableWakeLocks: true,
  // The page reads aloud only when it is asked to.
  autoplayPolicy: 'document-user-activation-required',
  zoomFactor: 1,
  zoomMode: 'disabled',
  focusOnNavigation: true,
} as const satisfies WebPreferences;

export interface WindowLook {
  readonly windowed: boolean;
  /** The display that the kiosk is shown on, in the system's coordinates. */
  readonly bounds: Rectangle;
}

/** The kiosk's window. Pure: what tests read here is what Electron is given. */
export function kioskWindowOptions({ windowed, bounds }: WindowLook): BrowserWindowConstructorOptions {
  const common = {
    title: 'Tonos',
    // What is seen before the page is, and when there is none. Never white.
    backgroundColor: CALM_COLOUR,
    // Its background is calm, so that there is nothing to hide until the page is painted.
    show: true,
    autoHideMenuBar: true,
    webPreferences,
  };
  if (windowed) return { ...common, width: 1280, height: 800 };
  return {
    ...common,
    ...bounds,
    kiosk: true,
    fullscreen: true,
    fullscreenable: true,
    frame: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    hasShadow: false,
    roundedCorners: false,
    thickFrame: false,
    enableLargerThanScreen: false,
    disableAutoHideCursor: false,
    // The first touch counts, also when the window did not have the focus.
    acceptFirstMouse: true,
  };
}
