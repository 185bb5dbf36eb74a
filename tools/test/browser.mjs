import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { commandOf, run } from '../start/project.mjs';

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
  const isDebian = platform === 'linux' && existsSync('/etc/debian_version');
  if (!isDebian || getuid?.() !== 0) return [playwright];
  const debian = {
    what: 'apt-get install chromium',
    program: 'sh',
    args: ['-c', 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium'],
  };
  return [playwright, debian];
}

function find(folder, node) {
  const script = path.join(folder, 'tools', 'test', 'print-browser.ts');
  return new Promise((resolve, reject) => {
    execFile(node, [script], { cwd: folder }, (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    );
  });
}
