/** Parts of the shell that follow events, each on an emitter in place of Electron. */
import { EventEmitter } from 'node:events';
import type { BrowserWindow, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseDisplay, fillDisplay } from '../../../src-main/shell/display.ts';
import { Door } from '../../../src-main/shell/door.ts';
import { Ending } from '../../../src-main/shell/ending.ts';
import { Awake } from '../../../src-main/shell/power.ts';
import { Recovery } from '../../../src-main/shell/recovery.ts';
import { SMOKE_WITHIN, smokeTest } from '../../../src-main/shell/smoke.ts';
import { HeldClock, settle } from '../../doubles/held-clock.ts';
import { logDouble } from '../../doubles/log.ts';
import { folderWith } from '../../tools/folder.ts';

let clock: HeldClock;
let log: ReturnType<typeof logDouble>;
beforeEach(() => {
  clock = new HeldClock();
  log = logDouble();
});

describe('recovery', () => {
  const app = new EventEmitter();
  const set = (failures = 0) => {
    const contents = Object.assign(new EventEmitter(), {
      loadURL: vi.fn(() => Promise.resolve()),
      getURL: () => 'tonos://kiosk/',
      isCrashed: vi.fn(() => false),
      isDestroyed: () => false,
      forcefullyCrashRenderer: vi.fn(),
      invalidate: vi.fn(),
    });
    const relaunch = vi.fn();
    const options = {
      app: app as never,
      contents: contents as unknown as WebContents,
      clock,
      log,
      failures,
      relaunch,
    };
    const recovery = new Recovery(options);
    recovery.start();
    contents.forcefullyCrashRenderer.mockClear();
    contents.loadURL.mockClear();
    // What start() ended is gone by now.
    contents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 0 });
    recovery.pageIsReady();
    return { contents, recovery, relaunch };
  };

  it('counts a process that it ended itself as no failure', () => {
    const { contents, recovery } = set();
    contents.emit('unresponsive');
    expect(contents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    contents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 0 });
    expect(recovery.failures).toBe(1);
    expect(contents.loadURL).toHaveBeenCalledExactlyOnceWith('tonos://kiosk/');
  });

  it('does not end a process that is gone already', () => {
    const { contents } = set();
    contents.isCrashed.mockReturnValue(true);
    contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
    expect(contents.forcefullyCrashRenderer).not.toHaveBeenCalled();
    expect(contents.loadURL).toHaveBeenCalledOnce();
  });

  it('minds a page that could not be loaded, not a load that was overtaken, nor one of a frame', () => {
    const { contents, recovery } = set();
    contents.emit('did-fail-load', {}, -3, '', 'tonos://kiosk/', true);
    contents.emit('did-fail-load', {}, -6, '', 'tonos://kiosk/x', false);
    expect(recovery.failures).toBe(0);
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'tonos://kiosk/', true);
    expect(recovery.failures).toBe(1);
  });

  it('forgives the silence of a machine that slept', () => {
    const { recovery } = set();
    clock.sleep(60 * 60_000);
    recovery.timePassed();
    clock.pass(5_000);
    expect(recovery.failures).toBe(0);
  });

  it('starts the program again, and rests in the end', () => {
    const third = set(2);
    third.contents.emit('unresponsive');
    expect(third.relaunch).toHaveBeenCalledExactlyOnceWith('The page does not answer.', 3);
    const fifth = set(4);
    fifth.contents.emit('unresponsive');
    expect(fifth.contents.loadURL).toHaveBeenCalledExactlyOnceWith('tonos://kiosk/rest');
  });

  it('counts losses of the graphics process within five minutes only', () => {
    const { recovery } = set();
    const lose = () => app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
    for (let losses = 0; losses < 5; losses++) {
      lose();
      clock.sleep(3 * 60_000);
      recovery.timePassed();
    }
    expect(recovery.failures).toBe(0);
    lose();
    lose();
    expect(recovery.failures).toBe(1);
  });
});

describe('the display', () => {
  const display = (id: number, width = 100, height = 50) =>
    ({ id, bounds: { x: 0, y: 0, width, height } }) as never;

  it('is the primary one where it is real', () => {
    expect(chooseDisplay([display(1), display(2)], display(2))).toMatchObject({ id: 2 });
    expect(chooseDisplay([display(1)], display(7, 0, 0))).toMatchObject({ id: 1 });
    expect(chooseDisplay([display(1, 0, 0)], display(1, 0, 0))).toBeUndefined();
  });

  it('is filled once after a burst of events, and not when nothing has changed', () => {
    let bounds = { x: 0, y: 0, width: 100, height: 50 };
    const window = Object.assign(new EventEmitter(), {
      getBounds: () => bounds,
      setBounds: vi.fn((to: typeof bounds) => (bounds = to)),
      isKiosk: () => true,
      isDestroyed: () => false,
      setKiosk: vi.fn(),
      focus: vi.fn(),
      restore: vi.fn(),
    });
    let now = display(1);
    const screen = Object.assign(new EventEmitter(), {
      getAllDisplays: () => [now],
      getPrimaryDisplay: () => now,
    });
    fillDisplay({ window: window as unknown as BrowserWindow, screen: screen as never, clock, log });
    screen.emit('display-metrics-changed');
    clock.pass(1_000);
    expect(window.setBounds).not.toHaveBeenCalled();
    now = display(1, 50, 100);
    for (const event of ['display-removed', 'display-added', 'display-metrics-changed']) screen.emit(event);
    clock.pass(1_000);
    expect(window.setBounds).toHaveBeenCalledExactlyOnceWith({ x: 0, y: 0, width: 50, height: 100 });
    window.emit('minimize');
    expect(window.restore).toHaveBeenCalledOnce();
  });
});

describe('the display’s sleep', () => {
  it('is held up once, and only when the app is ready', () => {
    const blocker = { start: vi.fn(() => 7), stop: vi.fn() };
    const awake = new Awake(blocker);
    awake.keep(true);
    expect(blocker.start).not.toHaveBeenCalled();
    awake.appIsReady();
    awake.keep(true);
    expect(blocker.start).toHaveBeenCalledExactlyOnceWith('prevent-display-sleep');
    awake.keep(false);
    awake.keep(false);
    expect(blocker.stop).toHaveBeenCalledExactlyOnceWith(7);
  });
});

describe('the door', () => {
  const kiosk = { fetch: () => Promise.resolve(new Response('the page')), close: () => Promise.resolve() };
  const page = () => new Request('tonos://kiosk/');

  it('opens once for all', async () => {
    const open = vi.fn(() => Promise.resolve(kiosk as never));
    const door = new Door(open, log);
    expect(
      await Promise.all(
        [door.fetch(page()), door.fetch(page())].map(async (answer) => (await answer).text()),
      ),
    ).toEqual(['the page', 'the page']);
    expect(open).toHaveBeenCalledOnce();
  });

  it('shows a calm screen when there is no kiosk, and tries again when the page is loaded again', async () => {
    const open = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('No content.')));
    const door = new Door(open, log);
    const calm = await door.fetch(page());
    expect(calm.status).toBe(503);
    expect(await calm.text()).toContain('This screen is resting.');
    expect(log.lines).toEqual(['error: There is no kiosk: No content.']);
    expect((await door.fetch(new Request('tonos://kiosk/rest'))).status).toBe(503);
    expect(open).toHaveBeenCalledOnce();
    open.mockImplementation(() => Promise.resolve(kiosk as never));
    expect(await (await door.fetch(page())).text()).toBe('the page');
  });
});

describe('the end', () => {
  const set = () => {
    const app = Object.assign(new EventEmitter(), { exit: vi.fn() });
    const close = vi.fn(() => Promise.resolve());
    const relaunch = vi.fn();
    const ending = new Ending({ app: app as never, close, relaunch });
    return { app, close, relaunch, ending };
  };

  it('comes once: what is asked for first counts', async () => {
    const { app, close, relaunch, ending } = set();
    await Promise.all([ending.end(10), ending.end(11)]);
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(10);
    expect(close).toHaveBeenCalledOnce();
    expect(relaunch).not.toHaveBeenCalled();
  });

  it('does not wait for ever for what will not close', async () => {
    const app = Object.assign(new EventEmitter(), { exit: vi.fn() });
    const ending = new Ending({
      app: app as never,
      close: () => new Promise(() => undefined),
      relaunch: vi.fn(),
      within: 5,
    });
    await ending.end(0);
    expect(app.exit).toHaveBeenCalledWith(0);
  });

  it('comes in order when the system wants it', async () => {
    const { app } = set();
    const event = { preventDefault: vi.fn() };
    app.emit('before-quit', event);
    await settle();
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(app.exit).toHaveBeenCalledWith(0);
  });

  it('does not come from a window of a kiosk; a lost one is replaced', () => {
    const { ending, app } = set();
    const window = new EventEmitter();
    const lost = vi.fn();
    ending.watch(window as unknown as BrowserWindow, { windowed: false, lost });
    const event = { preventDefault: vi.fn() };
    window.emit('close', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    window.emit('closed');
    expect(lost).toHaveBeenCalledOnce();
    expect(app.exit).not.toHaveBeenCalled();
  });
});

describe('a trial start', () => {
  it('gives the page a minute', () => {
    const folder = folderWith();
    const calls = { onReady: vi.fn(), onLate: vi.fn() };
    const ready = smokeTest(`${folder}/ready`, clock, calls);
    clock.pass(SMOKE_WITHIN - 1);
    expect(calls.onLate).not.toHaveBeenCalled();
    ready();
    expect(calls.onReady).toHaveBeenCalledOnce();
    smokeTest(`${folder}/late`, clock, calls);
    clock.pass(SMOKE_WITHIN);
    expect(calls.onLate).toHaveBeenCalledOnce();
  });
});
