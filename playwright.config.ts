import { defineConfig } from '@playwright/test';
import type { Target } from './tests/e2e/kiosk.ts';

// tools/test.mjs finds the browsers, installs them where they are missing, and names them here.
const executablePath = process.env['TONOS_TEST_BROWSER'] ?? process.env['TONOS_BROWSER'];
const isRoot = process.getuid?.() === 0;
const full = process.env['TONOS_TEST_FULL'] === '1';

/** Tests of a host bring their own browser; they run once. */
const hostTests = ['**/host.spec.ts', '**/network.spec.ts'];
const electronTests = ['**/electron.spec.ts', '**/escapes.spec.ts'];
const ofHosts = [...hostTests, ...electronTests];

/** Tests of what is the same however the panel hangs: a quick run asks one that lies. */
const hangsEitherWay = [
  '**/steady-touch.spec.ts',
  '**/staff.spec.ts',
  '**/content-swap.spec.ts',
  '**/trouble.spec.ts',
];

/** Which Electron shows the page: the double of it, unless tools/test-electron.mjs has found a real one. */
const electron: Target = process.env['TONOS_TEST_HOST'] === 'electron' ? 'electron' : 'double';
/**
 * The visit that a quick run makes in Electron too. Those that let minutes pass at once are left to the full run: on a busy
 * machine the host takes such a page for a silent one.
 */
const quickVisits = /by touch, in Spanish/;

/**
 * What a quick run leaves to `npm run test:full`: tests that take long, and those that a panel that lies or stands answers
 * for both.
 */
const leave = (pattern: RegExp) => (full ? {} : { grepInvert: pattern });

const panel = { hasTouch: true, contextOptions: { reducedMotion: 'reduce' } } as const;

export default defineConfig<object, { target: Target }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  // Nothing is recorded by the way.
  updateSnapshots: 'none',
  reporter: [['list'], ['json', { outputFile: '.cache/test/e2e.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  // Against hangs, not for speed: a machine that is busy, or draws by its processor, takes its time.
  timeout: 300_000,
  expect: { timeout: 90_000 },
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
    { name: 'host', testMatch: hostTests, ...leave(/@full/) },
    { name: 'electron', testMatch: electronTests, ...leave(/@full/) },
    {
      name: 'electron-visit',
      testMatch: '**/visit.spec.ts',
      ...leave(/@full/),
      use: { target: electron },
      ...(electron === 'double' && !full && { grep: quickVisits }),
    },
    {
      name: 'landscape',
      testIgnore: ofHosts,
      ...leave(/@full|@standing/),
      use: { ...panel, viewport: { width: 1920, height: 1080 } },
    },
    {
      name: 'portrait',
      testIgnore: full ? ofHosts : [...ofHosts, ...hangsEitherWay],
      ...leave(/@full|@lying/),
      use: { ...panel, viewport: { width: 1080, height: 1920 } },
    },
  ],
});
