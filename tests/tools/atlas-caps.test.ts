/** The whole atlas as it is baked: npm run test:full has drawn it before. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PostersFile } from '../../src-main/contract/diagram.ts';
import { allStills, MOST_BYTES, MOST_STILLS } from '../../tools/atlas/bake/choice.ts';
import { readContent } from '../../tools/atlas/bake/content.ts';
import { Store } from '../../tools/atlas/bake/store.ts';
import { root } from '../../tools/start/project.mjs';

const atlas = path.join(root, 'dist/atlas');
const stills = allStills(await readContent(root));

it('asks for no more stills than the atlas may hold', () => {
  expect(stills.length).toBeGreaterThan(0);
  expect(stills.length).toBeLessThanOrEqual(MOST_STILLS);
});

it.runIf(process.env['TONOS_TEST_FULL'] === '1')('is all there, and small enough', () => {
  const folder = path.join(atlas, 'assets/diagrams');
  const there = readdirSync(folder).flatMap((id) =>
    Object.keys(
      PostersFile.parse(JSON.parse(readFileSync(path.join(folder, id, 'posters.json'), 'utf8'))).pictures,
    ).map((key) => `${id} ${key}`),
  );
  expect(there.sort()).toEqual(
    stills.flatMap(({ diagram, keys }) => keys.map((key) => `${diagram} ${key}`)).sort(),
  );
  expect(new Store(atlas, []).bytes()).toBeLessThanOrEqual(MOST_BYTES);
});
