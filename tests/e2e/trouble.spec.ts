import { expect, test } from './kiosk.ts';

test('a picture that cannot be shown leaves the words', async ({ page, faults }) => {
  faults.expect(/Failed to load resource|net::ERR/);
  // Neither stills nor the shapes to draw them anew.
  await page.route(/\/pictures\/|\/shapes$/, (route) => route.abort());
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.getByText('The picture could not be shown.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When the neck pulls the head');
  await page.locator('[data-control=next]').tap();
  await expect(page.getByText('2 of 9')).toBeVisible();
});

test('a tour that cannot be fetched is excused, and can be tried again', async ({ page, faults }) => {
  faults.expect(/Failed to load resource/);
  await page.route('**/content/*/tours/neck', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await expect(page.getByRole('alert')).toContainText('It is not your fault');
  await page.unroute('**/content/*/tours/neck');
  await page.getByRole('button', { name: 'Try again' }).tap();
  await expect(page.getByText('1 of 9')).toBeVisible();
});

test('from an excuse one can go home', async ({ page, faults }) => {
  faults.expect(/Failed to load resource/);
  await page.route('**/content/*/tours/neck', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.locator('.begin').tap();
  await page.locator('li [data-tour=neck]').tap();
  await page.getByRole('button', { name: 'Go home' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where in the body?');
});

test('a language that cannot be fetched leaves the page as it is, and says so', async ({ page, faults }) => {
  faults.expect(/Failed to load resource/);
  await page.locator('.begin').tap();
  await page.route('**/words/es/**', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.locator('[data-control=language]').tap();
  await page.locator('[data-locale=es]').tap();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a touch before the script is there is not lost', async ({ page, kiosk }) => {
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/index-*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(kiosk.address, { waitUntil: 'commit' });
  await page.touchscreen.tap(300, 300);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where in the body?');
  await expect(page.getByRole('main')).toHaveCount(0);
  held.resolve();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('Where in the body?');
  await expect(page.locator('.calm')).toHaveCount(0);
});

test('without its script the page is calm, and in the end asks for the staff', async ({ browser, kiosk }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(kiosk.address);
  await expect(page.locator('.calm-name')).toHaveText('Tonos');
  await expect(page.locator('.begin')).toHaveText('Touch to begin');
  const background = await page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
  expect(background).toBe('rgb(11, 21, 20)');
  await context.close();
});
