/**
 * `npm test`: every check and every test, from a fresh checkout. Goes on after a failure, so that one run tells all;
 * the last line counts the checks and the tests of all runners together.
 */
import path from 'node:path';
import { endWithParent } from './start/ending.mjs';
import { installWhatIsMissing } from './start/install.mjs';
import { Problem } from './start/problem.mjs';
import { findElectron } from './start/electron.mjs';
import { findNode, root } from './start/project.mjs';
import { findOrInstallBrowser, findOrInstallShell } from './test/browser.mjs';
import { runStages } from './test/run-stages.mjs';
import { exitCodeOf, summary } from './test/summary.mjs';

try {
  const [unknown] = process.argv.slice(2).filter((argument) => argument !== '--full');
  if (unknown) throw new Problem(`Unknown option "${unknown}". There is only --full.`, 2);
  const ending = endWithParent();
  await installWhatIsMissing(root, { ending });
  const node = findNode(root);
  const browser = await findOrInstallBrowser(root, { node, ending });
  const shell = browser && (await findOrInstallShell(root, { ending }));
  if (shell) console.log(`Pages are tested in ${shell}.`);
  const electron = findElectron(root);
  console.log(electron ? `Electron: ${electron}` : 'Electron: none here; its double stands in for it.');
  const env = {
    ...process.env,
    CI: 'true',
    PATH: path.dirname(node) + path.delimiter + process.env.PATH,
    ...(browser && { TONOS_BROWSER: browser.path }),
    ...(shell && { TONOS_TEST_BROWSER: shell }),
    ...(electron && { TONOS_TEST_HOST: 'electron' }),
    ...(process.argv.includes('--full') && { TONOS_TEST_FULL: '1' }),
  };
  const results = await runStages(root, { node, env, ending });
  console.log(summary(results));
  process.exitCode = exitCodeOf(results);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = error.code;
}
// What a killed stage left running must not hold the answer back.
process.exit();
