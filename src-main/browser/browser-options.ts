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

/** What the browser would do by itself over the network or over the screen, and a kiosk must not. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-notifications',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--log-level=3',
  // No keyring dialog of the desktop.
  '--password-store=basic',
  '--use-mock-keychain',
];

/** Features of the browser's own that have no switch. */
const FEATURES_OFF = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PasswordManagerOnboarding',
  'PrivacySandboxSettings4',
  'SigninInterception',
  'TouchpadOverscrollHistoryNavigation',
  'Translate',
];

/** Gestures that would move the browser in place of the page. */
const STILL = [
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--disable-features=' + FEATURES_OFF.join(','),
];

/** The arguments that open the kiosk's page, and nothing else, in a Chromium, Chrome or Edge. */
export function browserOptions(look: BrowserLook): string[] {
  const { hostname, port } = new URL(look.address);
  return [
    `--app=${look.address}`,
    ...(look.windowed ? ['--window-size=1280,800'] : ['--kiosk', '--window-position=0,0']),
    `--user-data-dir=${look.profile}`,
    // Nothing about a visit is written to disk.
    look.name === 'Microsoft Edge' ? '--inprivate' : '--incognito',
    ...QUIET,
    ...STILL,
    // Everything that is not the kiosk, loopback included, goes to a proxy that is not there.
    '--proxy-server=http://127.0.0.1:9',
    `--proxy-bypass-list=<-loopback>;${hostname}:${port || '80'}`,
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    // A session may have Wayland alone.
    '--ozone-platform-hint=auto',
    // Panels without a usable graphics driver still get WebGL.
    '--enable-unsafe-swiftshader',
    // The host holds the other end: when the host is gone, however it went, so is the browser.
    '--remote-debugging-pipe',
    ...(look.locale ? [`--lang=${look.locale}`] : []),
    ...(look.headless ? ['--headless=new'] : []),
    ...(look.noSandbox ? ['--no-sandbox'] : []),
  ];
}
