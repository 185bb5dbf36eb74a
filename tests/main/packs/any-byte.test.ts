import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openedPacks, signedTree } from './brought.ts';

it('of whatever byte of a signed pack is changed, nothing is shown', async () => {
  const files = Object.entries(signedTree(1)).map(
    ([file, value]) =>
      [file, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))] as const,
  );
  const { store, put, drive, packsDir, title } = await openedPacks();
  await put(Object.fromEntries(files));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async ([file, bytes], at, by) => {
        const damaged = Buffer.from(bytes);
        const index = at % bytes.length;
        damaged[index] = damaged[index]! ^ by;
        await writeFile(path.join(drive, 'pack', file), damaged);
        await store.lookNow();
        await writeFile(path.join(drive, 'pack', file), bytes);
        expect(store.faults).not.toEqual([]);
        expect([title(), store.installed, store.current]).toEqual(['en title', [], []]);
      },
    ),
    { numRuns: 300 },
  );
  expect(await readdir(packsDir)).toEqual([]);
  await store.lookNow();
  expect(title()).toBe('title 1');
  await rm(drive, { recursive: true });
}, 60_000);
