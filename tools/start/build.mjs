import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { commandOf, run } from './project.mjs';

/** What the bundles are made of. Words and pictures are read when the kiosk starts, so they are not among it. */
const SOURCES = ['src-main', 'src-renderer', 'electron.config.ts', 'package-lock.json'];
const BUNDLES = ['dist/main/main.js', 'dist/main/serve.js', 'dist/renderer/index.html'];
const STAMP = 'dist/.built-from';

const hashOfSources = (folder) => hashOf(folder, SOURCES);

/** A hash over the names and bytes of all sources: a checkout changes times, an edit changes bytes. */
export function hashOf(folder, sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(folder, source))) {
    const bytes = readFileSync(path.join(folder, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function filesIn(folder, source) {
  const entries = existsSync(path.join(folder, source)) ? listOf(path.join(folder, source)) : undefined;
  if (!entries) return existsSync(path.join(folder, source)) ? [source] : [];
  return entries.flatMap((name) => filesIn(folder, `${source}/${name}`));
}

function listOf(place) {
  try {
    return readdirSync(place).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Why a build is needed; undefined when it is not. */
export function whyStale(folder) {
  const missing = BUNDLES.find((file) => !existsSync(path.join(folder, file)));
  if (missing) return `${missing} is missing`;
  const stamp = path.join(folder, STAMP);
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  return built === hashOfSources(folder) ? undefined : 'the sources have changed';
}

/**
 * @typedef {object} BuildOptions
 * @property {string} node
 * @property {ReturnType<typeof import('./ending.mjs').endWithParent>} [ending]
 * @property {(folder: string, options: BuildOptions) => Promise<number>} [runBuild]
 */

/**
 * @param {string} folder
 * @param {BuildOptions} options
 * @returns {Promise<boolean>} whether anything was built
 * @throws {Problem} when the build fails
 */
export async function buildWhatIsStale(folder, { node, ending, runBuild = viteBuild }) {
  const why = whyStale(folder);
  if (!why) return false;
  console.log(`Building, as ${why}.`);
  await build(folder, { node, ending, runBuild });
  return true;
}

/**
 * @param {string} folder
 * @param {BuildOptions} options
 * @throws {Problem} when the build fails
 */
export async function build(folder, { node, ending, runBuild = viteBuild }) {
  // Taken first: what is edited during the build makes it stale.
  const hash = hashOfSources(folder);
  const code = await runBuild(folder, { node, ending });
  if (ending?.asked) process.exit(0);
  if (code !== 0) throw new Problem('The build failed; the lines above say why.');
  mkdirSync(path.join(folder, 'dist'), { recursive: true });
  writeFileSync(path.join(folder, STAMP), hash);
}

const viteBuild = (folder, { node, ending }) =>
  run(node, [commandOf(folder, 'vite'), 'build', '-c', 'electron.config.ts', '--logLevel', 'warn'], {
    cwd: folder,
    ending,
  });
