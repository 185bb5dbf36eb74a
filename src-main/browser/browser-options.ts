import { asArgument, kioskSwitches, noNetwork } from '../chromium/switches.ts';

export interface BrowserLook {
  /** The address with the one-time key. */
  readonly address: string;
  readonly profile: string;
  readonly windowed: boolean;
  readonly locale?: string | undefined;
  /** As the browser calls itself. */
  readonly name: string;
  /** For tests on machines without a display. */
  readonly headless?: boolean;
  /** For tests that run as root. Never otherwise: the sandbox is what keeps a broken page in. */
  readonly noSandbox?: boolean;
}

/** The arguments that open the kiosk's page, and nothing else, in a Chromium, Chrome or Edge. */
export function browserOptions(look: BrowserLook): string[] {
  const { hostname, port } = new URL(look.address);
  return [
    `--app=${look.address}`,
    ...(look.windowed ? ['--window-size=1280,800'] : ['--kiosk', '--window-position=0,0']),
    `--user-data-dir=${look.profile}`,
    // Nothing about a visit is written to disk.
    look.name === 'Microsoft Edge' ? '--inprivate' : '--incognito',
    ...kioskSwitches.map(asArgument),
    ...noNetwork(`${hostname}:${port || '80'}`).map(asArgument),
    // A session may have Wayland alone.
    '--ozone-platform-hint=auto',
    // The host holds the other end: when the host is gone, however it went, so is the browser.
    '--remote-debugging-pipe',
    ...(look.locale ? [`--lang=${look.locale}`] : []),
    ...(look.headless ? ['--headless=new'] : []),
    ...(look.noSandbox ? ['--no-sandbox'] : []),
  ];
}
