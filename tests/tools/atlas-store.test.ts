/** The baked stills on the disk, how they are drawn and put on sheets, without a browser. */
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { PostersFile } from '../../src-main/contract/diagram.ts';
import { allStills } from '../../tools/atlas/bake/choice.ts';
import { drawAll, type DrawOptions } from '../../tools/atlas/bake/draw-all.ts';
import { help, readOptions } from '../../tools/atlas/bake/options.ts';
import { plan, type Planned } from '../../tools/atlas/bake/plan.ts';
import { Progress } from '../../tools/atlas/bake/progress.ts';
import { index, sheetsOf } from '../../tools/atlas/bake/sheet.ts';
import { Store, type Drawn } from '../../tools/atlas/bake/store.ts';
import { aDiagram, subjectOf } from './atlas.ts';
import { folderWith, write } from './folder.ts';

const drawn = (text: string): Drawn => ({
  webp: Buffer.from(text),
  anchors: { skull: [1, 2, 'seen'], 'trapezius.left': [3, 4, 'hidden'] },
  touch: {
    columns: 2,
    rows: 1,
    names: ['skull'],
    runs: [
      [-1, 1],
      [0, 1],
    ],
  },
});

function planned({
  engine = 'engine',
  of = '0123456789abcdef',
  ...changes
}: Record<string, unknown> = {}): Planned[] {
  const diagram = aDiagram(changes);
  const stills = allStills({ diagrams: [diagram], home: undefined, tours: [] });
  return plan(stills, new Map([['neck', subjectOf(diagram, {}, of as string)]]), engine as string);
}

const drawings = (all: readonly Planned[]) =>
  new Map(all.map((each) => [each, drawn(each.still.file)] as const));

async function baked(folder = folderWith()) {
  const store = new Store(folder, planned());
  await store.add(drawings(planned()));
  return { folder, store };
}

const at = (folder: string, ...parts: string[]) => path.join(folder, 'assets/diagrams', ...parts);
const postersOf = (folder: string) =>
  PostersFile.parse(JSON.parse(readFileSync(at(folder, 'neck/posters.json'), 'utf8')));

describe('the store', () => {
  it('holds what was drawn, with a list that names it', async () => {
    const { folder, store } = await baked();
    const { of, pictures } = postersOf(folder);
    expect(of).toBe('0123456789abcdef');
    expect(Object.keys(pictures).sort()).toEqual(
      planned()
        .flatMap(({ still }) => still.keys)
        .sort(),
    );
    for (const { file } of Object.values(pictures))
      expect(readFileSync(at(folder, 'neck', file), 'utf8')).toBe(file);
    expect(store.stale(planned())).toEqual([]);
    expect(store.bytes()).toBeGreaterThan(100);
  });

  it('has touch maps for poses and not for frames', async () => {
    const { pictures } = postersOf((await baked()).folder);
    expect(pictures['rest@left']?.touch).toBeDefined();
    expect(pictures['bend.0@left']?.file).toBe('rest.left.webp');
    expect(pictures['bend.0@left']?.touch).toBeUndefined();
    expect(pictures['bend.1@left']?.anchors['skull']).toEqual([1, 2, 'seen']);
  });

  it('keeps anchors and touch maps when it is read again', async () => {
    const { folder } = await baked();
    const before = readFileSync(at(folder, 'neck/posters.json'), 'utf8');
    rmSync(at(folder, 'neck/bent.front.webp'));
    const store = new Store(folder, planned());
    const stale = store.stale(planned());
    expect(stale.map(({ still }) => still.file)).toEqual(['bent.front.webp']);
    await store.add(drawings(stale));
    expect(readFileSync(at(folder, 'neck/posters.json'), 'utf8')).toBe(before);
  });

  it('names only what is there when it was interrupted', async () => {
    const folder = folderWith();
    const [first, ...rest] = planned();
    await new Store(folder, planned()).add(drawings([first!]));
    expect(Object.keys(postersOf(folder).pictures)).toEqual(first!.still.keys);
    expect(new Store(folder, planned()).stale(planned())).toHaveLength(rest.length);
  });

  it('redraws what a changed engine has drawn, and says until then that it is not there', async () => {
    const { folder } = await baked();
    const after = planned({ engine: 'other' });
    const store = new Store(folder, after);
    expect(store.stale(after)).toHaveLength(after.length);
    await store.tidy();
    expect(existsSync(at(folder, 'neck/posters.json'))).toBe(false);
    await store.add(drawings(after));
    expect(store.stale(after)).toEqual([]);
  });

  it('draws nothing again when only the print of the data is another', async () => {
    const { folder } = await baked();
    const after = planned({ of: 'fedcba9876543210' });
    const store = new Store(folder, after);
    await store.tidy();
    expect(store.stale(after)).toEqual([]);
    expect(postersOf(folder).of).toBe('fedcba9876543210');
  });

  it('deletes orphans, and leaves alone what is current', async () => {
    const { folder } = await baked();
    write(at(folder), 'neck/sneezing.front.webp', 'old');
    write(at(folder), 'neck/rest.front.webp.new', 'half');
    utimesSync(at(folder, 'neck/rest.front.webp.new'), 0, 0);
    write(at(folder), 'elbow/rest.front.webp', 'old');
    write(at(folder), 'elbow/posters.json', '{}');
    expect(await new Store(folder, planned()).tidy()).toBe(4);
    expect(readdirSync(at(folder))).toEqual(['neck']);
    expect(readdirSync(at(folder, 'neck')).sort()).toEqual(
      [...planned().map(({ still }) => still.file), 'posters.json'].sort(),
    );
  });

  it('leaves alone what another run is writing', async () => {
    const { folder } = await baked();
    write(at(folder), 'neck/rest.front.webp.new', 'half');
    expect(await new Store(folder, planned()).tidy()).toBe(0);
  });

  it('survives a list and stamps that are no JSON: everything is drawn again', async () => {
    const { folder } = await baked();
    write(folder, 'stamps.json', '{');
    write(at(folder), 'neck/posters.json', 'null');
    expect(new Store(folder, planned()).stale(planned())).toHaveLength(planned().length);
  });

  it('keeps what another run has added meanwhile', async () => {
    const folder = folderWith();
    const [first, second] = planned();
    const [one, other] = [new Store(folder, planned()), new Store(folder, planned())];
    await one.add(drawings([first!]));
    await other.add(drawings([second!]));
    const names = planned()
      .slice(0, 2)
      .flatMap(({ still }) => still.keys);
    expect(Object.keys(postersOf(folder).pictures).sort()).toEqual(names.sort());
  });
});

describe('drawing', () => {
  const options = (changes: Partial<DrawOptions> = {}) => ({
    artists: [{ draw: ({ still }: Planned) => Promise.resolve(drawn(still.file)) }],
    keep: vi.fn((_: ReadonlyMap<Planned, Drawn>) => Promise.resolve()),
    isFull: (pictures: number) => pictures >= 3,
    pause: () => Promise.resolve(),
    signal: new AbortController().signal,
    onDrawn: () => undefined,
    ...changes,
  });
  const kept = (keep: ReturnType<typeof options>['keep']) =>
    (keep as ReturnType<typeof vi.fn>).mock.calls.map(([batch]) => (batch as Map<Planned, Drawn>).size);

  it('keeps a few at a time, and all of them', async () => {
    const given = options();
    const all = planned();
    expect(await drawAll(all, given)).toEqual({ drawn: 8, failed: new Map() });
    expect(kept(given.keep)).toEqual([3, 3, 2]);
  });

  it('loses nothing when several draw side by side', async () => {
    const slow = (ms: number) => ({
      draw: async ({ still }: Planned) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return drawn(still.file);
      },
    });
    const given = options({ artists: [slow(1), slow(4), slow(7)], isFull: () => true });
    await drawAll(planned(), given);
    const batches = vi.mocked(given.keep).mock.calls.map(([batch]) => [...batch.keys()]);
    expect(new Set(batches.flat()).size).toBe(planned().length);
  });

  it('keeps what is drawn when it is stopped, and begins nothing more', async () => {
    const stop = new AbortController();
    const onDrawn = vi.fn((count: number) => void (count === 4 && stop.abort()));
    const given = options({ signal: stop.signal, onDrawn });
    expect((await drawAll(planned(), given)).drawn).toBe(4);
    expect(kept(given.keep)).toEqual([3, 1]);
  });

  it('gives up on a diagram that cannot be drawn, and goes on with the others', async () => {
    const neck = planned();
    const hand = planned({ id: 'hand' }).map((each) => ({
      ...each,
      still: { ...each.still, diagram: 'hand' },
    }));
    const draw = vi.fn(({ still }: Planned) =>
      still.diagram === 'neck' ? Promise.reject(new Error('no skin')) : Promise.resolve(drawn('')),
    );
    const outcome = await drawAll([...neck, ...hand], options({ artists: [{ draw }] }));
    expect(outcome).toEqual({ drawn: hand.length, failed: new Map([['neck', 'rest@front: no skin']]) });
    expect(draw).toHaveBeenCalledTimes(1 + hand.length);
  });

  it('lets each artist finish a diagram before it begins another', async () => {
    const neck = planned().slice(0, 3);
    const hand = neck.map((each) => ({ ...each, still: { ...each.still, diagram: 'hand' } }));
    const seen: string[] = [];
    const artists = [
      { draw: ({ still }: Planned) => (seen.push(still.diagram), Promise.resolve(drawn(''))) },
    ];
    await drawAll([neck[0]!, hand[0]!, neck[1]!, hand[1]!], options({ artists }));
    expect(seen).toEqual(['neck', 'neck', 'hand', 'hand']);
  });
});

describe('the sheets', () => {
  it('have the poses of a diagram view by view, and no frames', () => {
    const [[sheet, ordered] = []] = [...sheetsOf(planned())];
    expect(ordered?.map(({ still }) => still.file)).toEqual([
      ...['rest.front.webp', 'turned.front.webp', 'bent.front.webp'],
      ...['rest.left.webp', 'turned.left.webp', 'bent.left.webp'],
      'rest.back.webp',
    ]);
    expect(sheet?.rows).toEqual([
      ['rest@front', 'turned@front', 'bent@front'],
      ['rest@left', 'turned@left', 'bent@left'],
      ['rest@back'],
    ]);
  });

  it('come with an index that says what is where', () => {
    const text = index([{ diagram: 'neck', rows: [['rest@front', 'turned@front'], ['bent@front']] }]);
    expect(text).toContain('|  | 1 | 2 |\n| --: | --- | --- |');
    expect(text).toContain('| 1 | `rest@front` | `turned@front` |\n| 2 | `bent@front` |');
  });
});

describe('the options', () => {
  it('are none, or those of the help', () => {
    expect(readOptions([])).toEqual({
      first: false,
      shown: false,
      within: Infinity,
      background: false,
      sheet: false,
      help: false,
    });
    expect(readOptions(['--first', '--within', '15'])).toMatchObject({ first: true, within: 15_000 });
    for (const [, name] of help.matchAll(/^ {2}--(\w+) {2,}/gm))
      expect(readOptions([`--${name}`])).toHaveProperty([name!], true);
  });

  it.each([['--within', 'soon'], ['--within', '-1'], ['--last'], ['neck']])(
    'are refused when they are wrong: %s %s',
    (...args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});

describe('the progress', () => {
  const written = (isTTY: boolean, background = false): string => {
    let text = '';
    const out = { isTTY, write: (more: string) => Boolean((text += more)) };
    const progress = new Progress(2, { first: true, background }, out);
    progress.show(1);
    progress.show(2);
    progress.end();
    return text;
  };

  it('is one line that counts on a terminal, and one that does not elsewhere', () => {
    expect(written(true).split('\r').at(-1)).toBe('Drawing the first pictures (2 of 2)…\n');
    expect(written(true)).toContain('\rDrawing the first pictures (0 of 2)…\r');
    expect(written(false)).toBe('Drawing the first pictures (2)…\n');
    expect(written(true, true)).toBe('');
  });
});
