/** `npm run icons`: draws the page’s icon in the sizes and containers that the packages need. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../src-main/browser/find-browser.ts';
import { thisMachine } from '../src-main/browser/machine.ts';
import { icns, ico, type Picture } from './package/icon-containers.ts';

const root = path.join(import.meta.dirname, '..');
const out = path.join(root, 'deploy/icons');

/** Linux reads the pictures one by one, Windows and macOS from containers. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const { browser } = await findBrowser(thisMachine);
if (!browser) throw new Error('No browser that can draw was found. Name one in TONOS_BROWSER.');
const drawing = await chromium.launch({ executablePath: browser.path });
const page = await drawing.newPage();
const svg = readFileSync(path.join(import.meta.dirname, '../src-renderer/icon.svg'), 'utf8');
const pictures: Picture[] = [];
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
}
await drawing.close();

mkdirSync(out, { recursive: true });
for (const { size, png } of pictures) writeFileSync(path.join(out, `${size}x${size}.png`), png);
writeFileSync(path.join(out, 'icon.ico'), ico(pictures.filter(({ size }) => size <= 256)));
writeFileSync(path.join(out, 'icon.icns'), icns(pictures));
