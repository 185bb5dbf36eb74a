import { Socket } from 'node:net';
import { app } from './app.ts';
import { openedBrowser } from './browser.ts';
import { powerMonitor, screen } from './machine.ts';
import { calls, DoubleEvent } from './records.ts';
import { BrowserWindow } from './window.ts';

/** What a test can ask of the double. Lines of JSON on the fourth channel of the process, so that Node's own stays free. */
export interface Asked {
  readonly id: number;
  readonly what: keyof typeof answers;
  readonly args: readonly unknown[];
}

export const CHANNEL = 3;

const window = () => {
  const first = BrowserWindow.all[0];
  if (!first) throw new Error('There is no window yet.');
  return first;
};

const page = () => {
  const { page } = window().webContents;
  if (!page) throw new Error('There is no page yet.');
  return page;
};

const emitters = {
  app: () => app,
  window,
  contents: () => window().webContents,
  session: () => window().webContents.session,
  powerMonitor: () => powerMonitor,
  screen: () => screen,
};

const answers = {
  calls: () => calls,
  /** Where a test attaches; undefined until there is a browser. */
  endpoint: () => openedBrowser()?.then(({ endpoint }) => endpoint),
  /** Fires an event. @returns whether the program prevented it, and what it gave the event's callback */
  emit: async (of: keyof typeof emitters, name: string, fields: object = {}, ...rest: unknown[]) => {
    const event = new DoubleEvent(fields);
    let answer: unknown;
    emitters[of]().emit(name, event, ...rest, (value: unknown) => (answer = value ?? null));
    await new Promise((resolve) => setImmediate(resolve));
    return { prevented: event.defaultPrevented, answer };
  },
  closeWindow: () => window().close(),
  displays: (displays: typeof screen.displays) => {
    screen.displays = displays;
    screen.emit('display-metrics-changed', new DoubleEvent());
  },
  crash: async () => {
    const client = await page().context().newCDPSession(page());
    void client.send('Page.crash').catch(() => undefined);
  },
  /** The page's thread is busy for ever. */
  hang: () => {
    void page()
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
  },
  /** A key as the window gets it: the program sees it before the page. @returns whether it reached the page */
  press: async (keys: string, input: object) => {
    const event = new DoubleEvent();
    window().webContents.emit('before-input-event', event, input);
    if (!event.defaultPrevented) await page().keyboard.press(keys);
    return !event.defaultPrevented;
  },
  permissions: (names: string[]) => {
    const { session } = window().webContents;
    return names.filter((name) => {
      let granted = false;
      session.ask(undefined, name, (answer) => (granted = answer), {});
      return granted || session.check(undefined, name, '', {});
    });
  },
};

export function answerTests(): void {
  if (process.env['TONOS_DOUBLE_CHANNEL'] !== '1') return;
  const socket = new Socket({ fd: CHANNEL });
  socket.unref();
  let rest = '';
  socket.setEncoding('utf8').on('error', () => undefined);
  // A test that was killed ends nothing.
  socket.on('close', () => app.exit(1));
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) void answer(JSON.parse(line) as Asked).then((reply) => socket.write(reply));
  });
}

async function answer({ id, what, args }: Asked): Promise<string> {
  try {
    const call = answers[what] as (...args: readonly unknown[]) => unknown;
    return `${JSON.stringify({ id, value: await call(...args) })}\n`;
  } catch (error) {
    return `${JSON.stringify({ id, error: (error as Error).message })}\n`;
  }
}
