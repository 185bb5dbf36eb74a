/**
 * Ways out of the kiosk that a visitor, or a script that should not be there, could try. Each is attempted on the page as each host
 * shows it; `escape-signs.ts` says how a success would be seen.
 */
import type { CDPSession, Page } from '@playwright/test';

export interface Attempt {
  readonly page: Page;
  readonly client: CDPSession;
  /** An address of this machine that is not the kiosk’s and must not be reached. */
  readonly outside: string;
}

export interface Escape {
  readonly kind: string;
  readonly name: string;
  /** What is tried. Gives what it won, if it won anything: a permission, a device, a handle. */
  readonly attempt: (with_: Attempt) => Promise<unknown>;
  /** On a page that nothing locks it succeeds, so that the signs can be trusted. */
  readonly worksUnlocked?: true;
}

/** A way out that no page and no host sees: it is locked by the system, and tried there by hand. */
export interface SystemEscape {
  readonly name: string;
  readonly by: 'system';
  /** The file that locks it, and what in it does. */
  readonly lockedIn: string;
  readonly line: string;
}

type Granted = boolean | string | undefined;

/** Runs in the page, as an answer to a touch. */
const script =
  (run: (outside: string) => unknown): Escape['attempt'] =>
  ({ page, outside }) =>
    page.evaluate(run, outside);

/** Asks for something; a refusal, an absence and a question that nobody answers are the same to a kiosk. */
const ask =
  (run: () => Promise<Granted>): Escape['attempt'] =>
  ({ page }) => {
    const late = page.evaluate(
      () => new Promise<Granted>((resolve) => setTimeout(() => resolve(false), 1_000)),
    );
    return Promise.race([page.evaluate(run), late]);
  };

/** Puts an element on the page and touches it. */
const element = (
  html: string,
  { button, key }: { button?: 'middle'; key?: string } = {},
): Escape['attempt'] =>
  async function touched({ page, outside }) {
    await page.evaluate(
      (text) => {
        const holder = document.createElement('div');
        holder.id = 'escape';
        holder.innerHTML = text;
        document.body.prepend(holder);
        Object.assign(holder.style, { position: 'fixed', inset: '0', zIndex: '9999', background: 'gray' });
        const first = holder.firstElementChild as HTMLElement;
        Object.assign(first.style, { display: 'block', width: '300px', height: '100px' });
      },
      html.replaceAll('OUTSIDE', outside),
    );
    // By place: Playwright’s own click waits for a navigation that a host has refused.
    if (key) await page.keyboard.down(key);
    await page.mouse.click(150, 50, { ...(button && { button }) });
    if (key) await page.keyboard.up(key);
  };

const links: Escape[] = [
  { kind: 'links', name: 'a link', attempt: element('<a href="OUTSIDE">x</a>'), worksUnlocked: true },
  {
    kind: 'links',
    name: 'a link to a new window',
    attempt: element('<a href="OUTSIDE" target="_blank">x</a>'),
    worksUnlocked: true,
  },
  {
    kind: 'links',
    name: 'a link with Ctrl',
    attempt: element('<a href="OUTSIDE">x</a>', { key: 'Control' }),
    worksUnlocked: true,
  },
  {
    kind: 'links',
    name: 'a link with Shift',
    attempt: element('<a href="OUTSIDE">x</a>', { key: 'Shift' }),
    worksUnlocked: true,
  },
  {
    kind: 'links',
    name: 'a link with the middle button',
    attempt: element('<a href="OUTSIDE">x</a>', { button: 'middle' }),
    worksUnlocked: true,
  },
  { kind: 'links', name: 'a link’s ping', attempt: element('<a href="#" ping="OUTSIDE">x</a>') },
  {
    kind: 'links',
    name: 'a form',
    attempt: element('<button form="away">x</button><form id="away" action="OUTSIDE"></form>'),
    worksUnlocked: true,
  },
  {
    kind: 'links',
    name: 'a form to a new window',
    attempt: element(
      '<button form="away">x</button><form id="away" action="OUTSIDE" target="_blank"></form>',
    ),
    worksUnlocked: true,
  },
  {
    kind: 'links',
    name: 'a form that posts',
    attempt: element('<button form="away">x</button><form id="away" action="OUTSIDE" method="post"></form>'),
    worksUnlocked: true,
  },
  {
    kind: 'javascript:',
    name: 'a javascript: link',
    attempt: element('<a href="javascript:void(document.title=\'out\')">x</a>'),
    worksUnlocked: true,
  },
];

const protocols: Escape[] = [
  'mailto:a@b.example',
  'tel:+1',
  'ms-settings:',
  'file:///',
  'chrome://settings',
  'view-source:OUTSIDE',
].map((address) => ({
  kind: 'protocol links',
  name: address,
  attempt: element(`<a href="${address}">x</a>`),
}));

const navigations: Escape[] = [
  {
    kind: 'navigation',
    name: 'location',
    attempt: script((outside) => void (location.href = outside)),
    worksUnlocked: true,
  },
  {
    kind: 'navigation',
    name: 'location.replace',
    attempt: script((outside) => location.replace(outside)),
    worksUnlocked: true,
  },
  {
    kind: 'navigation',
    name: 'a refresh',
    attempt: script((outside) => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = `0;url=${outside}`;
      document.head.append(meta);
    }),
    worksUnlocked: true,
  },
  { kind: 'navigation', name: 'a file', attempt: script(() => void (location.href = 'file:///etc/passwd')) },
  {
    kind: 'navigation',
    name: 'a data: page',
    attempt: script(() => void (location.href = 'data:text/html,out')),
  },
  {
    kind: 'navigation',
    name: 'a blob: page',
    attempt: script(
      () => void (location.href = URL.createObjectURL(new Blob(['out'], { type: 'text/html' }))),
    ),
    worksUnlocked: true,
  },
  {
    kind: 'javascript:',
    name: 'a javascript: address',
    attempt: script(() => void (location.href = "javascript:void(document.title='out')")),
    worksUnlocked: true,
  },
  { kind: 'navigation', name: 'the way back', attempt: script(() => history.go(-1)) },
];

const windows: Escape[] = [
  {
    kind: 'window.open',
    name: 'window.open',
    attempt: script((outside) => Boolean(window.open(outside))),
    worksUnlocked: true,
  },
  {
    kind: 'window.open',
    name: 'an empty window',
    attempt: script(() => Boolean(window.open())),
    worksUnlocked: true,
  },
  {
    kind: 'window.open',
    name: 'a popup',
    attempt: script((outside) => Boolean(window.open(outside, 'x', 'popup,width=9'))),
    worksUnlocked: true,
  },
  {
    kind: 'window.open',
    name: 'the kiosk a second time',
    attempt: script(() => Boolean(window.open('/'))),
    worksUnlocked: true,
  },
];

const frame = (attributes: string): Escape['attempt'] =>
  async function framed({ page, outside }) {
    await page.evaluate(
      (html) => {
        const holder = document.createElement('div');
        holder.innerHTML = html;
        document.body.append(holder);
      },
      `<iframe id="frame" ${attributes.replaceAll('OUTSIDE', outside)}></iframe>`,
    );
    return page.evaluate(() =>
      (document.querySelector<HTMLIFrameElement>('#frame')?.contentDocument?.body.textContent ?? '').includes(
        'out',
      ),
    );
  };

const frames: Escape[] = [
  { kind: 'iframes', name: 'a frame of elsewhere', attempt: frame('src="OUTSIDE"'), worksUnlocked: true },
  { kind: 'iframes', name: 'a file in a frame', attempt: frame('src="file:///etc/passwd"') },
  { kind: 'iframes', name: 'the kiosk in a frame', attempt: frame('src="/"') },
];

const requests: Escape[] = [
  {
    kind: 'requests',
    name: 'fetch',
    attempt: script((outside) =>
      fetch(outside, { mode: 'no-cors' })
        .then(() => true)
        .catch(() => false),
    ),
    worksUnlocked: true,
  },
  {
    kind: 'requests',
    name: 'a beacon',
    attempt: script((outside) => void navigator.sendBeacon(outside, 'x')),
    worksUnlocked: true,
  },
  {
    kind: 'requests',
    name: 'a picture',
    attempt: script((outside) => void (new Image().src = outside)),
    worksUnlocked: true,
  },
  {
    kind: 'requests',
    name: 'a socket',
    attempt: script((outside) => void new WebSocket(outside.replace('http', 'ws'))),
    worksUnlocked: true,
  },
  {
    kind: 'requests',
    name: 'an event stream',
    attempt: script((outside) => void new EventSource(outside)),
    worksUnlocked: true,
  },
  {
    kind: 'requests',
    name: 'a script',
    attempt: script((outside) =>
      document.head.append(Object.assign(document.createElement('script'), { src: outside })),
    ),
    worksUnlocked: true,
  },
  {
    kind: 'requests',
    name: 'a style sheet',
    attempt: script((outside) =>
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: outside }),
      ),
    ),
    worksUnlocked: true,
  },
  {
    kind: 'requests',
    name: 'a prefetch',
    attempt: script((outside) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: outside })),
    ),
    worksUnlocked: true,
  },
];

const workers: Escape[] = [
  {
    kind: 'service workers',
    name: 'a service worker',
    attempt: ask(async () => Boolean(await navigator.serviceWorker.register('/worker.js'))),
    worksUnlocked: true,
  },
  {
    kind: 'service workers',
    name: 'a worker of a blob',
    attempt: ask(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          worker.onmessage = () => resolve(true);
          worker.onerror = reject;
        }),
    ),
    worksUnlocked: true,
  },
];

const downloads: Escape[] = [
  {
    kind: 'downloads',
    name: 'a download',
    attempt: element('<a href="/index.html" download="x.html">x</a>'),
    worksUnlocked: true,
  },
  {
    kind: 'downloads',
    name: 'a download of a blob',
    attempt: script(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      document.body.append(link);
      link.click();
    }),
    worksUnlocked: true,
  },
];

const dialogs: Escape[] = [
  { kind: 'dialogs', name: 'alert', attempt: script(() => alert('out')), worksUnlocked: true },
  { kind: 'dialogs', name: 'confirm', attempt: script(() => void confirm('out')), worksUnlocked: true },
  { kind: 'dialogs', name: 'prompt', attempt: script(() => void prompt('out')), worksUnlocked: true },
  { kind: 'print dialog', name: 'window.print', attempt: script(() => print()), worksUnlocked: true },
  {
    kind: 'print dialog',
    name: 'printing by command',
    attempt: script(() => void document.execCommand('print')),
    worksUnlocked: true,
  },
  {
    kind: 'file chooser',
    name: 'a file chooser',
    attempt: async (given) => {
      const chooser = given.page.waitForEvent('filechooser', { timeout: 1_000 });
      await element('<input type="file">')(given);
      return chooser.then(
        () => true,
        () => false,
      );
    },
    worksUnlocked: true,
  },
  {
    kind: 'dialogs',
    name: 'a question before leaving',
    attempt: async (given) => {
      await element('<button>x</button>')(given);
      const { page } = given;
      const next = Promise.race([page.waitForEvent('load'), page.waitForEvent('dialog')]);
      await page.evaluate(() => {
        window.addEventListener('beforeunload', (event) => event.preventDefault(), { once: true });
        setTimeout(() => location.reload());
      });
      await next;
    },
  },
  {
    kind: 'full screen',
    name: 'full screen',
    attempt: element('<button onclick="document.body.requestFullscreen()">x</button>'),
    worksUnlocked: true,
  },
  {
    kind: 'full screen',
    name: 'the pointer',
    attempt: ask(async () =>
      Boolean(await document.body.requestPointerLock().then(() => document.pointerLockElement)),
    ),
    worksUnlocked: true,
  },
];

const permissions: Escape[] = [
  {
    name: 'position',
    attempt: ask(
      () =>
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(() => resolve(true), reject),
        ),
    ),
  },
  {
    name: 'microphone',
    attempt: ask(async () => Boolean(await navigator.mediaDevices.getUserMedia({ audio: true }))),
  },
  {
    name: 'camera',
    attempt: ask(async () => Boolean(await navigator.mediaDevices.getUserMedia({ video: true }))),
  },
  {
    name: 'the screen’s picture',
    attempt: ask(async () => Boolean(await navigator.mediaDevices.getDisplayMedia())),
  },
  { name: 'notifications', attempt: ask(async () => (await Notification.requestPermission()) === 'granted') },
  {
    name: 'reading the clipboard',
    attempt: ask(async () => typeof (await navigator.clipboard.readText()) === 'string'),
  },
  {
    name: 'writing the clipboard',
    attempt: ask(async () => navigator.clipboard.writeText('x').then(() => true)),
  },
  { name: 'midi', attempt: ask(async () => Boolean(await navigator.requestMIDIAccess())) },
  { name: 'a wake lock', attempt: ask(async () => Boolean(await navigator.wakeLock.request('screen'))) },
  {
    name: 'usb',
    attempt: ask(async () =>
      Boolean(
        await (
          navigator as unknown as { usb: { requestDevice(o: object): Promise<unknown> } }
        ).usb.requestDevice({ filters: [] }),
      ),
    ),
  },
  {
    name: 'a serial port',
    attempt: ask(async () =>
      Boolean(
        await (navigator as unknown as { serial: { requestPort(): Promise<unknown> } }).serial.requestPort(),
      ),
    ),
  },
  {
    name: 'hid',
    attempt: ask(
      async () =>
        (
          await (
            navigator as unknown as { hid: { requestDevice(o: object): Promise<unknown[]> } }
          ).hid.requestDevice({ filters: [] })
        ).length > 0,
    ),
  },
  {
    name: 'bluetooth',
    attempt: ask(async () =>
      Boolean(
        await (
          navigator as unknown as { bluetooth: { requestDevice(o: object): Promise<unknown> } }
        ).bluetooth.requestDevice({ acceptAllDevices: true }),
      ),
    ),
  },
  {
    name: 'the fonts of the machine',
    attempt: ask(
      async () =>
        (await (window as unknown as { queryLocalFonts(): Promise<unknown[]> }).queryLocalFonts()).length > 0,
    ),
  },
  {
    name: 'all displays',
    attempt: ask(async () =>
      Boolean(await (window as unknown as { getScreenDetails(): Promise<unknown> }).getScreenDetails()),
    ),
  },
  {
    name: 'the keyboard',
    attempt: ask(async () =>
      (navigator as unknown as { keyboard: { lock(): Promise<void> } }).keyboard
        .lock()
        .then(() => document.fullscreenElement !== null),
    ),
  },
].map((row) => ({ kind: 'permissions', ...row }));

const centre = { x: 600, y: 500 };

const gestures: Escape[] = [
  {
    kind: 'zoom',
    name: 'a pinch',
    attempt: ({ client }) => client.send('Input.synthesizePinchGesture', { ...centre, scaleFactor: 3 }),
    worksUnlocked: true,
  },
  {
    kind: 'zoom',
    name: 'Ctrl and the wheel',
    attempt: ({ client }) =>
      client.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        ...centre,
        deltaX: 0,
        deltaY: -500,
        modifiers: 2,
      }),
  },
  {
    kind: 'gestures',
    name: 'a swipe back',
    attempt: ({ client }) =>
      client.send('Input.synthesizeScrollGesture', {
        x: 5,
        y: 500,
        xDistance: 900,
        gestureSourceType: 'touch',
      }),
  },
  {
    kind: 'gestures',
    name: 'a pull that loads again',
    attempt: ({ client }) =>
      client.send('Input.synthesizeScrollGesture', {
        x: 600,
        y: 5,
        yDistance: 900,
        gestureSourceType: 'touch',
      }),
  },
  {
    kind: 'gestures',
    name: 'two quick taps',
    attempt: ({ client }) => client.send('Input.synthesizeTapGesture', { ...centre, tapCount: 2 }),
  },
  {
    kind: 'context menu',
    name: 'a long press',
    attempt: async ({ client, page }) => {
      await page.evaluate(() =>
        window.addEventListener('contextmenu', (event) =>
          setTimeout(() => !event.defaultPrevented && (document.title = 'menu')),
        ),
      );
      await client.send('Input.synthesizeTapGesture', { ...centre, duration: 1_200 });
    },
  },
  {
    kind: 'context menu',
    name: 'the right button',
    attempt: async ({ page }) => {
      await page.evaluate(() =>
        window.addEventListener('contextmenu', (event) =>
          setTimeout(() => !event.defaultPrevented && (document.title = 'menu')),
        ),
      );
      await page.mouse.click(centre.x, centre.y, { button: 'right' });
    },
    worksUnlocked: true,
  },
  {
    kind: 'drops',
    name: 'a dropped file',
    attempt: async ({ client }) => {
      const data = { items: [], files: [`${process.cwd()}/package.json`], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await client.send('Input.dispatchDragEvent', { type, ...centre, data });
    },
    worksUnlocked: true,
  },
];

export const escapes: readonly Escape[] = [
  ...links,
  ...protocols,
  ...navigations,
  ...windows,
  ...frames,
  ...requests,
  ...workers,
  ...downloads,
  ...dialogs,
  ...permissions,
  ...gestures,
];

/** Keys of a browser or the system, as Playwright names them. In Electron the window swallows them before the page sees them. */
export const escapeKeys: readonly string[] = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'],
  ...[
    'Control+KeyR',
    'Control+Shift+KeyR',
    'Control+F5',
    'Control+KeyP',
    'Control+Shift+KeyP',
    'Control+KeyF',
  ],
  ...[
    'Control+KeyN',
    'Control+Shift+KeyN',
    'Control+KeyT',
    'Control+Shift+KeyT',
    'Control+KeyW',
    'Control+KeyQ',
  ],
  ...[
    'Control+KeyO',
    'Control+KeyS',
    'Control+KeyU',
    'Control+KeyL',
    'Control+KeyJ',
    'Control+KeyH',
    'Control+KeyD',
  ],
  ...[
    'Control+Shift+KeyI',
    'Control+Shift+KeyJ',
    'Control+Shift+KeyC',
    'Control+Shift+Escape',
    'Control+Escape',
  ],
  ...['Control+Equal', 'Control+Minus', 'Control+Digit0', 'Control+Tab', 'Control+F4'],
  ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+F4', 'Alt+KeyD', 'Alt+Space', 'Alt+Escape'],
  ...['Meta', 'Meta+KeyD', 'Meta+KeyE', 'Meta+KeyL', 'Meta+KeyR', 'Meta+Tab', 'ContextMenu', 'PrintScreen'],
  ...[
    'BrowserBack',
    'BrowserForward',
    'BrowserHome',
    'BrowserSearch',
    'LaunchMail',
    'LaunchApp2',
    'MediaPlayPause',
  ],
];

/** The keys that the page itself uses. */
export const ownKeys: readonly string[] = [
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  ...[
    'Enter',
    'Space',
    'Tab',
    'Shift+Tab',
    'Escape',
    'Backspace',
    'KeyA',
    'Shift+KeyA',
    'Digit7',
    'Control+Alt+KeyS',
  ],
];

/** Keys of keypads, switches and jacks, which no keyboard of the tests has. */
export const keypadKeys: readonly string[] = ['F13', 'F24', 'Help', 'AudioVolumeUp'];

export const systemEscapes: readonly SystemEscape[] = [
  {
    name: 'Alt+Tab, the task switcher and other programs on Linux',
    by: 'system',
    lockedIn: 'deploy/linux/tonos-session',
    line: 'cage',
  },
  {
    name: 'Alt+Tab, the Start menu and other programs on Windows',
    by: 'system',
    lockedIn: 'deploy/windows/install-kiosk.ps1',
    line: 'Shell Launcher',
  },
  {
    name: 'Ctrl+Alt+Del on Windows',
    by: 'system',
    lockedIn: 'deploy/windows/install-kiosk.ps1',
    line: 'Ctrl+Alt+Del Options',
  },
  {
    name: 'swipes from the edges of Windows',
    by: 'system',
    lockedIn: 'deploy/windows/install-kiosk.ps1',
    line: 'AllowEdgeSwipe',
  },
  {
    name: 'a held Shift on Windows',
    by: 'system',
    lockedIn: 'deploy/windows/install-kiosk.ps1',
    line: 'Keyboard Response',
  },
  {
    name: 'shortcuts and dialogs of a Chrome or Edge in kiosk mode',
    by: 'system',
    lockedIn: 'deploy/policies/tonos.json',
    line: 'AllowFileSelectionDialogs',
  },
  {
    name: 'a stick that is plugged in on Linux',
    by: 'system',
    lockedIn: 'deploy/linux/70-tonos-usb.rules',
    line: 'tonos-usb',
  },
];
