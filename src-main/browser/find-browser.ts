import path from 'node:path';
import { browserPlaces } from './browser-places.ts';
import type { Machine } from './machine.ts';

/** The oldest Chromium that the page is built for. */
export const OLDEST_BROWSER = 126;

export interface Browser {
  readonly path: string;
  /** As it calls itself, such as `Chromium` or `Google Chrome`. */
  readonly name: string;
  readonly version: string;
  /** Name of the snap it is packed in; a snap may write only below `~/snap/<name>/common`. */
  readonly snap: string | undefined;
}

export interface BrowserSearch {
  readonly browser: Browser | undefined;
  /** Browsers that were looked at first and will not do, each with the reason and what to do. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
}

/** The first browser on the machine that can show the kiosk. */
export async function findBrowser(machine: Machine): Promise<BrowserSearch> {
  const refused: { path: string; why: string }[] = [];
  for (const place of browserPlaces(machine)) {
    const look = await lookAt(place, machine);
    if (typeof look !== 'string') return { browser: look, refused };
    refused.push({ path: place, why: look });
  }
  return { browser: undefined, refused };
}

/** The browser at a path, or why it will not do. */
async function lookAt(place: string, machine: Machine): Promise<Browser | string> {
  if (!machine.exists(place)) return 'There is no such file. Correct TONOS_BROWSER.';
  const { name, version } = await nameAndVersion(place, machine);
  if (!version) return 'It does not say which version it is. Is it a browser?';
  if (Number.parseInt(version, 10) < OLDEST_BROWSER) {
    return `${name} ${version} is too old; Tonos needs ${OLDEST_BROWSER} or newer. Update it.`;
  }
  return { path: place, name, version, snap: snapName(place, machine) };
}

interface Identity {
  readonly name: string;
  readonly version: string | undefined;
}

async function nameAndVersion(place: string, machine: Machine): Promise<Identity> {
  if (machine.platform === 'win32') {
    return { name: windowsName(place), version: await windowsVersion(place, machine) };
  }
  const printed = await machine.run(place, ['--version']).catch(() => '');
  const match = /([A-Za-z][\w ]*?)\s+(\d+(?:\.\d+){1,3})/.exec(printed);
  return { name: match?.[1] ?? path.basename(place), version: match?.[2] };
}

const windowsName = (place: string): string =>
  place.endsWith('msedge.exe') ? 'Microsoft Edge' : place.includes('Google') ? 'Google Chrome' : 'Chromium';

/** On Windows `--version` opens a window, so the folder beside the program is read, else the file's properties. */
async function windowsVersion(place: string, machine: Machine): Promise<string | undefined> {
  const isVersion = (text: string) => /^\d+\.\d+\.\d+\.\d+$/.test(text);
  const [newest] = machine
    .list(path.win32.dirname(place))
    .filter(isVersion)
    .sort((left, right) => right.localeCompare(left, 'en', { numeric: true }));
  if (newest) return newest;
  const command = `(Get-Item -LiteralPath '${place.replaceAll("'", "''")}').VersionInfo.ProductVersion`;
  const printed = await machine
    .run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command])
    .catch(() => '');
  return isVersion(printed.trim()) ? printed.trim() : undefined;
}

/** Ubuntu's `/usr/bin/chromium-browser` is a script that starts the snap. */
function snapName(place: string, machine: Machine): string | undefined {
  const direct = /^\/snap\/bin\/([\w-]+)$/.exec(place);
  return (direct ?? /\/snap\/bin\/([\w-]+)/.exec(machine.head(place)))?.[1];
}

/** What to tell a person when no browser will do. */
export function noBrowserMessage({ refused }: BrowserSearch, platform: NodeJS.Platform): string {
  const install: Partial<Record<NodeJS.Platform, string>> = {
    win32: 'Install Microsoft Edge or Google Chrome.',
    darwin: 'Install Google Chrome.',
    linux: 'Install Chromium or Google Chrome, on Debian and Ubuntu with: sudo apt-get install chromium',
  };
  return [
    `No browser can show the kiosk. ${install[platform] ?? 'Install Chromium or Google Chrome.'}`,
    ...refused.map(({ path: place, why }) => `  ${place}: ${why}`),
  ].join('\n');
}
