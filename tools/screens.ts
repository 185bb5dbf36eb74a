/**
 * `npm run screens`: a picture of every screen on every panel, as a visitor comes upon it, made on this machine with no
 * network. Without options it makes those of `docs/screens/`. See `USAGE`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser, noBrowserMessage } from '../src-main/browser/find-browser.ts';
import { thisMachine } from '../src-main/browser/machine.ts';
import { serveKiosk } from '../tests/e2e/serve-kiosk.ts';
import { writePseudoLocales } from './pseudo/locales.ts';
import { panelOf, type Panel } from './screens/panels.ts';
import { ways } from './screens/ways.ts';
import { wish } from './screens/wish.ts';
import { root } from './start/project.mjs';

const USAGE = `npm run screens -- [options]
  --only step          a screen; may be given several times, as may the next three (default: all)
  --panel 32p          a panel: its diagonal in inches, and l or p, as it lies or stands (default: 21.5l 32p 15.6l)
  --theme dim          soft, dim or light (default: soft)
  --locale es          a language of the kiosk; en-XA and ar-XB are the pseudo-locales (default: en)
  --text 2             how many steps larger the letters are
  --out folder         where the pictures go (default: docs/screens)
  --width 960          of the longer side of a picture, px
  --png                every pixel, as PNG`;

const THEMES = ['soft', 'dim', 'light'];
/** It fades in grain on flat stages below that. */
const QUALITY = 0.86;
/** A screen that is not still by then does not come to rest, ms. */
const PATIENCE = 20_000;

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: Object.keys(ways) },
    panel: { type: 'string', multiple: true, default: ['21.5l', '32p', '15.6l'] },
    theme: { type: 'string', multiple: true, default: ['soft'] },
    locale: { type: 'string', multiple: true, default: ['en'] },
    text: { type: 'string', default: '0' },
    out: { type: 'string', default: path.join(root, 'docs/screens') },
    width: { type: 'string', default: '960' },
    png: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(1);
}

/** A kiosk on a panel, with the pseudo-locales where one is asked for. */
async function kioskOn({ inches }: Panel, folder: string) {
  const provisioned = path.join(folder, 'provisioned.json');
  await writeFile(provisioned, JSON.stringify({ version: 1, panelInches: inches, touch: 'off' }));
  const isPseudo = asked.locale.some((tag) => /-X[AB]$/.test(tag));
  if (isPseudo) writePseudoLocales(root, path.join(folder, 'pseudo'));
  return serveKiosk([
    '--provisioned',
    provisioned,
    ...(isPseudo ? ['--content', path.join(folder, 'pseudo')] : []),
  ]);
}

/** A machine has a voice, as it is delivered; those of tests and pictures have none. It never says anything here. */
function giveVoice(lang: string): void {
  const voice = { lang, name: lang, voiceURI: lang, localService: true, default: true };
  const synthesis = Object.assign(new EventTarget(), { getVoices: () => [voice] });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
}

/** The screen when nothing on it moves any more. */
async function stillOf(page: Page): Promise<Buffer> {
  const until = Date.now() + PATIENCE;
  for (let before = await page.screenshot(); Date.now() < until;) {
    const after = await page.screenshot();
    if (after.equals(before)) return after;
    before = after;
  }
  throw new Error('It does not come to rest.');
}

/** A PNG as a smaller WebP. */
async function smaller(browser: Browser, png: Buffer, longer: number): Promise<Buffer> {
  const page = await browser.newPage();
  const url = await page.evaluate(
    async ({ png, longer, quality }) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const scale = longer / Math.max(picture.width, picture.height);
      const canvas = document.createElement('canvas');
      canvas.width = picture.width * scale;
      canvas.height = picture.height * scale;
      const drawing = canvas.getContext('2d')!;
      drawing.imageSmoothingQuality = 'high';
      drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', quality);
    },
    { png: png.toString('base64'), longer, quality: QUALITY },
  );
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

if (asked.help) {
  console.log(USAGE);
  process.exit(0);
}
const names = asked.only.map((name) =>
  name in ways
    ? (name as keyof typeof ways)
    : fail(`No screen is "${name}". There are: ${Object.keys(ways).join('; ')}.`),
);
for (const theme of asked.theme) if (!THEMES.includes(theme)) fail(`No theme is "${theme}".`);
const panels = asked.panel.map((text) => {
  try {
    return { text, panel: panelOf(text) };
  } catch (error) {
    return fail((error as Error).message);
  }
});

const search = await findBrowser(thisMachine);
if (!search.browser) fail(noBrowserMessage(search, process.platform));
await mkdir(asked.out, { recursive: true });
const folder = await mkdtemp(path.join(tmpdir(), 'tonos-screens-'));
const browser = await chromium.launch({
  executablePath: search.browser.path,
  args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--log-level=3'],
});
let failures = 0;
try {
  for (const { text, panel } of panels) {
    const kiosk = await kioskOn(panel, folder);
    for (const locale of asked.locale)
      for (const theme of asked.theme)
        for (const name of names) {
          const suffix = [theme, locale].filter((each) => each !== 'soft' && each !== 'en');
          const parts = [
            name.replaceAll(/[ ,]+/g, '-'),
            text,
            ...suffix,
            ...(asked.text === '0' ? [] : [`text${asked.text}`]),
          ];
          const file = path.join(asked.out, `${parts.join('_')}.${asked.png ? 'png' : 'webp'}`);
          const context = await browser.newContext({
            viewport: panel,
            hasTouch: true,
            reducedMotion: 'reduce',
          });
          try {
            const page = await context.newPage();
            await page.addInitScript(giveVoice, locale);
            await page.goto(kiosk.address);
            const isWished = locale !== 'en' || theme !== 'soft' || asked.text !== '0';
            if (isWished && name !== 'attract')
              await wish(page, { theme, locale, larger: Number(asked.text) });
            await ways[name](page);
            const png = await stillOf(page);
            await writeFile(file, asked.png ? png : await smaller(browser, png, Number(asked.width)));
            console.log(path.relative(process.cwd(), file));
          } catch (error) {
            failures++;
            console.error(`${path.basename(file)} was not made: ${(error as Error).message}`);
          }
          await context.close();
        }
    await kiosk.close();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
process.exitCode = failures > 0 ? 1 : 0;
