import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src-main/clock.ts';
import { openSettings } from '../../../src-main/settings/settings-store.ts';
import { temporaryFolder } from '../../fixtures/content.ts';
import { KILLS, randomFrom, runAndKill, SEED, type Progress } from '../../fixtures/killed.ts';

it(
  `killed ${KILLS} times while it saves, it keeps the settings before or after (seed ${SEED})`,
  async () => {
    const random = randomFrom(SEED);
    const stateDir = await temporaryFolder();
    const script = path.join(import.meta.dirname, 'save-for-ever.ts');
    let said: Progress = { begun: 0, done: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      said = await runAndKill(script, [stateDir, String(said.done)], random() * 40, said);
      const store = await openSettings({
        stateDir,
        provisionedFile: undefined,
        clock: systemClock,
        onChange: () => undefined,
      });
      store.close();
      expect(store.faults).toEqual([]);
      const number = Number(store.current.clinicName?.replace('Clinic ', '') ?? 0);
      expect([said.begun, said.done]).toContain(number);
      expect(store.current.idleSeconds).toBe(number === 0 ? 180 : 60 + (number % 1740));
      expect((await readdir(stateDir)).length).toBeLessThanOrEqual(4);
      said = { begun: number, done: number };
    }
  },
  KILLS * 5000,
);
