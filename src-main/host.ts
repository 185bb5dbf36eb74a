import type { HostCapabilities } from './contract/api.ts';
import type { Printers, PrintPdf } from './printing/printers.ts';

/** Whoever shows the kiosk, as the kiosk knows it: what it is told, and what it is asked for. */
export interface Host {
  readonly capabilities: HostCapabilities;
  /** The page can be touched; told each time it was loaded. */
  readonly pageIsReady: () => void;
  /** The page lives; told every few seconds. */
  readonly pageBeats: () => void;
  /** Ends the kiosk and starts it again. */
  readonly restart: (why: string) => void;
  /** Ends the kiosk, so that nothing starts it again until the machine does. */
  readonly leave: () => void;
  /** Whether the display has to stay on: outside of the opening hours it need not. */
  readonly keepAwake: (awake: boolean) => void;
  /**
   * Turns the picture on the panel.
   * @param degrees clockwise, as the panel hangs
   * @returns why it could not be turned, in words for staff; `undefined` when it was
   */
  readonly turnPanel: (degrees: PanelTurn) => Promise<string | undefined>;
  /** Whether the page is ready for a screen reader though the system does not tell of one. */
  readonly serveScreenReader: (always: boolean) => void;
  /** Makes a PDF of the take-home sheet; absent: this host cannot, and nothing is printed. */
  readonly printPdf?: PrintPdf | undefined;
  /** The printers of the machine; absent: this host reaches none. */
  readonly printers?: Printers | undefined;
}

export type PanelTurn = 0 | 90 | 180 | 270;
