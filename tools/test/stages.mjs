import path from 'node:path';
import { build } from '../start/build.mjs';
import { commandOf } from '../start/project.mjs';
import { countPlaywright, countVitest } from './count.mjs';

const MINUTE = 60_000;

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} args of Node
 * @property {number} patience milliseconds
 * @property {string} [report] the file that a test runner writes, taken apart by `count`
 * @property {(report: object) => import('./count.mjs').Count} [count]
 */

/** Checks of the sources: each counts as one, and they can run side by side. */
export function checks(folder) {
  const check = (name, args) => ({ name, args, patience: 5 * MINUTE });
  return [
    check('format', [commandOf(folder, 'prettier'), '--check', '.']),
    check('lint', [commandOf(folder, 'eslint'), '.', '--max-warnings', '0']),
    check('types', [commandOf(folder, 'typescript', 'tsc'), '--noEmit']),
    check('types of the page', [commandOf(folder, 'svelte-check'), '--threshold', 'warning']),
    check('content', ['tools/check-content.ts']),
  ];
}

/**
 * Test runners, one after the other: each takes the whole machine.
 * @param {{ full?: boolean }} [options] `full`: the long tests run too, and are waited for
 */
export function runners(folder, { full = false } = {}) {
  // A thousand kills of what takes packs in, each a process of its own, take most of an hour beside the other tests.
  const longer = full ? 12 : 1;
  const report = (name) => path.join(folder, '.cache', 'test', `${name}.json`);
  const vitest = (name, projects = [name]) => ({
    name,
    args: [
      commandOf(folder, 'vitest'),
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report(name)}`,
    ],
    patience: 6 * longer * MINUTE,
    report: report(name),
    count: countVitest,
  });
  return {
    unit: vitest('unit', ['unit', 'unit-apart']),
    component: vitest('component'),
    e2e: {
      name: 'e2e',
      args: [commandOf(folder, '@playwright/test', 'playwright'), 'test'],
      patience: 45 * (full ? 6 : 1) * MINUTE,
      report: report('e2e'),
      count: countPlaywright,
    },
  };
}

/** Builds the bundles that the e2e tests run on. @returns {Promise<number>} an exit code */
export const buildBundles = (folder, { node, ending }) =>
  build(folder, { node, ending }).then(
    () => 0,
    () => 1,
  );
