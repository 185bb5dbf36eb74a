import path from 'node:path';
import type { Machine } from './machine.ts';

type Where = Pick<Machine, 'platform' | 'env' | 'home' | 'exists' | 'list'>;

/** The paths of all browsers on the machine that may do, best first. */
export function browserPlaces(machine: Where): string[] {
  const named = machine.env['TONOS_BROWSER'];
  const found = [...playwrightBrowsers(machine), ...installedBrowsers(machine)].filter((file) =>
    machine.exists(file),
  );
  // The one that was named is kept even when it is missing, so that the search can say so.
  return [...new Set([...(named ? [named] : []), ...found])];
}

/** Playwright's own, newest first. Its folders carry a build number: `chromium-1200/chrome-linux64/chrome`. */
function playwrightBrowsers({ platform, env, home, list }: Where): string[] {
  const join = (...parts: string[]) => (platform === 'win32' ? path.win32 : path.posix).join(...parts);
  const caches = {
    win32: join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'ms-playwright'),
    darwin: join(home, 'Library', 'Caches', 'ms-playwright'),
    linux: join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'ms-playwright'),
  };
  const asked = env['PLAYWRIGHT_BROWSERS_PATH'];
  const cache =
    asked && asked !== '0'
      ? asked
      : caches[platform === 'win32' || platform === 'darwin' ? platform : 'linux'];
  const build = (folder: string) => Number(folder.split('-')[1]);
  return list(cache)
    .filter((folder) => /^chromium-\d+$/.test(folder))
    .sort((left, right) => build(right) - build(left))
    .flatMap((folder) =>
      list(join(cache, folder))
        .filter((inner) => inner.startsWith('chrome-'))
        .flatMap((inner) => insidePlaywright(platform).map((file) => join(cache, folder, inner, file))),
    );
}

function insidePlaywright(platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return ['chrome.exe'];
  if (platform !== 'darwin') return ['chrome'];
  return ['Chromium', 'Google Chrome for Testing'].map((name) => `${name}.app/Contents/MacOS/${name}`);
}

function installedBrowsers(machine: Where): string[] {
  if (machine.platform === 'win32') return windowsBrowsers(machine);
  if (machine.platform === 'darwin') return macBrowsers(machine);
  return linuxBrowsers(machine);
}

function linuxBrowsers({ env }: Where): string[] {
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  // A service often has a short PATH.
  const usual = ['/usr/local/bin', '/usr/bin', '/snap/bin'];
  const folders = [
    ...new Set([...(env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/')), ...usual]),
  ];
  return names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

function macBrowsers({ home }: Where): string[] {
  return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', path.posix.join(home, 'Applications')].map((folder) =>
      path.posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
    ),
  );
}

function windowsBrowsers({ env }: Where): string[] {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  const files = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return files.flatMap((file) => folders.map((folder) => path.win32.join(folder, file)));
}
