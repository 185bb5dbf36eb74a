import { ADDRESS } from './scheme.ts';

/** Something that Electron reports before it does it. It is prevented; what is here with `unless` happens then. */
export interface Prevented {
  /** Electron's name of the event. */
  readonly what: string;
  readonly why: string;
  /** Looks at the event's own fields. */
  readonly unless?: (event: { readonly url: string; readonly isMainFrame: boolean }) => boolean;
  /** What the event's callback is given, where it has one. */
  readonly answer?: { readonly with: unknown };
}

const NO_DEVICES =
  'Nothing is plugged into the kiosk for visitors to use, and a chooser would stand over the page.';
const NO_NETWORK = 'The kiosk asks no server for anything, so that whoever asks for this is not the kiosk.';

/** The page may load itself again; nothing else. Not even other addresses of the kiosk: they are no pages. */
const isThePage = ({ url }: { readonly url: string }): boolean => url === ADDRESS;

/** Of each page. */
export const preventedOfContents: readonly Prevented[] = [
  {
    what: 'will-navigate',
    why: 'There is one page; where it goes in itself is no navigation.',
    unless: isThePage,
  },
  {
    what: 'will-frame-navigate',
    why: 'The page has no frames.',
    unless: (event) => event.isMainFrame && isThePage(event),
  },
  { what: 'will-redirect', why: 'The kiosk redirects nobody.' },
  { what: 'will-attach-webview', why: 'It would be a browser inside the page.' },
  { what: 'will-prevent-unload', why: 'The page goes when it has to: it could hold up its own recovery.' },
  { what: 'context-menu', why: 'Its entries lead out of the page.' },
  { what: 'select-bluetooth-device', why: NO_DEVICES, answer: { with: '' } },
];

/** Of each session. */
export const preventedOfSession: readonly Prevented[] = [
  { what: 'will-download', why: 'A visit leaves nothing behind, and a file would open another program.' },
  { what: 'select-hid-device', why: NO_DEVICES, answer: { with: null } },
  { what: 'select-serial-port', why: NO_DEVICES, answer: { with: '' } },
  { what: 'select-usb-device', why: NO_DEVICES, answer: { with: undefined } },
  {
    what: 'file-system-access-restricted',
    why: 'The page has no files, wherever they are.',
    answer: { with: 'deny' },
  },
];

/** Of the program. */
export const preventedOfApp: readonly Prevented[] = [
  { what: 'login', why: NO_NETWORK, answer: { with: undefined } },
  { what: 'certificate-error', why: NO_NETWORK, answer: { with: false } },
  { what: 'select-client-certificate', why: NO_NETWORK, answer: { with: undefined } },
  { what: 'open-file', why: 'The kiosk opens no files that the system hands it.' },
  { what: 'open-url', why: 'The kiosk opens no addresses that the system hands it.' },
  { what: 'continue-activity', why: 'Nothing of another machine is taken up here.' },
];

/** Of the window. */
export const preventedOfWindow: readonly Prevented[] = [
  { what: 'app-command', why: 'The back key of a keyboard or a mouse would undo the wiping of a visit.' },
  { what: 'system-context-menu', why: 'The menu of the title bar closes and moves the window.' },
  { what: 'will-resize', why: 'The window is where the host puts it.' },
  { what: 'will-move', why: 'The window is where the host puts it.' },
];
