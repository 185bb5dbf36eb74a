/**
 * `npm run package`: builds, draws the stills, writes the notices and the list of parts, and packs for this system into release/.
 * `--host browser` packs without Electron: the kiosk with Node, shown by the machine's own browser.
 * `--dir` leaves the packed folder as it is, without an installer.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packForBrowser, runtimeNode } from './package/browser-host.mjs';
import { electronFolder } from './package/electron-folder.mjs';
import { licenceFaults, notices, readBundled } from './package/notices.ts';
import { shippedSbom } from './package/sbom.ts';
import { build } from './start/build.mjs';
import { drawPictures } from './start/pictures.mjs';
import { Problem } from './start/problem.mjs';
import { commandOf, findNode, root, run } from './start/project.mjs';

try {
  const { host, dir } = readOptions(process.argv.slice(2));
  const node = findNode(root);
  // Asked first: without Electron, nothing else needs to be done.
  const electron = host === 'electron' ? electronFolder(root, { node }) : undefined;
  if (electron && 'why' in electron) {
    throw new Problem(
      `Electron cannot be had here, so its package cannot be made (${electron.why}). Without it: npm run package -- --host browser`,
    );
  }
  await build(root, { node });
  if ((await drawPictures(root, 'all', { node })) !== 0)
    throw new Problem('The pictures could not be drawn; the lines above say why.');
  writePaperwork(host === 'electron' ? 'electron' : runtimeNode());
  if (host === 'browser') {
    console.log(`Packed: ${path.relative(root, packForBrowser(root, { dir }))}`);
  } else {
    process.exitCode = await run(node, builderCommand(electron.folder, dir));
  }
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = error.code;
}

function readOptions(args) {
  const options = { host: { type: 'string', default: 'electron' }, dir: { type: 'boolean', default: false } };
  try {
    const { values } = parseArgs({ args, options });
    if (!['electron', 'browser'].includes(values.host))
      throw new Error(`--host must be electron or browser, not "${values.host}".`);
    return values;
  } catch (error) {
    throw new Problem(error.message, 2);
  }
}

/** What must lie beside a program that contains the work of others. */
function writePaperwork(runtime) {
  const dist = path.join(root, 'dist');
  const bundled = readBundled(dist);
  const faults = licenceFaults(bundled);
  if (faults.length > 0) throw new Problem(`These packages cannot be shipped:\n  ${faults.join('\n  ')}`);
  const printed = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
    // npm is a script on Windows.
    shell: process.platform === 'win32',
  });
  mkdirSync(dist, { recursive: true });
  writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(bundled));
  const sbom = shippedSbom(JSON.parse(printed), bundled, runtime);
  writeFileSync(path.join(dist, 'sbom.cdx.json'), JSON.stringify(sbom, undefined, 2) + '\n');
}

function builderCommand(electronDist, dir) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'));
  return [
    commandOf(root, 'electron-builder', 'electron-builder'),
    ...(dir ? ['--dir'] : []),
    '--config=electron-builder.config.ts',
    '--publish=never',
    `-c.electronVersion=${version}`,
    `-c.electronDist=${electronDist}`,
  ];
}
