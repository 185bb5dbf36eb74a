/** The one build description: `vite build -c electron.config.ts` makes the page and the main bundle. */
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { bundledPackages } from './tools/package/bundled-packages.ts';
import { stylesFirst } from './tools/package/styles-first.ts';

const root = import.meta.dirname;
const from = (...parts: string[]): string => path.join(root, ...parts);

/** What the page and the sheet that is printed have in common. */
const page = {
  outDir: from('dist/renderer'),
  // A hospital's Edge may be two years behind; older ones keep the calm static screen of index.html.
  target: 'chrome126',
  sourcemap: false,
  // The content security policy forbids data: fonts and scripts.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
} as const;

export default defineConfig({
  root: from('src-renderer'),
  publicDir: false,
  plugins: [svelte({ configFile: false }), bundledPackages(), stylesFirst()],
  builder: {
    // Named one by one: the default would also build an `ssr` environment, which has no entry.
    buildApp: async (builder) => {
      for (const name of ['sheet', 'client', 'main'] as const)
        await builder.build(builder.environments[name]!);
    },
  },
  environments: {
    // A bundle of its own: what both share would else be cut into many files, each of which the first screen would wait for.
    sheet: {
      consumer: 'client',
      build: { ...page, rolldownOptions: { input: from('src-renderer/sheet.html') }, emptyOutDir: true },
    },
    client: {
      build: { ...page, rolldownOptions: { input: from('src-renderer/index.html') }, emptyOutDir: false },
    },
    main: {
      consumer: 'server',
      resolve: {
        noExternal: true,
        external: ['electron'],
        conditions: ['node', 'import', 'module', 'default'],
      },
      build: {
        outDir: from('dist/main'),
        emptyOutDir: true,
        target: 'node22',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: {
            main: from('src-main/main.ts'),
            serve: from('src-main/serve.ts'),
            tonos: from('src-main/tonos.ts'),
          },
          external: ['electron'],
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
});
