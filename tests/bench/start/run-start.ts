import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { systemClock } from '../../../src-main/clock.ts';
import type { Browser } from '../../../src-main/browser/find-browser.ts';
import { launchBrowser } from '../../../src-main/browser/launch.ts';
import { thisMachine } from '../../../src-main/browser/machine.ts';
import { makeProfile, profileParent, removeProfile } from '../../../src-main/browser/profile.ts';
import { waitForQuiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';
import { Sheet, type Figure } from '../sheet.ts';
import { runNpm } from './program.ts';

export const startFigures = {
  ready: {
    title: 'touchable, ms',
    digits: 0,
    meaning: 'From starting npm to the page in a browser of its own having said that it is ready.',
  },
} as const satisfies Record<string, Figure>;

export type StartFigure = keyof typeof startFigures;

const noSandbox = process.getuid?.() === 0;
const READY = /The page is ready\./;

/** `npm start` on a project that is installed and built, beside the least that would show a page. */
export async function runStart(
  browser: Browser,
  { repeat, quiet }: BenchOptions,
  say: (line: string) => void,
): Promise<Sheet<StartFigure>> {
  const sheet = new Sheet('Start', startFigures);
  const ways = {
    'npm start': () => startKiosk(browser),
    'vite preview, empty page': () => startPreview(browser),
  };
  for (let round = 0; round <= repeat; round++) {
    for (const [name, start] of Object.entries(ways)) {
      await waitForQuiet(quiet);
      // The first round only warms the disk.
      say(`start, ${round === 0 ? 'warm-up' : `round ${round}`}: ${name}`);
      const ready = await start();
      if (round > 0) sheet.add(name, { ready });
    }
  }
  return sheet;
}

async function startKiosk({ path: place }: Browser): Promise<number> {
  const program = runNpm(['start', '--', '--host', 'browser', '--port', '0'], {
    TONOS_BROWSER: place,
    TONOS_TEST_HEADLESS: '1',
    ...(noSandbox && { TONOS_TEST_NO_SANDBOX: '1' }),
  });
  return program.said(READY).finally(() => program.end());
}

/** The browser opens as the kiosk opens it: same arguments, fresh profile. */
async function startPreview(browser: Browser): Promise<number> {
  const port = await freePort();
  const config = path.join(import.meta.dirname, 'preview.config.ts');
  const options = ['-c', config, '--configLoader', 'native', '--host', '127.0.0.1', '--port', String(port)];
  const program = runNpm(['exec', '--', 'vite', 'preview', ...options], {});
  const profile = await makeProfile(profileParent(browser, thisMachine));
  try {
    await program.said(/Local:/);
    const look = { address: `http://127.0.0.1:${port}/`, profile, windowed: false, name: browser.name };
    const running = launchBrowser({
      browser,
      look: { ...look, headless: true, noSandbox },
      clock: systemClock,
      env: process.env,
      onCrash: (why) => console.error(why),
    });
    return await program.said(READY).finally(() => running.end());
  } finally {
    await program.end();
    await removeProfile(profile);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
