import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestUserConfig } from 'vitest/config';

// tools/test.mjs finds the browsers, installs them where they are missing, and names them here.
const executablePath = process.env['TONOS_TEST_BROWSER'] ?? process.env['TONOS_BROWSER'];

/** Tests that put something else in the place of a module: nobody else must have read it before. */
const APART = ['tests/main/routes/addresses.test.ts', 'tests/tools/atlas-store.test.ts'];

const unit = {
  environment: 'node',
  // Against hangs, not for speed: a machine that is busy takes its time.
  testTimeout: 120_000,
  include: ['tests/{main,content,renderer,tools,touch}/**/*.test.ts'],
} as const satisfies TestUserConfig;

export default defineConfig({
  test: {
    // Nothing else runs beside them: every processor, not all but one.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          // What most of them import is read once, not once for each of 150 files.
          isolate: false,
          exclude: ['**/*.svelte.test.ts', ...APART],
        },
      },
      { test: { ...unit, name: 'unit-apart', include: APART } },
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'component',
          testTimeout: 120_000,
          include: ['tests/renderer/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1920, height: 1080 },
            provider: playwright({
              launchOptions: {
                ...(executablePath && { executablePath }),
                args: ['--no-sandbox', '--log-level=3'],
              },
              contextOptions: { hasTouch: true, reducedMotion: 'reduce' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
