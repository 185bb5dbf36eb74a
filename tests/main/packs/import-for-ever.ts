/**
 * A process of its own that brings itself one newer pack after another, and says on standard output what it is about.
 * To be killed.
 */
import { createHash, createPrivateKey } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '../../../src-main/clock.ts';
import { openContent } from '../../../src-main/content/content.ts';
import { openPacks } from '../../../src-main/packs/pack-store.ts';
import { publicKeyText, signatureText } from '../../../src-main/packs/signature.ts';

const [stateDir = '', drive = '', builtInDir = '', keyFile = ''] = process.argv.slice(2);
const key = createPrivateKey(readFileSync(keyFile));
const WORDS = 'locales/en/tours/neck.json';
const words = JSON.parse(readFileSync(path.join(builtInDir, WORDS), 'utf8')) as object;

// A pipe takes it at once, so that it is not lost with the process.
const say = (line: string): unknown => writeSync(1, `${line}\n`);

function putPack(sequence: number): void {
  const tree: Record<string, string> = {
    [WORDS]: JSON.stringify({ ...words, title: `title ${sequence}` }),
    LICENSE: `licence ${sequence}`,
    README: `about ${sequence} `.repeat(20_000),
  };
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const files = Object.fromEntries(Object.entries(tree).map(([file, text]) => [file, hash(text)]));
  const bundle = JSON.stringify({ name: 'clinic', version: `v${sequence}`, sequence, files });
  const folder = path.join(drive, 'pack');
  rmSync(folder, { recursive: true, force: true });
  const all = { ...tree, 'bundle.sig': signatureText(Buffer.from(bundle), key), 'bundle.json': bundle };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

const nothing = (): void => undefined;
const store = await openPacks({
  stateDir,
  clock: systemClock,
  log: { info: nothing, warn: nothing, error: nothing },
  sources: () => [drive],
  keys: () => [publicKeyText(key)],
  validate: (packs) => content.errorsWith(packs),
  onChange: () => content.setPacks(store.current),
});
const content = await openContent({
  builtInDir,
  packs: store.current,
  overlays: [],
  clock: systemClock,
  onChange: nothing,
});

for (;;) {
  const [pack] = store.installed;
  const sequence = Math.max(pack?.current?.sequence ?? 0, pack?.previous?.sequence ?? 0) + 1;
  say(`begins ${sequence}`);
  putPack(sequence);
  await store.lookNow();
  if (store.installed[0]?.current?.sequence !== sequence) throw new Error('The pack was not taken.');
  say(`done ${sequence}`);
  if (sequence % 3 === 0) {
    const before = store.installed[0].previous?.sequence ?? 0;
    for (const shown of [before, sequence]) {
      say(`begins ${shown}`);
      await store.rollback('clinic');
      say(`done ${shown}`);
    }
  }
}
