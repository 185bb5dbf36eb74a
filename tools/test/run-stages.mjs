import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { drawPictures } from '../start/pictures.mjs';
import { countStage } from './count.mjs';
import { buildBundles, checks, runners } from './stages.mjs';

/** @typedef {import('./count.mjs').Count & { name: string, seconds: number, isRunner: boolean }} Result */

/**
 * Runs every stage, whatever the ones before it did.
 * @returns {Promise<Result[]>} in the order of the stages
 */
export async function runStages(folder, { node, env, ending }) {
  const world = { folder, node, env, ending };
  const checked = await inPairs(checks(folder), (stage) => runStage(stage, world));

  const built = await timed('build', async () => countStage(await buildBundles(folder, { node, ending })));
  tell(built);

  const full = env.TONOS_TEST_FULL === '1';
  // Those that the e2e tests look at; all of them where their number and size are tested.
  const drawn = await timed('pictures', async () =>
    countStage(await drawPictures(folder, full ? 'all' : 'shown', { node, ending })),
  );
  tell(drawn);
  const { unit, component, e2e } = runners(folder, { full });
  const tested = [await runStage(unit, world), await runStage(component, world)];
  tested.push(built.failed ? notRun(e2e) : await runStage(e2e, world));
  return [...checked, built, drawn, ...tested];
}

/** Runs a job for each item, two at a time. Results keep the order of the items. */
export async function inPairs(items, job) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await job(items[index]);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

async function runStage(stage, world) {
  const result = await timed(stage.name, async () => {
    if (stage.report) {
      mkdirSync(path.dirname(stage.report), { recursive: true });
      rmSync(stage.report, { force: true });
    }
    const { code, output } = await runNode(stage, world);
    // Runners say what they did; a check is only worth reading when it fails.
    if (stage.report || code !== 0) console.log(`\n── ${stage.name}\n${output.trim()}`);
    return countStage(code, stage.report && (readReport(stage) ?? { passed: 0, failed: 0, skipped: 0 }));
  });
  result.isRunner = Boolean(stage.report);
  tell(result);
  return result;
}

function runNode({ args, patience }, { folder, node, env, ending }) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (text) => (output += text);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const late = setTimeout(() => {
      keep(`\nStopped: it took longer than ${patience / 60_000} minutes.`);
      child.kill();
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
    }, patience);
    const forget = ending.onEnd(() => child.kill());
    child.once('error', (error) => keep(String(error)));
    child.once('close', (code) => {
      clearTimeout(late);
      forget();
      if (ending.asked) process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}

function readReport({ report, count }) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return undefined;
  }
}

const notRun = ({ name }) => ({ name, passed: 0, failed: 1, skipped: 0, seconds: 0, isRunner: true });

async function timed(name, job) {
  const started = performance.now();
  const count = await job();
  return { name, ...count, seconds: Math.round((performance.now() - started) / 100) / 10, isRunner: false };
}

function tell({ name, failed, seconds }) {
  console.log(`${failed ? '✗' : '✓'} ${name} (${seconds} s)`);
}
