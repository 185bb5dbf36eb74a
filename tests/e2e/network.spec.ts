/** Not one packet leaves the machine: neither the kiosk's, nor its browser's. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { root } from '../../tools/start/project.mjs';

const UNSHARE = ['--net', '--map-root-user'];
const canBeAlone = spawnSync('unshare', [...UNSHARE, 'ip', 'link'], { stdio: 'ignore' }).status === 0;
const seconds = process.env['TONOS_TEST_FULL'] === '1' ? 240 : 6;

test('nothing leaves the machine', async () => {
  test.skip(!canBeAlone, 'This system lets nobody have a network of their own.');
  test.setTimeout((seconds + 90) * 1000);
  const folder = await mkdtemp(path.join(tmpdir(), 'tonos-alone-'));
  const script = path.join(import.meta.dirname, 'alone.ts');
  const args = [process.execPath, script, path.join(root, 'dist/main/serve.js'), folder, String(seconds)];
  const env = { ...process.env, TMPDIR: folder, TONOS_TEST_HEADLESS: '1', TONOS_TEST_NO_SANDBOX: '1' };
  const { stdout } = await promisify(execFile)('unshare', [...UNSHARE, ...args], { env });
  const seen = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, unknown>;
  expect(seen).toMatchObject({ isReady: true, byKiosk: 0 });
  expect(seen['byProbe']).toBeGreaterThan(0);
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
