import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** A package of the registry that is in a bundle, whole or in part. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it, such as `MIT`; empty where it names none. */
  readonly licence: string;
  /** The texts of its licence files, one after the other; empty where it has none. */
  readonly text: string;
}

/** The list beside each bundle. It is for packaging and is not shipped. */
export const PACKAGES_FILE = 'packages.json';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/** Writes beside a bundle which packages are in it: of its modules, and of files such as fonts that it refers to. */
export function bundledPackages(): Plugin {
  return {
    name: 'tonos:bundled-packages',
    generateBundle(_, bundle) {
      const { root } = this.environment.config;
      const sources = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? file.moduleIds
          : file.originalFileNames.map((name) => path.resolve(root, name)),
      );
      const homes = [...new Set(sources.flatMap((source) => packageHome(source) ?? []))].sort();
      const source = JSON.stringify(homes.map(readPackage), undefined, 2);
      this.emitFile({ type: 'asset', fileName: PACKAGES_FILE, source });
    },
  };
}

/** The folder of the package that a module belongs to; `undefined` for the product's own modules. */
export function packageHome(module: string): string | undefined {
  // A plugin's own module begins with a zero byte and may name a real file after it.
  const [file = ''] = module.replace(/^\0/, '').split('?');
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

function readPackage(home: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const texts = readdirSync(home)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(path.join(home, file), 'utf8').trim());
  return { name, version, licence: license ?? '', text: texts.join('\n\n') };
}
