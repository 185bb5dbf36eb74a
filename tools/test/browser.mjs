import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { commandOf, run } from '../start/project.mjs';

const aptInstall = (what) =>
  `apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q ${what}`;

/**
 * A browser for the tests: the one the kiosk would use, else Playwright's, else Debian's.
 * @returns {Promise<{ path: string, name: string, version: string } | undefined>} undefined when none can be had
 */
export async function findOrInstallBrowser(folder, { node, ending }, world = { find, ways: waysToInstall }) {
  let search = await world.find(folder, node);
  for (const { what, program, args } of search.browser ? [] : world.ways(folder, node)) {
    console.log(`No browser yet. Trying ${what}.`);
    const code = await run(program, args, { cwd: folder, ending }).catch(() => 1);
    if (code === 0) search = await world.find(folder, node);
    if (search.browser) break;
  }
  for (const { path: place, why } of search.refused) console.log(`Not used: ${place}. ${why}`);
  const { browser } = search;
  console.log(
    browser ? `Browser: ${browser.name} ${browser.version} (${browser.path})` : 'There is no browser.',
  );
  return browser;
}

export function waysToInstall(folder, node, { platform, getuid } = process) {
  const playwright = {
    what: 'playwright install chromium',
    program: node,
    args: [commandOf(folder, '@playwright/test', 'playwright'), 'install', 'chromium'],
  };
  if (!canInstallFromDebian({ platform, getuid })) return [playwright];
  const debian = {
    what: 'apt-get install chromium',
    program: 'sh',
    args: ['-c', aptInstall('chromium')],
  };
  return [playwright, debian];
}

/** Chromium without a window of its own: the same engine of the same version, and half the work for each page. */
const SHELL = 'chromium-headless-shell';

/**
 * The shell that tests of the page run in where Debian has it. Tests of a host keep the whole browser.
 * @returns {Promise<string | undefined>} its path; undefined when the whole browser has to do
 */
export async function findOrInstallShell(
  folder,
  { ending },
  world = { seek, run, canInstall: canInstallFromDebian },
) {
  const found = world.seek(SHELL);
  if (found || !world.canInstall()) return found;
  await world.run('sh', ['-c', aptInstall(SHELL)], { cwd: folder, ending }).catch(() => 1);
  return world.seek(SHELL);
}

function canInstallFromDebian({ platform, getuid } = process) {
  return platform === 'linux' && existsSync('/etc/debian_version') && getuid?.() === 0;
}

function seek(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((place) => path.join(place, name))
    .find((place) => existsSync(place));
}

function find(folder, node) {
  const script = path.join(folder, 'tools', 'test', 'print-browser.ts');
  return new Promise((resolve, reject) => {
    execFile(node, [script], { cwd: folder }, (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    );
  });
}
