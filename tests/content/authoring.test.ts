/** docs/authoring.md against the code: its table of faults, its examples. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLayer } from '../../src-main/content/layer.ts';
import { roleOf } from '../../src-main/content/layout.ts';
import { makeLibrary } from '../../src-main/content/library.ts';
import { readContentFile } from '../../src-main/content/read-content-file.ts';
import { PackFile } from '../../src-main/contract/structure.ts';
import { faultKinds } from '../../src-main/fault-kinds.ts';
import {
  fault,
  faultLine,
  isError,
  type Fault,
  type FaultDetail,
  type FaultName,
  type Place,
} from '../../src-main/faults.ts';
import { webp, writeTree } from '../fixtures/content.ts';

const root = path.join(import.meta.dirname, '../..');
const doc = readFileSync(path.join(root, 'docs/authoring.md'), 'utf8');

/** What a fault with a detail says is shown by an example. */
const examples: { [Name in FaultName as FaultDetail<Name> extends void ? never : Name]: FaultDetail<Name> } =
  {
    'file-unreadable': { why: 'EACCES' },
    'file-too-big': { bytes: 9 * 1024 * 1024, most: 8 * 1024 * 1024 },
    'files-too-many': { most: 20_000 },
    'json-malformed': { line: 3, column: 5, why: 'comma expected' },
    'json-too-deep': { most: 32 },
    'key-twice': { key: 'title', line: 9 },
    'shape-wrong': { why: 'must be a text, is a number' },
    'locale-tag-wrong': { tag: 'EN' },
    'locale-tag-mismatch': { tag: 'fr', folder: 'fr-CA' },
    'fallback-unknown': { tag: 'pt' },
    'words-unknown': { what: 'the tour "foot"' },
    'body-too-long': { words: 74, most: 60 },
    'term-unknown': { id: 'tremour' },
    'step-unknown': { id: 'turning' },
    'step-twice': { id: 'turning' },
    'diagram-unknown': { id: 'foot' },
    'pose-unknown': { id: 'nod', diagram: 'neck' },
    'view-unknown': { id: 'top', diagram: 'neck' },
    'picture-unknown': { key: 'nod@front', diagram: 'neck' },
    'picture-size-wrong': { is: '640 × 480', wanted: '1280 × 1152' },
    'motion-unknown': { id: 'nod', diagram: 'neck' },
    'part-unknown': { id: 'ear.left', diagram: 'neck' },
    'anchor-missing': { id: 'hyoid', key: 'rest@back', diagram: 'neck' },
    'anchor-missing-in-motion': { id: 'hyoid', motion: 'nod', keys: ['nod-1@front', 'nod-2@front'] },
    'mark-not-shown': { id: 'hyoid' },
    'source-unknown': { key: 'NHSS' },
    'listed-twice': { id: 'trapezius.left' },
    'place-taken': { id: 'neck', tour: 'stiff-neck', first: 'neck' },
    'tour-unknown': { id: 'foot' },
    'tour-left-out': { why: 'what it shows is not all there' },
    'diagram-left-out': { why: 'the file cannot be used' },
    'pair-incomplete': { twin: 'ear.right' },
    'layer-not-offered': { layer: 'nerve' },
    'parameter-unknown': { id: 'nod', diagram: 'neck' },
    'parameter-out-of-range': { id: 'turn', is: 95, least: -80, most: 80 },
    'mirrors-circular': { pose: 'turn-left' },
    'window-unknown': { id: 'throat', diagram: 'neck' },
    'shapes-left-out': { why: 'what it names is not all there' },
    'shapes-unknown': { id: 'skull' },
    'joint-unknown': { id: 'jaw', diagram: 'neck' },
    'joint-circular': { id: 'jaw' },
    'form-unknown': { id: 'smile', diagram: 'neck' },
    'form-points-wrong': { is: 4, wanted: 5 },
    'surface-unknown': { id: 'head-skin', diagram: 'neck' },
    'shape-id-taken': { id: 'head-skin' },
    'landmarks-few': { is: 2, least: 4 },
    'radii-wrong': { is: 3, wanted: 5 },
    'windows-too-many': { names: ['front', 'throat', 'ear', 'nape'], most: 3 },
    'cells-too-many': { is: 64, most: 20 },
    'frame-unknown': { number: 9, motion: 'nod', last: 6 },
    'place-missing': { id: 'hyoid', diagram: 'neck' },
    'touch-wrong': { is: 5000, wanted: 5120 },
    'overlay-left-out': { errors: 2 },
    'pack-key-unknown': { key: '0123456789abcdef' },
    'pack-older': { name: 'clinic', is: 2, has: 3 },
    'pack-too-big': { bytes: 600 * 1024 * 1024, most: 512 * 1024 * 1024 },
    'pack-no-space': { bytes: 40 * 1024 * 1024, free: 90 * 1024 * 1024 },
    'pack-not-copied': { why: 'EIO' },
    'pack-not-kept': { why: 'ENOSPC' },
    'pack-refused': { errors: 2 },
    'pack-damaged': { name: 'clinic', version: '3', instead: 'version 2 is shown' },
    'pack-faults-more': { more: 951 },
    'pack-previous-missing': { name: 'clinic' },
    'pack-list-unusable': { instead: 'its last good copy stands' },
    'counts-unusable': { aside: 'use.json.damaged' },
    'logo-too-big': { is: '6000 × 4000', most: 4096 },
    'logo-not-kept': { why: 'ENOSPC' },
    'logs-not-exported': { why: 'ENOSPC' },
    'settings-unusable': { instead: 'the last good settings stand instead' },
    'setting-wrong': { why: 'must be a number, is a text' },
    'settings-newer': { version: 2, known: 1 },
    'settings-not-saved': { why: 'ENOSPC' },
    'settings-copy-not-saved': { why: 'ENOSPC' },
    'printer-missing': { printer: 'Ward-2' },
    'printer-trouble': { trouble: 'paper' },
    'pdf-not-kept': { why: 'ENOENT' },
    'panel-not-turned': { why: 'no display is connected' },
    'settings-locale-unknown': { tag: 'fr', instead: 'en' },
  };

const detailOf = (name: string): unknown => (examples as Record<string, unknown>)[name];
const anyFault = fault as (name: string, at: Place, detail: unknown) => Fault;

/** The table that the text must have, to be copied from a failing run. */
const table = [
  ['name', 'how grave', 'what it says', 'what to do'],
  ['---', '---', '---', '---'],
  ...Object.keys(faultKinds).map((name) => {
    const { severity, what, todo } = anyFault(name, { folder: '', file: '' }, detailOf(name));
    return [`\`${name}\``, severity, what, todo];
  }),
]
  .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
  .join('\n');

/** `locales/fr/ui.json` → the JSON that stands below it in the text. */
const blocks = new Map(
  [...doc.matchAll(/^`([\w./-]+\.json)`\n\n```json\n([^]*?)```$/gm)].map(([, file = '', text = '']) => [
    file,
    text,
  ]),
);

describe('docs/authoring.md', () => {
  it('lists every fault of the catalogue, as the catalogue has it', () => {
    const [, listed] =
      /<!-- prettier-ignore-start -->\s*([^]*?)\s*<!-- prettier-ignore-end -->/.exec(doc) ?? [];
    expect(listed).toBe(table);
  });

  it('has an example of every kind of file', () => {
    const kinds = [...blocks.keys()].map((file) => {
      const role = roleOf(file);
      return role.role === 'json' ? role.kind : file;
    });
    expect(kinds.sort()).toEqual(
      [
        'bundle.json',
        'diagram',
        'diagramsWords',
        'glossary',
        'home',
        'locale',
        'posters',
        'shapes',
        'sharedShapes',
        'sources',
        'tour',
        'tourWords',
        'ui',
      ].sort(),
    );
  });

  it.each([...blocks].filter(([file]) => file !== 'bundle.json'))('%s has the right shape', (file, text) => {
    const role = roleOf(file);
    if (role.role !== 'json') return expect.unreachable();
    const { faults } = readContentFile(role.kind, Buffer.from(text), { folder: '', file });
    expect(faults.map(faultLine)).toEqual([]);
  });

  it('bundle.json has the right shape', () => {
    expect(PackFile.safeParse(JSON.parse(blocks.get('bundle.json') ?? '')).success).toBe(true);
  });

  it('has examples that work when they are laid over the shipped content', async () => {
    const shipped = await readLayer(root, '');
    const own = [...blocks].filter(([file]) => file !== 'bundle.json' && !shipped.json.has(file));
    const folder = await writeTree({
      ...Object.fromEntries(own),
      'assets/diagrams/forearm/open.front.webp': webp('open', [1280, 1152]),
    });
    const { library, faults } = makeLibrary([shipped, await readLayer(folder, folder)]);
    // The forearm has no names yet; all else is whole.
    expect(faults.filter(isError).map(({ file, path: place }) => `${file} ${place}`)).toEqual([
      'locales/en/diagrams.json forearm',
    ]);
    expect(library?.tours.has('first-visit')).toBe(true);
    expect(library?.diagrams.get('forearm')?.drawn).toBe(true);
    expect(library?.locales.map(({ tag }) => tag)).toContain('fr');
  });
});
