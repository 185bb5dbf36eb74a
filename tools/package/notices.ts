import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PACKAGES_FILE, type BundledPackage } from './bundled-packages.ts';

/** Licences that ask for no more than their text beside the program. Others need a decision first. */
export const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
];

/**
 * The packages in both bundles, each once, by name.
 * @param dist the folder of the build
 * @throws when a bundle has no list of its packages
 */
export function readBundled(dist: string): BundledPackage[] {
  const lists = ['main', 'renderer'].map((bundle) => {
    const file = path.join(dist, bundle, PACKAGES_FILE);
    if (!existsSync(file)) throw new Error(`There is no ${file}. Build with: npm run build`);
    return JSON.parse(readFileSync(file, 'utf8')) as BundledPackage[];
  });
  const byName = new Map(lists.flat().map((each) => [`${each.name}@${each.version}`, each]));
  return [...byName.keys()].sort().map((key) => byName.get(key)!);
}

/** What keeps packages from being shipped, one line each; empty when nothing does. */
export function licenceFaults(bundled: readonly BundledPackage[]): string[] {
  return bundled.flatMap(({ name, version, licence, text }) => [
    ...(text ? [] : [`${name} ${version} has no licence text.`]),
    ...(PERMISSIVE.includes(licence) ? [] : [`${name} ${version} has the licence "${licence}".`]),
  ]);
}

const RULE = '='.repeat(80);

/** The text that is shipped with the program. */
export function notices(bundled: readonly BundledPackage[]): string {
  const head = [
    'Tonos contains software and typefaces of others. Their licences follow.',
    '',
    'Where Tonos is installed with Electron, Electron’s licence is in LICENSE.electron.txt and those of Chromium and its',
    'parts are in LICENSES.chromium.html, beside the program. Where it is installed with Node, its licence is in',
    'LICENSE.node.txt.',
    '',
    ...bundled.map(({ name, version, licence }) => `- ${name} ${version} (${licence})`),
  ];
  const texts = bundled.flatMap(({ name, version, text }) => [
    '',
    RULE,
    `${name} ${version}`,
    RULE,
    '',
    text,
  ]);
  return [...head, ...texts, ''].join('\n').replaceAll('\r\n', '\n');
}
