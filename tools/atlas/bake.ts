/**
 * Bakes the pictures of the diagrams: `node tools/atlas/bake.ts [diagram] [pose@view …]`.
 *
 * Without arguments every picture of every diagram is drawn and `diagram.json` is written anew. With
 * a diagram, only that one; with pictures named, only those, and the data beside them is updated.
 * Chromium is found at CHROMIUM_PATH or /usr/bin/chromium.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import type { Atlas } from './page.ts';
import type { Diagram } from './shared/diagram.ts';

const here = dirname(fileURLToPath(import.meta.url));
const output = process.env.ATLAS_OUTPUT ?? join(here, '..', '..', 'assets', 'diagrams');
const WEBP_QUALITY = 0.9;

declare global {
  var atlas: Atlas;
}

async function bundlePage(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      lib: { entry: join(here, 'page.ts'), name: 'page', formats: ['iife'] },
    },
  })) as Rolldown.RolldownOutput[];
  return result[0].output[0].code;
}

/** One anchor a line keeps the file readable and its changes small. */
const toJson = (diagram: Diagram): string =>
  JSON.stringify(diagram, null, 2).replace(/\[\s+(-?\d+),\s+(-?\d+),\s+("\w+")\s+\]/g, '[$1, $2, $3]') + '\n';

async function main(): Promise<void> {
  const [onlyDiagram, ...onlyPictures] = process.argv.slice(2);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    page.on('console', (message) => console.log(message.text().slice(0, 2000)));
    await page.setContent('<!doctype html><title>Atlas</title>');
    await page.addScriptTag({ content: await bundlePage() });
    for (const name of await page.evaluate(() => atlas.names())) {
      if (onlyDiagram && name !== onlyDiagram) continue;
      const folder = join(output, name);
      const file = join(folder, 'diagram.json');
      mkdirSync(folder, { recursive: true });
      const frame = await page.evaluate((n) => atlas.frame(n), name);
      const diagram: Diagram = { ...frame, pictures: {} };
      if (onlyPictures.length)
        diagram.pictures = (JSON.parse(readFileSync(file, 'utf8')) as Diagram).pictures;
      for (const [pose, view] of await page.evaluate((n) => atlas.pictures(n), name)) {
        const key = `${pose}@${view}`;
        if (onlyPictures.length && !onlyPictures.includes(key)) continue;
        const started = Date.now();
        const baked = await page.evaluate(([n, p, v, quality]) => atlas.bake(n, p, v, quality), [
          name,
          pose,
          view,
          WEBP_QUALITY,
        ] as [string, string, string, number]);
        const bytes = Buffer.from(baked.webp, 'base64');
        writeFileSync(join(folder, `${pose}.${view}.webp`), bytes);
        diagram.pictures[key] = { file: `${pose}.${view}.webp`, anchors: baked.anchors };
        console.log(`${name} ${key} ${Math.round(bytes.length / 1024)} kB ${Date.now() - started} ms`);
      }
      writeFileSync(file, toJson(diagram));
    }
  } finally {
    await browser.close();
  }
}

await main();
