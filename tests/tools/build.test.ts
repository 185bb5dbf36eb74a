import { expect, it, vi } from 'vitest';
import { buildWhatIsStale, whyStale } from '../../tools/start/build.mjs';
import { folderWith, write } from './folder.ts';

const sources = {
  'src-main/serve.ts': 'one',
  'src-main/browser/guard.ts': 'two',
  'src-renderer/index.html': 'three',
  'electron.config.ts': 'four',
  'package-lock.json': 'five',
};

function setUp() {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const folder = folderWith(sources);
  const runBuild = vi.fn(() => {
    write(folder, 'dist/main/main.js', '');
    write(folder, 'dist/main/serve.js', '');
    write(folder, 'dist/renderer/index.html', '');
    return Promise.resolve(0);
  });
  const start = () => buildWhatIsStale(folder, { node: 'node', runBuild });
  return { folder, runBuild, start };
}

it('builds on the first start, not on the second', async () => {
  const { start, runBuild } = setUp();
  expect([await start(), await start()]).toEqual([true, false]);
  expect(runBuild).toHaveBeenCalledOnce();
  expect(console.log).toHaveBeenCalledExactlyOnceWith('Building, as dist/main/main.js is missing.');
});

it('does not mind that a file was written again as it was', async () => {
  const { folder, start } = setUp();
  await start();
  write(folder, 'src-main/serve.ts', 'one');
  write(folder, 'locales/en/ui.json', 'words are no part of a bundle');
  expect(await start()).toBe(false);
});

it.each([...Object.keys(sources), 'src-main/new.ts'])('builds again when %s changes', async (file) => {
  const { folder, start } = setUp();
  await start();
  write(folder, file, 'changed');
  expect(whyStale(folder)).toBe('the sources have changed');
  expect([await start(), await start()]).toEqual([true, false]);
});

it('builds again what was edited during the build', async () => {
  const { folder, start, runBuild } = setUp();
  runBuild.mockImplementationOnce(() => {
    write(folder, 'src-main/serve.ts', 'edited meanwhile');
    write(folder, 'dist/main/main.js', '');
    write(folder, 'dist/main/serve.js', '');
    write(folder, 'dist/renderer/index.html', '');
    return Promise.resolve(0);
  });
  expect([await start(), await start(), await start()]).toEqual([true, true, false]);
});

it('does not take a failed build for a build', async () => {
  const { folder, start, runBuild } = setUp();
  runBuild.mockImplementationOnce(() => Promise.resolve(1));
  await expect(start()).rejects.toThrow('The build failed');
  expect(whyStale(folder)).toBeDefined();
});
