import { expect, it, vi } from 'vitest';
import { installWhatIsMissing, missingPackages } from '../../tools/start/install.mjs';
import { folderWith, write } from './folder.ts';

const lock = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });
const wanted = lock({
  '': { name: 'tonos' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/@scope/b': { version: '2.0.0' },
  'node_modules/for-windows': { version: '3.0.0', optional: true },
});
const installed = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/@scope/b': { version: '2.0.0' } };
const RECORD = 'node_modules/.package-lock.json';

it('misses everything in a fresh checkout', () => {
  expect(missingPackages(folderWith({ 'package-lock.json': wanted }))).toEqual(['node_modules']);
});

it('misses nothing when all is there but what other systems need', () => {
  expect(missingPackages(folderWith({ 'package-lock.json': wanted, [RECORD]: lock(installed) }))).toEqual([]);
});

it('misses what was added or changed since', () => {
  const older = lock({ 'node_modules/a': { version: '0.9.0' } });
  expect(missingPackages(folderWith({ 'package-lock.json': wanted, [RECORD]: older }))).toEqual([
    'a',
    '@scope/b',
  ]);
});

it('installs once, then no more', async () => {
  const folder = folderWith({ 'package-lock.json': wanted });
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const runNpm = vi.fn(() => {
    write(folder, RECORD, lock(installed));
    return Promise.resolve(0);
  });
  expect(await installWhatIsMissing(folder, { runNpm })).toBe(true);
  expect(await installWhatIsMissing(folder, { runNpm })).toBe(false);
  expect(runNpm).toHaveBeenCalledOnce();
  expect(runNpm).toHaveBeenCalledWith(expect.arrayContaining(['ci']), expect.anything());
  expect(console.log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Missing: node_modules.'));
});

it('falls back to npm install without a lock file', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const runNpm = vi.fn(() => Promise.resolve(0));
  await installWhatIsMissing(folderWith(), { runNpm });
  expect(runNpm).toHaveBeenCalledWith(expect.arrayContaining(['install']), expect.anything());
});

it('says what to do when npm fails', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const runNpm = () => Promise.resolve(7);
  await expect(installWhatIsMissing(folderWith(), { runNpm })).rejects.toThrow(
    /exit code 7.*must be reachable once/s,
  );
});
