/**
 * How the screens are laid out, held to pictures of them: without the drawings, which have tests of their own, and at half
 * of a panel's pixels. They were recorded in one browser and are compared in that one alone; in another they are skipped.
 * `npm run baselines` records them anew: look at what changed before it is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ways } from '../../tools/screens/ways.ts';
import { expect, faded, openOnPanel, test } from './kiosk.ts';
import { giveVoices } from './speech-double.ts';

const RECORDED = path.join(import.meta.dirname, 'baselines/browser.txt');

const { attract, 'still there': stillThere, ...screens } = ways;

/** What a panel shows, by how it hangs. The quick run looks at two screens of one. */
const looks: readonly {
  inches: number;
  hangs: '@lying' | '@standing';
  names: readonly (keyof typeof screens)[];
  tag: string[];
}[] = [
  { inches: 21.5, hangs: '@lying', names: ['home', 'step'], tag: [] },
  ...(
    [
      [21.5, '@lying'],
      [15.6, '@lying'],
      [32, '@standing'],
    ] as const
  ).map(([inches, hangs]) => ({
    ...{ inches, hangs },
    names: Object.keys(screens) as (keyof typeof screens)[],
    tag: ['@full'],
  })),
];

/** Drawings are not part of the layout; the stage without its light makes a picture of a fifth. */
const bare = (page: Page) =>
  page.evaluate(() => {
    for (const drawing of document.querySelectorAll<HTMLElement>(
      '.pictures, .stage :is(img, canvas), .panel img',
    ))
      drawing.style.visibility = 'hidden';
    for (const stage of document.querySelectorAll<HTMLElement>('.stage'))
      stage.style.backgroundImage = 'none';
  });

for (const { inches, hangs, names, tag } of looks) {
  test(
    `${names.length} screens on ${inches}″ are laid out as recorded`,
    { tag: [hangs, ...tag] },
    async ({ page, kiosk }, info) => {
      const isRecording = info.config.updateSnapshots === 'all';
      const browser = `Chromium ${page.context().browser()?.version()} on ${process.platform}\n`;
      if (isRecording) writeFileSync(RECORDED, browser);
      test.skip(readFileSync(RECORDED, 'utf8') !== browser, 'recorded in another browser');
      test.skip((hangs === '@lying') !== (info.project.name === 'landscape'), 'hangs otherwise');
      test.setTimeout(900_000);
      const { width, height } = page.viewportSize()!;
      await page.setViewportSize({ width: width / 2, height: height / 2 });
      // Without one, Listen is shut off a while after a visit begins.
      await giveVoices(page, ['en-US']);
      for (const name of names) {
        await openOnPanel(page, kiosk, inches);
        await screens[name](page);
        await bare(page);
        await faded(page);
        await expect.soft(page).toHaveScreenshot(`${name.replaceAll(/[ ,]+/g, '-')}_${inches}.png`, {
          animations: 'disabled',
          maxDiffPixelRatio: 0.001,
        });
      }
    },
  );
}
