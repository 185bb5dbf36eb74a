import { defineConfig } from '@playwright/test';

// tools/test.mjs finds the browser, installs it where it is missing, and names it here.
const executablePath = process.env['TONOS_BROWSER'];
const isRoot = process.getuid?.() === 0;
const full = process.env['TONOS_TEST_FULL'] === '1';

/** Tests of the host bring their own browser and see no page; they run once. */
const hostTests = '**/host.spec.ts';

const panel = { hasTouch: true, contextOptions: { reducedMotion: 'reduce' } } as const;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: '.cache/test/e2e.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  // Tests tagged @full take long; `npm run test:full` runs them too.
  ...(!full && { grepInvert: /@full/ }),
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: !isRoot,
      args: ['--log-level=3', '--enable-unsafe-swiftshader'],
    },
    screenshot: 'only-on-failure',
  },
  // 21.5″ panels, lying and standing.
  projects: [
    { name: 'host', testMatch: hostTests },
    { name: 'landscape', testIgnore: hostTests, use: { ...panel, viewport: { width: 1920, height: 1080 } } },
    { name: 'portrait', testIgnore: hostTests, use: { ...panel, viewport: { width: 1080, height: 1920 } } },
  ],
});
