import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './kiosk.ts';

// A loose folder laid over the built-in content, into which a clinic's editor writes while a visitor reads.
const folder = mkdtempSync(path.join(tmpdir(), 'tonos-overlay-'));
test.use({ kioskArguments: ['--content', folder] });
test.afterAll(() => rm(folder, { recursive: true }));

test('new content waits until the visitor has left', async ({ page }) => {
  const words = path.join(folder, 'locales/en/tours/neck.json');
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.locator('h1')).toHaveText('When the neck pulls the head');

  const version: string = await page.evaluate(
    () => (JSON.parse(document.getElementById('boot')!.textContent) as { version: string }).version,
  );
  const staged = await mkdtemp(path.join(tmpdir(), 'tonos-edit-'));
  await cp('locales/en/tours/neck.json', path.join(staged, 'neck.json'));
  const edited = (await readFile(path.join(staged, 'neck.json'), 'utf8')).replace(
    'When the neck pulls the head',
    'When the neck pulls',
  );
  await cp(staged, path.dirname(words), { recursive: true });
  await writeFile(words, edited);
  await rm(staged, { recursive: true });

  // The kiosk has taken it: a page that comes now gets the new version.
  await expect
    .poll(async () => /"version":"([^"]+)"/.exec(await (await page.request.get('/')).text())?.[1])
    .not.toBe(version);
  await page.locator('[data-control=next]').tap();
  await page.locator('.foot [data-control=back]').tap();
  await expect(page.locator('h1')).toHaveText('When the neck pulls the head');

  const reloaded = page.waitForEvent('load');
  await page.locator('[data-control=finish]').tap();
  await reloaded;
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.locator('h1')).toHaveText('When the neck pulls');
});
