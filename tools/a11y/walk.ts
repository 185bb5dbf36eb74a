/** Every screen on every panel, in every language, size and theme, looked at with every checker. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser, noBrowserMessage } from '../../src-main/browser/find-browser.ts';
import { thisMachine } from '../../src-main/browser/machine.ts';
import { serveKiosk } from '../../tests/e2e/serve-kiosk.ts';
import { pseudoLocales, writePseudoLocales } from '../pseudo/locales.ts';
import { panelOf } from '../screens/panels.ts';
import { root } from '../start/project.mjs';
import type { Options } from './options.ts';
import type { Walked } from './outcome.ts';
import { Visitor, type Growing } from './visitor.ts';

/**
 * Goes everywhere that `options` name, on as many panels and in as many languages at once as the machine has processors.
 * @throws when there is no browser
 */
export async function walk(options: Options, say: (line: string) => void): Promise<Walked> {
  const browser = await openBrowser();
  const walked: Growing = { places: [], findings: [], faults: [] };
  const folder = await mkdtemp(path.join(tmpdir(), 'tonos-a11y-'));
  const pseudo = path.join(folder, 'pseudo');
  if (options.locales.some((locale) => locale in pseudoLocales)) writePseudoLocales(root, pseudo);

  async function walkOn(panel: string, locale: string): Promise<void> {
    const content = locale in pseudoLocales ? ['--content', pseudo] : [];
    const kiosk = await serveKiosk(['--provisioned', await provision(panel, locale, folder), ...content]);
    for (const text of options.texts) {
      const visitor = new Visitor(browser, kiosk, { panel, locale, text }, options.themes, walked);
      for (const screen of options.screens) await visitor.goTo(screen, say);
      await visitor.leave();
    }
    await kiosk.close();
  }

  const left = options.panels.flatMap((panel) => options.locales.map((locale) => ({ panel, locale })));
  const walker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await walkOn(next.panel, next.locale);
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, walker));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
  return walked;
}

async function openBrowser(): Promise<Browser> {
  const search = await findBrowser(thisMachine);
  const shell = process.env['TONOS_TEST_BROWSER'];
  if (!shell && !search.browser) throw new Error(noBrowserMessage(search, process.platform));
  return chromium.launch({
    executablePath: shell ?? search.browser!.path,
    args: [
      '--log-level=3',
      '--enable-unsafe-swiftshader',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/**
 * The settings of a kiosk on a panel of a clinic that speaks this language. Stills need no graphics card, and stand beside the same
 * words as what is drawn live.
 * @returns their file
 */
async function provision(panel: string, locale: string, folder: string): Promise<string> {
  const file = path.join(folder, `${panel}-${locale}.json`);
  const { inches: panelInches } = panelOf(panel);
  await writeFile(file, JSON.stringify({ version: 1, locale, panelInches, touch: 'off', drawing: 'stills' }));
  return file;
}
