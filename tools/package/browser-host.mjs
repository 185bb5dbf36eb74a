import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../start/problem.mjs';

/** What of the project is in the package, besides Node. */
const SHIPPED = [
  'dist/main',
  'dist/atlas/assets',
  'dist/renderer/index.html',
  'dist/renderer/assets',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/sbom.cdx.json',
  'locales',
  'assets',
  'deploy/policies',
  'LICENSE',
];

/** Made by the build for the developer; `packages.json` is in the notices. */
const NOT_SHIPPED = /(\.map|[\\/]packages\.json)$/;

const system = { linux: 'linux', win32: 'windows' };

/** The npm package of the Node that is shipped for this system. */
export const runtimeNode = ({ platform, arch } = process) =>
  `node-${platform === 'win32' ? 'win' : platform}-${arch}`;

/**
 * Packs the kiosk with its own Node, to be shown by the machine's browser.
 * @param {string} root the project's folder
 * @param {{ dir: boolean, platform?: string, arch?: string }} options `dir`: the folder only, no archive
 * @returns {string} what was made
 * @throws {Problem} on a system for which no Node is brought
 */
export function packForBrowser(root, { dir, platform = process.platform, arch = process.arch }) {
  const node = path.join(root, 'node_modules', runtimeNode({ platform, arch }));
  if (!(platform in system) || !existsSync(node)) {
    throw new Problem(`There is no Node to ship for ${platform} on ${arch}.`);
  }
  const { name, version, license, description } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const folderName = `${name}-browser-${version}-${system[platform]}-${arch}`;
  const release = path.join(root, 'release');
  const folder = path.join(release, folderName);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'bin'), { recursive: true });
  for (const each of [...SHIPPED, `deploy/${system[platform]}`]) {
    cpSync(path.join(root, each), path.join(folder, each), {
      recursive: true,
      filter: (from) => !NOT_SHIPPED.test(from),
    });
  }
  const program = platform === 'win32' ? 'node.exe' : 'node';
  cpSync(path.join(node, 'bin', program), path.join(folder, 'bin', program));
  chmodSync(path.join(folder, 'bin', program), 0o755);
  cpSync(path.join(node, 'LICENSE'), path.join(folder, 'LICENSE.node.txt'));
  // `type` makes Node read the bundles as modules.
  const about = { name, version, description, license, type: 'module' };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(about, undefined, 2) + '\n');
  return dir ? folder : archive(release, folderName, platform);
}

/** Windows' own tar writes zip files. */
function archive(release, folderName, platform) {
  const file = `${folderName}.${platform === 'win32' ? 'zip' : 'tar.gz'}`;
  // The same files give the same archive, whoever packs them.
  const same = [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mtime=@0',
    '--use-compress-program=gzip -n',
  ];
  const options = platform === 'linux' ? [...same, '-cf'] : ['-a', '-cf'];
  execFileSync('tar', [...options, file, folderName], { cwd: release, stdio: 'inherit' });
  return path.join(release, file);
}
