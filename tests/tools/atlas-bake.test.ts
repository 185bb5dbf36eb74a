/** Draws a small picture in a real browser: what npm run atlas does for all of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findBrowser } from '../../src-main/browser/find-browser.ts';
import { thisMachine } from '../../src-main/browser/machine.ts';
import { PostersFile } from '../../src-main/contract/diagram.ts';
import { webpSize } from '../../src-main/files/webp-size.ts';
import { readLayer } from '../../src-main/content/layer.ts';
import { layOver } from '../../src-main/content/files.ts';
import { readDiagrams } from '../../src-main/content/diagrams.ts';
import { allStills } from '../../tools/atlas/bake/choice.ts';
import { readContent } from '../../tools/atlas/bake/content.ts';
import { bundleEngine } from '../../tools/atlas/bake/engine.ts';
import { plan } from '../../tools/atlas/bake/plan.ts';
import { Store } from '../../tools/atlas/bake/store.ts';
import { openStudio } from '../../tools/atlas/bake/studio.ts';
import { folderWith } from './folder.ts';

/** A bone in front of the middle of the picture, and a muscle to the patient's left of it. */
const DIAGRAM = {
  size: [320, 180],
  parts: { spine: { layer: 'bone' }, 'arm.left': { layer: 'bone' }, 'arm.right': { layer: 'bone' } },
  poses: { rest: { parameters: {}, activation: {} } },
  views: { front: { orbit: 0, centre: [0, 0, 0], height: 20 } },
};
const tube = (part: string, x: number, more = {}) => ({
  ...{
    kind: 'tube',
    part,
    material: 'bone',
    path: [
      [x, -6, 0],
      [x, 6, 0],
    ],
    radii: [1.5],
    label: [0.5, 0.5],
  },
  ...more,
});
const SHAPES = {
  frame: 'The middle of the picture.',
  joints: { trunk: { foot: [0, 6, 0], head: [0, -6, 0] } },
  shapes: [tube('spine', 0), tube('arm', 6, { pair: true })],
};

const { browser } = await findBrowser(thisMachine);

it.skipIf(!browser)(
  'bakes a still that the kiosk takes, and the same bytes again',
  async () => {
    const folder = folderWith({
      'assets/diagrams/hand/diagram.json': JSON.stringify(DIAGRAM),
      'assets/diagrams/hand/shapes.json': JSON.stringify(SHAPES),
    });
    const content = await readContent(folder);
    const engine = await bundleEngine();
    const all = plan(allStills(content), content.subjects, engine);
    expect(all.map(({ still }) => still.file)).toEqual(['rest.front.webp']);
    const draw = async () => {
      const studio = await openStudio(browser!.path, engine);
      try {
        return await (await studio.artist()).draw(all[0]!);
      } finally {
        await studio.close();
      }
    };
    const [drawn, again] = [await draw(), await draw()];
    expect(again).toEqual(drawn);

    const out = path.join(folder, 'out');
    await new Store(out, all).add(new Map([[all[0]!, drawn]]));
    const posters = PostersFile.parse(
      JSON.parse(readFileSync(path.join(out, 'assets/diagrams/hand/posters.json'), 'utf8')),
    );
    const { file, anchors, touch } = posters.pictures['rest@front']!;
    const webp = readFileSync(path.join(out, 'assets/diagrams/hand', file));
    expect(webpSize(webp)).toEqual([320, 180]);
    // The spine is in the middle; the patient's left is on the right of the picture.
    expect(Math.abs(anchors['spine']![0] - 160)).toBeLessThan(16);
    expect(anchors['arm.left']![0]).toBeGreaterThan(200);
    expect(anchors['arm.right']![0]).toBeLessThan(120);
    expect(Object.values(anchors).map(([, , seen]) => seen)).toEqual(['seen', 'seen', 'seen']);
    const cells = touch!.runs.flatMap(([name, length]) => Array.from({ length }, () => touch!.names[name]));
    const [column, row] = [touch!.columns / 2, Math.floor(touch!.rows / 2)];
    expect(cells[row * touch!.columns + column]).toBe('spine');
    expect(cells[0]).toBeUndefined();

    const laid = readDiagrams(layOver([await readLayer(folder, ''), await readLayer(out, out)]), undefined);
    expect(laid.faults.filter(({ name }) => /poster|picture/.test(name))).toEqual([]);
    expect(Object.keys(laid.diagrams.get('hand')?.pictures ?? {})).toEqual(['rest@front']);
  },
  60_000,
);
