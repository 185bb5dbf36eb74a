import path from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './project.mjs';

/**
 * Makes the pseudo-locales anew, so that they are of the English words as they stand.
 * @param {string} folder of the project
 * @param {{ node: string, make?: typeof run }} options
 * @returns {Promise<string>} the content folder that holds them
 * @throws {Problem} when they cannot be made
 */
export async function makePseudoLocales(folder, { node, make = run }) {
  const code = await make(node, ['tools/pseudo.ts'], { cwd: folder });
  if (code !== 0) throw new Problem('The pseudo-locales could not be made; the lines above say why.');
  return path.join(folder, '.cache/pseudo');
}
