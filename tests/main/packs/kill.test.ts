import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src-main/clock.ts';
import { openContent } from '../../../src-main/content/content.ts';
import { openPacks } from '../../../src-main/packs/pack-store.ts';
import { goodTree, temporaryFolder, writeTree } from '../../fixtures/content.ts';
import { WORDS } from './brought.ts';

const KILLS = process.env['TONOS_TEST_FULL'] ? 1000 : 25;
/** So many kills until a new kiosk is begun with: a first import is unlike all that follow. */
const KILLS_OF_ONE = 10;
const seed = Number(process.env['TONOS_TEST_SEED'] ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that a seed brings back (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it(
  `killed ${KILLS} times while it takes packs in, it shows one of them whole (seed ${seed})`,
  async () => {
    const random = randomFrom(seed);
    let stateDir = '';
    const drive = await temporaryFolder();
    const builtInDir = await writeTree(goodTree());
    const { privateKey } = generateKeyPairSync('ed25519');
    const keyFile = path.join(await temporaryFolder(), 'key.pem');
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));

    /** What it began when, and what it had done before. */
    let begun = 0;
    let done = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_OF_ONE === 0) {
        stateDir = await temporaryFolder();
        [begun, done] = [0, 0];
      }
      const script = path.join(import.meta.dirname, 'import-for-ever.ts');
      const child = spawn(process.execPath, [script, stateDir, drive, builtInDir, keyFile], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines = createInterface(child.stdout);
      lines.on('line', (line) => {
        const [what, sequence] = line.split(' ');
        if (what === 'begins') begun = Number(sequence);
        else done = Number(sequence);
      });
      const ended = Promise.all([once(child, 'close'), once(lines, 'close')]);
      await Promise.race([once(lines, 'line'), ended]);
      await delay(random() * 60);
      child.kill('SIGKILL');
      await ended;
      expect(child.signalCode).toBe('SIGKILL');

      const nothing = (): void => undefined;
      const store = await openPacks({
        stateDir,
        clock: systemClock,
        log: { info: nothing, warn: nothing, error: nothing },
        sources: () => [],
        keys: () => [],
        validate: () => Promise.resolve([]),
        onChange: nothing,
      });
      const packs = store.current;
      const content = await openContent({
        builtInDir,
        packs,
        overlays: [],
        clock: systemClock,
        onChange: nothing,
      });
      content.close();
      store.close();
      expect([...store.faults, ...content.faults]).toEqual([]);
      const shown = store.installed[0]?.current?.sequence ?? 0;
      expect([begun, done]).toContain(shown);
      const title = content.current.toursIndex('en').words['neck']?.title;
      expect(title).toBe(shown === 0 ? 'en title' : `title ${shown}`);
      for (const folder of packs) {
        expect(await readFile(path.join(folder, 'LICENSE'), 'utf8')).toBe(`licence ${shown}`);
        expect((await readFile(path.join(folder, 'README'), 'utf8')).startsWith(`about ${shown} `)).toBe(
          true,
        );
        expect(await readFile(path.join(folder, WORDS), 'utf8')).toContain(`"title ${shown}"`);
      }
      const left = await readdir(path.join(stateDir, 'packs')).catch(() => []);
      expect(left.filter((name) => name.startsWith('clinic-')).length).toBeLessThanOrEqual(2);
      expect(left.filter((name) => name.startsWith('.staging-'))).toEqual([]);
      [begun, done] = [shown, shown];
    }
  },
  KILLS * 5000,
);
