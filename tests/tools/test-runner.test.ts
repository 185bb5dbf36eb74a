import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countPlaywright, countStage, countVitest } from '../../tools/test/count.mjs';
import { inPairs } from '../../tools/test/run-stages.mjs';
import { exitCodeOf, summary } from '../../tools/test/summary.mjs';
import { findOrInstallBrowser, findOrInstallShell, waysToInstall } from '../../tools/test/browser.mjs';
import { root } from '../../tools/start/project.mjs';

const result = (name: string, passed: number, failed: number, skipped = 0, isRunner = true) => ({
  ...{ name, passed, failed, skipped, isRunner },
  seconds: 1,
});

describe('counting', () => {
  it('takes a check for one', () => {
    expect(countStage(0, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countStage(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('does not overlook a runner that failed without a failed test', () => {
    expect(countStage(1, { passed: 3, failed: 0, skipped: 1 })).toEqual({ passed: 3, failed: 1, skipped: 1 });
    expect(countStage(1, { passed: 3, failed: 2, skipped: 1 })).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  it('counts a file of vitest that could not be loaded', () => {
    const failed = {
      status: 'failed',
      fullName: 'a sum is right',
      failureMessages: ['Error: 5, not 4\n at'],
    };
    const testResults = [
      { name: 'tests/broken.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
      { name: 'tests/sum.test.ts', status: 'failed', assertionResults: [failed, { status: 'passed' }] },
      { name: 'tests/good.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    const report = { numPassedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults };
    expect(countVitest(report)).toEqual({
      ...{ passed: 1, failed: 2, skipped: 3 },
      failures: [
        'broken.test.ts › the file itself › No such module',
        'sum.test.ts › a sum is right › Error: 5, not 4',
      ],
    });
  });

  it('counts a flaky test of Playwright as passed, and an error outside of tests as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] } as never)).toMatchObject({
      ...{ passed: 6, failed: 2, skipped: 2 },
      failures: ['Playwright › outside of tests'],
    });
  });

  it('names what failed, however deep it lies', () => {
    const error = { message: '\u001b[31mError: too near\u001b[39m\nat' };
    const spec = (title: string, status: string) => ({
      ...{ file: 'home.spec.ts', title },
      tests: [{ projectName: 'portrait', status, results: [{ error }] }],
    });
    const suites = [
      { specs: [spec('is shown', 'expected')], suites: [{ specs: [spec('is touched', 'unexpected')] }] },
    ];
    const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, suites } as never).failures).toEqual([
      'home.spec.ts › [portrait] is touched › Error: too near',
    ]);
  });
});

describe('the summary', () => {
  it('ends with all of it in one line', () => {
    const lines = summary([result('lint', 1, 0, 0, false), result('unit', 10, 2, 3)]).split('\n');
    expect(lines.at(-1)).toBe('11 passed, 2 failed, 3 skipped');
  });

  it('names what failed just before it', () => {
    const failures = ['home.spec.ts › is shown'];
    const lines = summary([{ ...result('e2e', 10, 1), failures }]).split('\n');
    expect(lines.slice(-3)).toEqual(['✗ e2e: home.spec.ts › is shown', '', '10 passed, 1 failed, 0 skipped']);
  });

  it.each([
    ['all passed', [result('lint', 1, 0, 0, false), result('unit', 5, 0)], 0],
    ['a check failed', [result('lint', 0, 1, 0, false), result('unit', 5, 0)], 1],
    ['a test failed', [result('unit', 5, 1)], 1],
    ['no test ran', [result('lint', 1, 0, 0, false), result('unit', 0, 0, 4)], 1],
  ])('%s', (_, results, code) => expect(exitCodeOf(results)).toBe(code));
});

it('runs two jobs at a time and keeps their order', async () => {
  let running = 0;
  let most = 0;
  const results = await inPairs([1, 2, 3, 4, 5], async (item: number) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    return item * 10;
  });
  expect([results, most]).toEqual([[10, 20, 30, 40, 50], 2]);
});

describe('a browser for the tests', () => {
  beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined));

  const browser = { path: '/b', name: 'Chromium', version: '156' };

  it('is not installed when there is one', async () => {
    const find = () => Promise.resolve({ browser, refused: [] });
    const ways = () => {
      throw new Error('nothing to install');
    };
    expect(await findOrInstallBrowser(root, { node: 'node', ending: undefined }, { find, ways })).toBe(
      browser,
    );
  });

  it('is installed by the next way when one fails', async () => {
    const tried: string[] = [];
    const find = () =>
      Promise.resolve({ browser: tried.includes('second') ? browser : undefined, refused: [] });
    const ways = () =>
      ['first', 'second', 'third'].map((what) => ({
        get what() {
          tried.push(what);
          return what;
        },
        program: process.execPath,
        args: ['-e', `process.exit(${what === 'first' ? 1 : 0})`],
      }));
    const found = await findOrInstallBrowser(
      root,
      { node: 'node', ending: undefined },
      {
        find,
        ways,
      },
    );
    expect([found, tried]).toEqual([browser, ['first', 'second']]);
  });

  it('comes from Debian only for root', () => {
    const names = (user: number) =>
      waysToInstall(root, 'node', { platform: 'linux', getuid: () => user } as never).map(({ what }) => what);
    expect(names(1000)).toEqual(['playwright install chromium']);
  });

  describe('without a window', () => {
    const install = (places: (string | undefined)[], { code = 0, canInstall = true } = {}) => {
      const run = vi.fn(() => (code < 0 ? Promise.reject(new Error('no sh')) : Promise.resolve(code)));
      const world = { seek: () => places.shift(), run, canInstall: () => canInstall };
      return findOrInstallShell(root, { ending: undefined }, world).then((shell) => ({ shell, run }));
    };

    it('is taken where it is, and not installed', async () => {
      const { shell, run } = await install(['/shell']);
      expect(shell).toBe('/shell');
      expect(run).not.toHaveBeenCalled();
    });

    it('is installed where it can be', async () => {
      const { shell, run } = await install([undefined, '/shell']);
      expect(shell).toBe('/shell');
      expect(run).toHaveBeenCalledOnce();
    });

    it.each([0, 1, -1])('leaves the tests to the whole browser when it cannot be had (%i)', async (code) => {
      expect((await install([undefined, undefined], { code })).shell).toBeUndefined();
      expect((await install([undefined], { canInstall: false })).run).not.toHaveBeenCalled();
    });
  });
});
