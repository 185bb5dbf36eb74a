import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { downloadElectron } from '../../tools/start/download-electron.mjs';
import { findElectron, getElectron } from '../../tools/start/electron.mjs';
import { folderWith, write } from './folder.ts';

const at = (folder: string, file: string) => path.join(folder, 'node_modules/electron', file);
const linux = (env: NodeJS.ProcessEnv = {}) => ({ platform: 'linux' as const, env });

describe('looking for Electron', () => {
  it.each([
    ['linux', 'electron'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
    ['win32', 'electron.exe'],
  ] as const)('finds its binary on %s', (platform, program) => {
    const folder = folderWith({ [`node_modules/electron/dist/${program}`]: '' });
    expect(findElectron(folder, { platform, env: {} })).toBe(at(folder, `dist/${program}`));
  });

  it('believes the package about where it is', () => {
    const folder = folderWith({
      'node_modules/electron/path.txt': 'elsewhere',
      'node_modules/electron/dist/elsewhere': '',
    });
    expect(findElectron(folder, linux())).toBe(at(folder, 'dist/elsewhere'));
  });

  it('takes the folder that ELECTRON_OVERRIDE_DIST_PATH names, and no other', () => {
    const folder = folderWith({ 'node_modules/electron/dist/electron': '', 'own/electron': '' });
    const own = path.join(folder, 'own');
    expect(findElectron(folder, linux({ ELECTRON_OVERRIDE_DIST_PATH: own }))).toBe(
      path.join(own, 'electron'),
    );
    expect(findElectron(folder, linux({ ELECTRON_OVERRIDE_DIST_PATH: folder }))).toBeUndefined();
  });

  it('finds none where there is only its package', () => {
    expect(findElectron(folderWith({ 'node_modules/electron/index.js': '' }), linux())).toBeUndefined();
  });
});

describe('getting Electron', () => {
  const node = 'node';
  const installed = {
    'node_modules/electron/install.js': '',
    'node_modules/electron/package.json': '{"version":"45.4.1"}',
  };

  it('downloads nothing when it is there', async () => {
    const folder = folderWith({ ...installed, 'own/electron': '' });
    const download = vi.fn();
    const env = { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'own') };
    expect(await getElectron(folder, { node, env, download })).toEqual({
      program: path.join(folder, 'own/electron'),
    });
    expect(download).not.toHaveBeenCalled();
  });

  it('takes what a download brings', async () => {
    const folder = folderWith(installed);
    const download = () => {
      write(folder, 'node_modules/electron/path.txt', 'electron');
      write(folder, 'node_modules/electron/dist/electron', '');
      return Promise.resolve(undefined);
    };
    expect(await getElectron(folder, { node, env: {}, download })).toEqual({
      program: at(folder, 'dist/electron'),
    });
  });

  it('says why it has none', async () => {
    const download = () => Promise.resolve('because');
    expect(await getElectron(folderWith(installed), { node, env: {}, download })).toEqual({ why: 'because' });
    expect(await getElectron(folderWith(), { node, env: {}, download })).toEqual({
      why: 'its package is not installed',
    });
  });

  it.each([
    [{}, 'https://github.com/electron/electron/releases/download/v45.4.1/SHASUMS256.txt', 'github.com'],
    [
      { ELECTRON_MIRROR: 'https://mirror.example/e/' },
      'https://mirror.example/e/v45.4.1/SHASUMS256.txt',
      'mirror.example',
    ],
  ])('asks the site before it downloads: %o', async (env, address, host) => {
    const folder = folderWith(installed);
    const answers = vi.fn(() => Promise.resolve(false));
    const why = await downloadElectron(
      at(folder, ''),
      { node, ending: undefined, env },
      { answers, say: vi.fn() },
    );
    expect(answers).toHaveBeenCalledWith(address);
    expect(why).toBe(`its binary is not here, and ${host} does not answer`);
  });

  it('says what the download said', async () => {
    const folder = folderWith({
      ...installed,
      'node_modules/electron/install.js': 'throw new Error("no room")',
    });
    const answers = () => Promise.resolve(true);
    const options = { node: process.execPath, ending: undefined, env: process.env };
    const why = await downloadElectron(at(folder, ''), options, { answers, say: vi.fn() });
    expect(why).toMatch(/^its download failed \(.+\)$/);
  });
});
