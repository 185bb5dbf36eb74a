/**
 * `npm run test:electron`: the visits of the page, shown by a real Electron. Where there is no binary it says so in one line and ends
 * well: the double has run the same visits, and a release is not built without this.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { findElectron } from './start/electron.mjs';
import { commandOf, findNode, root } from './start/project.mjs';

const program = findElectron(root);
if (!program) {
  console.log(
    'There is no Electron on this machine: its double has stood in for it. The release workflow runs this test.',
  );
  process.exit(0);
}
const node = findNode(root);
const playwright = commandOf(root, '@playwright/test', 'playwright');
const { status } = spawnSync(
  node,
  [playwright, 'test', '--project', 'electron-visit', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TONOS_TEST_HOST: 'electron',
      PATH: path.dirname(node) + path.delimiter + process.env.PATH,
    },
  },
);
process.exit(status ?? 1);
