import path from 'node:path';
import { build, type Rolldown } from 'vite';

/** The script that draws, as one text: it changes with everything that it is made of. */
export async function bundleEngine(): Promise<string> {
  const here = path.join(import.meta.dirname, '..');
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    build: {
      write: false,
      minify: true,
      target: 'chrome126',
      lib: { entry: path.join(here, 'draw-page.ts'), name: 'atlas', formats: ['iife'] },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
