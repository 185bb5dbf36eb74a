import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src-main/clock.ts';
import { openContent } from '../../../src-main/content/content.ts';
import { openPacks } from '../../../src-main/packs/pack-store.ts';
import { goodTree, temporaryFolder, writeTree } from '../../fixtures/content.ts';
import { KILLS, randomFrom, runAndKill, SEED, type Progress } from '../../fixtures/killed.ts';
import { WORDS } from './brought.ts';

/** So many kills until a new kiosk is begun with: a first import is unlike all that follow. */
const KILLS_OF_ONE = 10;

it(
  `killed ${KILLS} times while it takes packs in, it shows one of them whole (seed ${SEED})`,
  async () => {
    const random = randomFrom(SEED);
    let stateDir = '';
    const drive = await temporaryFolder();
    const builtInDir = await writeTree(goodTree());
    const { privateKey } = generateKeyPairSync('ed25519');
    const keyFile = path.join(await temporaryFolder(), 'key.pem');
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));

    const script = path.join(import.meta.dirname, 'import-for-ever.ts');
    let said: Progress = { begun: 0, done: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_OF_ONE === 0) {
        stateDir = await temporaryFolder();
        said = { begun: 0, done: 0 };
      }
      said = await runAndKill(script, [stateDir, drive, builtInDir, keyFile], random() * 60, said);

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
      expect([said.begun, said.done]).toContain(shown);
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
      said = { begun: shown, done: shown };
    }
  },
  KILLS * 5000,
);
