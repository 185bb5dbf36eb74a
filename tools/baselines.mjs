/** `npm run baselines`: records anew how the screens are laid out, in the browser that the tests use. Look before you commit. */
import path from 'node:path';
import { build } from './start/build.mjs';
import { endWithParent } from './start/ending.mjs';
import { installWhatIsMissing } from './start/install.mjs';
import { drawPictures } from './start/pictures.mjs';
import { commandOf, findNode, root, run } from './start/project.mjs';
import { findOrInstallBrowser, findOrInstallShell } from './test/browser.mjs';

const ending = endWithParent();
await installWhatIsMissing(root, { ending });
const node = findNode(root);
const browser = await findOrInstallBrowser(root, { node, ending });
const shell = browser && (await findOrInstallShell(root, { ending }));
await build(root, { node, ending });
await drawPictures(root, 'all', { node });
const playwright = commandOf(root, '@playwright/test', 'playwright');
Object.assign(process.env, {
  TONOS_TEST_FULL: '1',
  PATH: path.dirname(node) + path.delimiter + process.env.PATH,
  ...(browser && { TONOS_BROWSER: browser.path }),
  ...(shell && { TONOS_TEST_BROWSER: shell }),
});
process.exit(await run(node, [playwright, 'test', 'baselines', '--update-snapshots=all'], { ending }));
