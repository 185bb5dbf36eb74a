/** A command line switch of Chromium: its name without dashes, and its value when it has one. */
export type Switch = readonly [name: string, value?: string];

/** What Chromium would do by itself over the network or over the screen, and a kiosk must not. */
const QUIET: readonly Switch[] = [
  ['no-first-run'],
  ['no-default-browser-check'],
  ['noerrdialogs'],
  ['disable-session-crashed-bubble'],
  ['hide-crash-restore-bubble'],
  ['disable-background-networking'],
  ['disable-breakpad'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-extensions-with-background-pages'],
  ['disable-component-update'],
  ['disable-crash-reporter'],
  ['disable-default-apps'],
  ['disable-domain-reliability'],
  ['disable-extensions'],
  ['disable-notifications'],
  ['disable-prompt-on-repost'],
  ['disable-search-engine-choice-screen'],
  ['disable-sync'],
  ['metrics-recording-only'],
  ['no-pings'],
  ['no-service-autorun'],
  ['log-level', '3'],
  // No keyring dialog of the desktop.
  ['password-store', 'basic'],
  ['use-mock-keychain'],
];

/** Features of Chromium's own that have no switch. */
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
const STILL: readonly Switch[] = [
  ['disable-pinch'],
  ['overscroll-history-navigation', '0'],
  ['disable-features', FEATURES_OFF.join(',')],
];

/** What every Chromium that shows the kiosk is started with, whichever host starts it. */
export const kioskSwitches: readonly Switch[] = [
  ...QUIET,
  ...STILL,
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  // On Linux, voices that are on the machine are found only so.
  ['enable-speech-dispatcher'],
  // Panels without a usable graphics driver still get WebGL.
  ['enable-unsafe-swiftshader'],
];

/** A proxy that is not there: where everything goes that is not the kiosk's. */
export const NO_PROXY = 'http://127.0.0.1:9';

/**
 * Loopback, too, goes through the proxy that is not there.
 * @param except what may be reached all the same, as in `127.0.0.1:4518`
 */
export const noNetwork = (...except: string[]): readonly Switch[] => [
  ['proxy-server', NO_PROXY],
  ['proxy-bypass-list', ['<-loopback>', ...except].join(';')],
];

/** A switch as an argument. */
export const asArgument = ([name, value]: Switch): string =>
  value === undefined ? `--${name}` : `--${name}=${value}`;
