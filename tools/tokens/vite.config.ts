/** `npm run tokens`: serves the page of tokens on this machine while it is worked on. No build takes it in. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = path.join(import.meta.dirname, '../..');

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: path.join(root, '.cache/tokens'),
  publicDir: false,
  plugins: [svelte({ configFile: false })],
  server: {
    host: '127.0.0.1',
    port: 4520,
    fs: { allow: [root, realpathSync(path.join(root, 'node_modules'))] },
  },
});
