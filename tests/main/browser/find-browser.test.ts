import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPlaces } from '../../../src-main/browser/browser-places.ts';
import { findBrowser, noBrowserMessage } from '../../../src-main/browser/find-browser.ts';
import { thisMachine, type Machine } from '../../../src-main/browser/machine.ts';

/** A machine that holds these programs, each printing its line when asked for its version. */
function machine(programs: Record<string, string>, more: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin:relative/bin' },
    home: '/home/kiosk',
    temporary: '/tmp',
    user: 1000,
    exists: (file) => file in programs,
    list: (folder) => {
      const inside = Object.keys(programs).filter((file) => file.startsWith(folder));
      return [...new Set(inside.map((file) => file.slice(folder.length + 1).split(/[\\/]/)[0]!))];
    },
    head: () => '',
    run: (program) => Promise.resolve(programs[program] ?? ''),
    ...more,
  };
}

const chromium = 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n';

describe('the places of browsers', () => {
  it('begin with the one that was named, even when it is missing', () => {
    const env = { PATH: '/usr/bin', TONOS_BROWSER: '/opt/mine' };
    expect(browserPlaces(machine({ '/usr/bin/chromium': '' }, { env }))).toEqual([
      '/opt/mine',
      '/usr/bin/chromium',
    ]);
  });

  it('go on with Playwright’s newest, then what is installed', () => {
    const cache = '/home/kiosk/.cache/ms-playwright';
    const files = [
      `${cache}/chromium-999/chrome-linux/chrome`,
      `${cache}/chromium-1200/chrome-linux64/chrome`,
      `${cache}/chromium_headless_shell-1200/chrome-linux/headless_shell`,
      '/usr/bin/microsoft-edge',
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
    ];
    expect(browserPlaces(machine(Object.fromEntries(files.map((file) => [file, '']))))).toEqual([
      files[1],
      files[0],
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
      '/usr/bin/microsoft-edge',
    ]);
  });

  it('are found on Windows', () => {
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    expect(browserPlaces(machine({ [edge]: '', [chrome]: '' }, { platform: 'win32', env }))).toEqual([
      chrome,
      edge,
    ]);
  });

  it('are found on a Mac', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(browserPlaces(machine({ [chrome]: '' }, { platform: 'darwin' }))).toEqual([chrome]);
  });
});

describe('the search for a browser', () => {
  it('reads name and version', async () => {
    expect(await findBrowser(machine({ '/usr/bin/chromium': chromium }))).toEqual({
      browser: { path: '/usr/bin/chromium', name: 'Chromium', version: '156.0.8078.79', snap: undefined },
      refused: [],
    });
  });

  it('passes over one that is too old, one that is none, and one that is missing, and says why', async () => {
    const programs = {
      '/usr/bin/google-chrome': 'Google Chrome 125.0.6422.60 \n',
      '/usr/bin/chromium': 'I am a teapot',
      '/usr/bin/microsoft-edge': 'Microsoft Edge 126.0.2592.56\n',
    };
    const env = { PATH: '/usr/bin', TONOS_BROWSER: '/gone' };
    const { browser, refused } = await findBrowser(machine(programs, { env }));
    expect(browser?.name).toBe('Microsoft Edge');
    expect(refused).toEqual([
      { path: '/gone', why: 'There is no such file. Correct TONOS_BROWSER.' },
      {
        path: '/usr/bin/google-chrome',
        why: 'Google Chrome 125.0.6422.60 is too old; Tonos needs 126 or newer. Update it.',
      },
      { path: '/usr/bin/chromium', why: 'It does not say which version it is. Is it a browser?' },
    ]);
  });

  it('says what to install when there is none', async () => {
    const search = await findBrowser(machine({ '/usr/bin/chromium': 'Chromium 90.0.1.2' }));
    expect(search.browser).toBeUndefined();
    expect(noBrowserMessage(search, 'linux')).toMatch(
      /apt-get install chromium\n {2}\/usr\/bin\/chromium: .*too old/,
    );
  });

  it('knows a snap, also behind the script that starts it', async () => {
    const snap = await findBrowser(machine({ '/snap/bin/chromium': chromium }));
    expect(snap.browser?.snap).toBe('chromium');
    const head = () => '#!/bin/sh\nexec /snap/bin/chromium "$@"';
    const script = await findBrowser(machine({ '/usr/bin/chromium-browser': chromium }, { head }));
    expect(script.browser?.snap).toBe('chromium');
  });

  it('reads the version on Windows without opening a window', async () => {
    const folder = 'C:\\Program Files\\Google\\Chrome\\Application';
    const env = { ProgramFiles: 'C:\\Program Files' };
    const files = {
      [`${folder}\\chrome.exe`]: '',
      [`${folder}\\99.0.1.1\\a`]: '',
      [`${folder}\\140.0.1.1\\a`]: '',
    };
    const run = () => Promise.reject(new Error('nothing must run'));
    const { browser } = await findBrowser(machine(files, { platform: 'win32', env, run }));
    expect(browser).toMatchObject({ name: 'Google Chrome', version: '140.0.1.1' });
  });
});

describe.skipIf(process.platform === 'win32')('a real program', () => {
  let folder: string;
  let program: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tonos-test-'));
    program = path.join(folder, 'old-browser');
    await writeFile(program, '#!/bin/sh\necho Chromium 100.0.4896.60\n');
    await chmod(program, 0o700);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('that prints an old version is refused with it', async () => {
    const only = {
      ...thisMachine,
      env: { TONOS_BROWSER: program },
      exists: (file: string) => file === program,
    };
    const { refused } = await findBrowser(only);
    expect(refused).toEqual([
      { path: program, why: 'Chromium 100.0.4896.60 is too old; Tonos needs 126 or newer. Update it.' },
    ]);
  });
});
