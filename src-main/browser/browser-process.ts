import { spawn, spawnSync } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { DebuggingPipe, type DebuggingEvent } from './debugging-pipe.ts';
import type { Browser } from './find-browser.ts';

/** How a browser ended. */
export interface Ending {
  /** In words, for the log. */
  readonly why: string;
  /** A person closed the window, or the browser was asked to end. */
  readonly calm: boolean;
}

export interface BrowserProcess {
  readonly pipe: DebuggingPipe;
  /** Resolves when the browser and all of its processes are gone. */
  readonly ended: Promise<Ending>;
  /** Ends the browser. */
  end(): Promise<Ending>;
  /** Ends it without waiting: for the last moment of this process, or for a page that hangs. */
  endNow(): void;
}

export interface ProcessOptions {
  readonly browser: Browser;
  readonly args: readonly string[];
  readonly profile: string;
  readonly clock: Clock;
  readonly env: NodeJS.ProcessEnv;
  readonly hear: (event: DebuggingEvent) => void;
}

const GRACE = 3_000;
const POLL = 50;

/** Starts a browser in a process group of its own. */
export function startBrowser({ browser, args, profile, clock, env, hear }: ProcessOptions): BrowserProcess {
  const child = spawn(browser.path, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...env, ...browserEnvironment(browser, profile) },
    windowsHide: true,
  });
  let lastWords = (): string => '';
  // Before all else: where nothing could be started, there are no pipes either, and what follows throws.
  const gone = new Promise<Ending>((resolve) => {
    child.once('error', (error) =>
      resolve({ why: `${browser.name} could not be started: ${error.message}.`, calm: false }),
    );
    child.once('exit', (code, signal) => {
      const words = lastWords();
      const how = `${browser.name} ended (${signal ?? `exit code ${code}`}).`;
      resolve({ why: words && code !== 0 ? `${how} It said: ${words}` : how, calm: code === 0 });
    });
  });
  const [, , errors, toBrowser, fromBrowser] = child.stdio as unknown as [
    null,
    null,
    Readable,
    Writable,
    Readable,
  ];
  lastWords = keepLastLines(errors);

  const pipe = new DebuggingPipe(toBrowser, fromBrowser, hear);

  const ended = gone.then(async (ending) => {
    // A browser that was killed leaves its helpers behind for a moment.
    signalGroup(child.pid, 'SIGKILL');
    await groupGone();
    return ending;
  });

  async function groupGone(): Promise<void> {
    const until = clock.now() + GRACE;
    while (groupIsAlive(child.pid) && clock.now() < until)
      await new Promise<void>((go) => void clock.after(POLL, go));
  }

  async function end(): Promise<Ending> {
    signalGroup(child.pid, 'SIGTERM');
    const callOff = clock.after(GRACE, () => signalGroup(child.pid, 'SIGKILL'));
    return ended.finally(callOff);
  }

  return { pipe, ended, end, endNow: () => signalGroup(child.pid, 'SIGKILL') };
}

function browserEnvironment({ snap }: Browser, profile: string): NodeJS.ProcessEnv {
  // Without these Chromium shows a bar about missing keys of an online service.
  const keys = { GOOGLE_API_KEY: 'no', GOOGLE_DEFAULT_CLIENT_ID: 'no', GOOGLE_DEFAULT_CLIENT_SECRET: 'no' };
  // A dump of a page that crashed holds what was on it. Chromium writes them in spite of --disable-breakpad; here they go
  // with the profile.
  const dumps = { BREAKPAD_DUMP_LOCATION: profile };
  // Its temporary files go with the profile, also after a crash. A Mac's paths would grow too long for its sockets.
  return process.platform === 'linux' && !snap
    ? { ...keys, ...dumps, TMPDIR: profile }
    : { ...keys, ...dumps };
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true, stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

function groupIsAlive(pid: number | undefined): boolean {
  if (pid === undefined || process.platform === 'win32') return false;
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

/** Keeps the end of what the browser complains about; it can complain for months. */
function keepLastLines(stream: Readable): () => string {
  let kept = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => (kept = (kept + text).slice(-2_000)));
  return () => kept.trim().split('\n').slice(-3).join(' / ');
}
