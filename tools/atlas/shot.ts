/**
 * Draws pictures of a diagram from the landmarks in assets/, for those who write them:
 * `node tools/atlas/shot.ts <diagram> <pose>@<view> [more…] [options]`. See `USAGE`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, noBrowserMessage } from '../../src-main/browser/find-browser.ts';
import { thisMachine } from '../../src-main/browser/machine.ts';
import type { Diagram } from '../../src-main/contract/api.ts';
import { Layer, type View } from '../../src-main/contract/diagram.ts';
import { faultLine } from '../../src-main/faults.ts';
import { readContent } from './bake/content.ts';
import { bundleEngine } from './bake/engine.ts';
import type { Subject } from './bake/plan.ts';
import { openStudio } from './bake/studio.ts';
import { hiddenIn } from '../../src-renderer/diagram/sight.ts';
import type { DrawRequest } from './draw-page.ts';

const USAGE = `node tools/atlas/shot.ts <diagram> <pose>@<view> [more…]
  --out folder         where the pictures go (default: ./shots)
  --width 960          of a picture, px
  --set turn=20,tilt=5 parameters over those of the pose
  --activate part=0.8  activation over that of the pose, comma-separated
  --orbit 30 --elevation 10 --zoom 1.5 --centre 0,10,0    the eye, over that of the view
  --hide skin,muscle   layers laid aside (default: those of the diagram's hidden); --hide none shows all
  --select part        the chosen part
  --ghost 0.6          rim of the resting pose (default: that of the diagram)
  --anchors            draws the callout places into the picture, and prints those that are hidden
  --content folder     the content folder that holds assets/`;

const STAGE = '#12211f';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'shots' },
    width: { type: 'string', default: '960' },
    set: { type: 'string' },
    activate: { type: 'string' },
    orbit: { type: 'string' },
    elevation: { type: 'string' },
    zoom: { type: 'string' },
    centre: { type: 'string' },
    hide: { type: 'string' },
    select: { type: 'string' },
    ghost: { type: 'string' },
    anchors: { type: 'boolean', default: false },
    content: { type: 'string', default: join(import.meta.dirname, '..', '..') },
  },
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** A diagram as the kiosk would serve it. */
async function subjectOf(id: string): Promise<Subject> {
  const { subjects, faults } = await readContent(values.content);
  const own = faults.filter(
    ({ file }) => file.startsWith(`assets/diagrams/${id}/`) || file.startsWith('assets/shapes/'),
  );
  for (const fault of own.slice(0, 40)) console.error(faultLine(fault));
  return subjects.get(id) ?? fail(`The diagram "${id}" cannot be drawn.`);
}

/** `a=1,b=2` as numbers. */
function assignments(text: string | undefined): Record<string, number> {
  const pairs = (text ?? '').split(',').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]));
}

function viewOf(diagram: Diagram, name: string): View {
  const view =
    diagram.views[name] ?? fail(`no view "${name}"; there are: ${Object.keys(diagram.views).join(', ')}`);
  const centre = values.centre?.split(',').map(Number) as View['centre'] | undefined;
  return {
    ...view,
    ...(values.orbit && { orbit: Number(values.orbit) }),
    ...(values.elevation && { elevation: Number(values.elevation) }),
    ...(values.zoom && { height: view.height / Number(values.zoom) }),
    ...(centre && { centre }),
  };
}

async function main(): Promise<void> {
  const [id, ...pictures] = positionals;
  if (!id || !pictures.length) fail(USAGE);
  const { diagram, shapes } = await subjectOf(id);
  const [width, height] = [
    Number(values.width),
    Math.round((Number(values.width) * diagram.size[1]) / diagram.size[0]),
  ];
  const requests = pictures.map((picture): [string, DrawRequest] => {
    const [pose = '', view = Object.keys(diagram.views)[0] ?? ''] = picture.split('@');
    const { parameters, activation } =
      diagram.poses[pose] ?? fail(`no pose "${pose}"; there are: ${Object.keys(diagram.poses).join(', ')}`);
    return [
      `${id}.${pose}@${view}`,
      {
        id,
        size: [width, height],
        numbers: {
          parameters: { ...parameters, ...assignments(values.set) },
          activation: { ...activation, ...assignments(values.activate) },
        },
        view: viewOf(diagram, view),
        layers: diagram.layers,
        hidden:
          values.hide === undefined
            ? hiddenIn(diagram, view)
            : values.hide
                .split(',')
                .filter((one) => one !== 'none')
                .map((one) => Layer.parse(one)),
        selected: values.select,
        ghost: values.ghost === undefined ? diagram.ghost : Number(values.ghost),
        format: 'png',
        stage: STAGE,
        marks: values.anchors,
      },
    ];
  });
  mkdirSync(values.out, { recursive: true });
  const search = await findBrowser(thisMachine);
  if (!search.browser) fail(noBrowserMessage(search, process.platform));
  const studio = await openStudio(search.browser.path, await bundleEngine());
  try {
    const page = await studio.page();
    page.on('console', (message) => {
      if (!message.text().includes('GL Driver Message')) console.log(message.text().slice(0, 2000));
    });
    page.on('pageerror', (error) => console.error(error.message));
    const loaded = await page.evaluate(([name, data, parts]) => atlas.load(name, data, parts), [
      id,
      shapes,
      diagram.parts,
    ] as const);
    console.log(
      `${id}: built in ${Math.round(loaded.buildMs)} ms, ${loaded.batches} batches, ${loaded.vertices} vertices, ${loaded.triangles} triangles`,
    );
    for (const [name, request] of requests) {
      const drawn = await page.evaluate((wish) => atlas.draw(wish), request);
      const file = join(values.out, `${name}.png`);
      writeFileSync(file, Buffer.from(drawn.picture, 'base64'));
      console.log(`${file} draw ${Math.round(drawn.drawMs)} ms, encode ${Math.round(drawn.encodeMs)} ms`);
      if (!values.anchors) continue;
      const covered = Object.entries(drawn.anchors).filter(([, [, , seen]]) => seen === 'hidden');
      console.log(`  hidden: ${covered.map(([part]) => part).join(', ') || 'none'}`);
      const lacking = Object.keys(diagram.parts).filter((part) => !drawn.anchors[part]);
      if (lacking.length) console.log(`  no place at all: ${lacking.join(', ')}`);
    }
  } finally {
    await studio.close();
  }
}

await main();
