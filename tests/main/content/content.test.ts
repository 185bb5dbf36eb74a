import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EARLIER, openContent } from '../../../src-main/content/content.ts';
import { faultLine } from '../../../src-main/faults.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import {
  goodTree,
  localeTree,
  packOf,
  temporaryFolder,
  tourWords,
  webp,
  writeTree,
  type Tree,
} from '../../fixtures/content.ts';

const LOOK = 2000;
const WORDS = 'locales/en/tours/neck.json';
const newWords = { ...tourWords('en'), title: 'new title' };

async function opened({
  builtIn = goodTree(),
  overlays = [] as string[],
  postersDir = undefined as string | undefined,
}) {
  const clock = new HeldClock();
  const changes: string[] = [];
  const content = await openContent({
    builtInDir: await writeTree(builtIn),
    postersDir,
    overlays,
    clock,
    onChange: () => void changes.push(content.current.version),
  });
  onTestFinished(() => content.close());
  return {
    content,
    changes,
    clock,
    /** Lets the kiosk look at the folders so many times. */
    look: async (times: number) => {
      for (let time = 0; time < times; time++) await clock.passChecks(LOOK);
    },
    title: () => content.current.toursIndex('en').words['neck']?.title,
    lines: () => content.faults.map(faultLine),
  };
}

describe('at the start', () => {
  it('lays folders over the built-in content, file by file, later ones over earlier', async () => {
    const one = await writeTree({ [WORDS]: { ...newWords, title: 'one' }, ...localeTree('fr') });
    const two = await writeTree({ [WORDS]: newWords });
    const { content, title } = await opened({ overlays: [one, two] });
    expect(content.faults).toEqual([]);
    expect(title()).toBe('new title');
    expect(content.current.locales.map(({ tag }) => tag)).toEqual(['en', 'es', 'fr']);
  });

  it('leaves a folder with an error out, says why, and serves the built-in content', async () => {
    const folder = await writeTree({ [WORDS]: newWords, 'assets/tours/neck.json': '{' });
    const { title, lines } = await opened({ overlays: [folder] });
    expect(title()).toBe('en title');
    expect(lines()).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`[${folder}]: is left out for 2 errors; what was good before is kept`),
        expect.stringContaining(`[${folder}] assets/tours/neck.json: is not well-formed JSON`),
      ]),
    );
  });

  it('keeps the good content when a folder would make English unusable', async () => {
    const folder = await writeTree({ 'locales/en/locale.json': '{' });
    const { content, lines } = await opened({ overlays: [folder] });
    expect(content.current.root).toBe('en');
    expect(lines()[0]).toContain(`[${folder}]: is left out`);
  });

  it('goes on without a folder that does not exist, and takes it when it comes', async () => {
    const folder = path.join(await temporaryFolder(), 'later');
    const { title, lines, look } = await opened({ overlays: [folder] });
    expect(lines()).toEqual([
      `[${folder}]: does not exist; the content goes on without it. Check the folder that --content names.`,
    ]);
    await writeTree({ [WORDS]: newWords }, folder);
    await look(2);
    expect(title()).toBe('new title');
    expect(lines()).toEqual([]);
  });

  it('starts with what is good of broken built-in content, which a folder can mend', async () => {
    const builtIn = { ...goodTree(), 'assets/home.json': '{' };
    const folder = await writeTree({ 'assets/home.json': goodTree()['assets/home.json'] });
    expect((await opened({ builtIn, overlays: [folder] })).content.faults).toEqual([]);
  });

  it.each<[string, Tree]>([
    ['no home picture', { ...goodTree(), 'assets/home.json': '{' }],
    ['no locale', { ...goodTree(), 'locales/en/locale.json': '{', 'locales/es/locale.json': '{' }],
    ['nothing', {}],
  ])('cannot start with %s, and names the faults', async (_, builtIn) => {
    await expect(opened({ builtIn })).rejects.toThrow(
      /There is no usable content.*\n(.*\n)*(assets\/home|locales\/en\/locale).json: is /,
    );
  });
});

describe('a loose folder that changes', () => {
  it('is taken when it has been quiet, and a few versions before it are kept', async () => {
    const folder = await writeTree({ [WORDS]: tourWords('en') });
    const { content, changes, look, title } = await opened({ overlays: [folder] });
    const first = content.current;
    await writeTree({ [WORDS]: newWords, 'assets/diagrams/neck/rest.front.webp': webp('new') }, folder);
    await look(1);
    expect(title()).toBe('en title');
    await look(1);
    expect(title()).toBe('new title');
    expect(changes).toEqual([content.current.version]);
    expect(content.ofVersion(first.version)).toBe(first);
    for (const name of [...first.pictures.keys(), ...content.current.pictures.keys()]) {
      expect(content.picture(name)).toBeDefined();
    }

    for (let version = 2; version <= EARLIER + 1; version++) {
      expect(content.ofVersion(first.version)).toBe(first);
      await writeTree({ [WORDS]: { ...newWords, title: `title ${version}` } }, folder);
      await look(2);
      expect(title()).toBe(`title ${version}`);
    }
    expect(content.ofVersion(first.version)).toBeUndefined();
  });

  it('waits while it goes on changing', async () => {
    const folder = await writeTree({ [WORDS]: tourWords('en') });
    const { look, title } = await opened({ overlays: [folder] });
    for (const count of [1, 2, 3]) {
      await writeTree({ [WORDS]: { ...newWords, title: 'x'.repeat(count) } }, folder);
      await look(1);
    }
    expect(title()).toBe('en title');
    await look(1);
    expect(title()).toBe('xxx');
  });

  it('keeps its last good content when it becomes bad, and is taken again when mended', async () => {
    const folder = await writeTree({ [WORDS]: newWords });
    const { changes, content, look, title, lines } = await opened({ overlays: [folder] });
    const { version } = content.current;
    await writeFile(path.join(folder, WORDS), '{"title": "tru');
    await look(2);
    expect(title()).toBe('new title');
    expect(content.current.version).toBe(version);
    expect(changes).toEqual([version]);
    expect(lines()).toContainEqual(expect.stringContaining(`[${folder}] ${WORDS}: is not well-formed JSON`));
    await writeTree({ [WORDS]: { ...newWords, title: 'mended' } }, folder);
    await look(2);
    expect(title()).toBe('mended');
    expect(lines()).toEqual([]);
  });

  it.each<[string, (folder: string) => Promise<void>]>([
    ['pulled out', (folder) => rename(folder, `${folder}.gone`)],
    ['an empty mount point', (folder) => rm(path.join(folder, 'locales'), { recursive: true })],
  ])('keeps its last good content when it is %s', async (_, change) => {
    const folder = path.join(await temporaryFolder(), 'stick');
    await writeTree({ [WORDS]: newWords }, folder);
    const { look, title, lines } = await opened({ overlays: [folder] });
    await change(folder);
    await look(2);
    expect(title()).toBe('new title');
    expect(lines()).toEqual([
      expect.stringContaining(`[${folder}]: has gone; the content that was read from it is kept`),
    ]);
  });

  it('is no longer looked at when the content is closed', async () => {
    const folder = await writeTree({ [WORDS]: tourWords('en') });
    const { content, clock } = await opened({ overlays: [folder] });
    expect(clock.waiting).toBe(1);
    content.close();
    expect(clock.waiting).toBe(0);
  });
});

describe('a pack', () => {
  const pack = () => packOf({ [WORDS]: newWords, LICENSE: 'CC BY' });

  it('that is whole is taken', async () => {
    const { content, title } = await opened({ overlays: [await writeTree(pack())] });
    expect(content.faults).toEqual([]);
    expect(title()).toBe('new title');
  });

  it.each<[string, Tree, string]>([
    [
      'a file is missing',
      { LICENSE: undefined },
      'LICENSE: is listed in bundle.json and missing: the pack is not whole',
    ],
    [
      'a file is half',
      { LICENSE: 'CC' },
      'LICENSE: does not match its SHA-256 in bundle.json: the pack is not whole',
    ],
    [
      'a file is not listed',
      { 'locales/en/ui.json': {} },
      'locales/en/ui.json: is not listed in bundle.json',
    ],
    ['the list is half', { 'bundle.json': '{"name": "A' }, 'bundle.json: is not well-formed JSON'],
    [
      'the list has wrong types',
      { 'bundle.json': { name: 1 } },
      'bundle.json › name: must be a text, is a number',
    ],
  ])('is left out while %s, and taken when it is whole', async (_, changes, message) => {
    const folder = await writeTree({ ...pack(), ...changes });
    const { title, lines, look } = await opened({ overlays: [folder] });
    expect(title()).toBe('en title');
    expect(lines()).toContainEqual(expect.stringContaining(`[${folder}] ${message}`));
    await rm(path.join(folder, 'locales/en/ui.json'), { force: true });
    await writeTree(pack(), folder);
    await look(2);
    expect(lines()).toEqual([]);
    expect(title()).toBe('new title');
  });

  it('may name only files that are in it', async () => {
    const outside = await writeTree({ 'x.json': '{}' });
    const whole = packOf({ [`../${path.basename(outside)}/x.json`]: '{}' });
    const folder = await writeTree({ [WORDS]: newWords, 'bundle.json': whole['bundle.json'] });
    const { lines } = await opened({ overlays: [folder] });
    expect(lines()).toContainEqual(expect.stringContaining('x.json: is listed in bundle.json and missing'));
  });
});

describe('installed packs', () => {
  it('are changed while the kiosk runs, below the overlays; the version before is kept', async () => {
    const overlay = await writeTree({
      'locales/es/tours/neck.json': { ...newWords, title: 'of the overlay' },
    });
    const { content, title } = await opened({ overlays: [overlay] });
    const first = content.current;
    await content.setPacks([
      await writeTree(packOf({ [WORDS]: newWords, 'locales/es/tours/neck.json': newWords })),
    ]);
    expect(title()).toBe('new title');
    expect(content.current.toursIndex('es').words['neck']?.title).toBe('of the overlay');
    expect(content.ofVersion(first.version)).toBe(first);
    await content.setPacks([]);
    expect([title(), ...content.faults]).toEqual(['en title']);
  });

  it('stay as they are when a new one brings an error, which is told until there is a better one', async () => {
    const { content, title, lines } = await opened({});
    const good = await writeTree(packOf({ [WORDS]: newWords }));
    const bad = await writeTree(packOf({ [WORDS]: '{' }));
    await content.setPacks([good]);
    expect((await content.errorsWith([bad])).map(({ name }) => name)).toContain('json-malformed');
    expect(lines()).toEqual([]);
    await content.setPacks([bad]);
    expect(title()).toBe('new title');
    expect(lines()).toContainEqual(expect.stringContaining(`[${bad}] ${WORDS}: is not well-formed JSON`));
    await content.setPacks([good]);
    expect([title(), ...lines()]).toEqual(['new title']);
  });
});

describe('the built-in stills', () => {
  const STILLS = 'assets/diagrams/neck/posters.json';

  it('lie below installed packs and are watched; a folder that is not there is not missed', async () => {
    const postersDir = path.join(await temporaryFolder(), 'atlas');
    const { content, look, lines } = await opened({ postersDir });
    expect(lines()).toEqual([]);
    const first = content.current;
    await writeTree({ 'assets/diagrams/neck/rest.front.webp': webp('drawn') }, postersDir);
    await look(2);
    expect(content.current.version).not.toBe(first.version);
    const drawn = content.current.diagrams.get('neck')?.pictures['rest@front']?.src;
    expect(drawn).not.toBe(first.diagrams.get('neck')?.pictures['rest@front']?.src);
    await content.setPacks([
      await writeTree(packOf({ 'assets/diagrams/neck/rest.front.webp': webp('rest') })),
    ]);
    expect(content.current.diagrams.get('neck')?.pictures['rest@front']?.src).toBe(
      first.diagrams.get('neck')?.pictures['rest@front']?.src,
    );
    await rm(postersDir, { recursive: true });
    await look(2);
    expect(lines()).toEqual([]);
  });

  it('that are bad are left out, and say why', async () => {
    const postersDir = await writeTree({ [STILLS]: '{' });
    const { content, lines } = await opened({ postersDir });
    expect(lines()).toContainEqual(
      expect.stringContaining(`[${postersDir}] ${STILLS}: is not well-formed JSON`),
    );
    expect(content.current.tours.size).toBe(2);
  });
});

it('never writes to a content folder', async () => {
  const folder = await writeTree({ [WORDS]: '{' });
  await opened({ overlays: [folder] });
  expect(await readFile(path.join(folder, WORDS), 'utf8')).toBe('{');
});
