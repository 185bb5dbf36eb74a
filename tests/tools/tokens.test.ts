import path from 'node:path';
import { createBuilder, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import config from '../../electron-builder.config.ts';
import { selectorOf } from '../../tools/tokens/states.ts';
import { kindOf, tokensIn } from '../../tools/tokens/sizes.ts';
import { root } from '../../tools/start/project.mjs';

describe('a production build', () => {
  it('holds nothing of the page of tokens', { timeout: 300_000 }, async () => {
    const builder = await createBuilder({
      configFile: path.join(root, 'electron.config.ts'),
      logLevel: 'silent',
      // Looked at, not written.
      environments: { client: { build: { write: false } } },
    });
    const built = (await builder.build(builder.environments['client']!)) as Rolldown.RolldownOutput;
    const chunks = built.output.filter((file) => file.type === 'chunk');
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => path.relative(root, id)));
    expect(modules).toContain(path.normalize('src-renderer/ui/Button.svelte'));
    expect(modules.filter((id) => id.startsWith(`tools${path.sep}`))).toEqual([]);
    for (const file of built.output)
      expect(file.type === 'chunk' ? file.code : String(file.source), file.fileName).not.toMatch(
        /data-shown/,
      );
  });

  it('is packed without the tools', () => {
    expect((config.files as string[]).filter((glob) => /^(\*\*|\.|tools)/.test(glob))).toEqual([]);
  });
});

it('a state that only a finger brings about is shown by an attribute too', () => {
  expect(selectorOf('.button:active')).toBe(".button:is(:active, [data-shown='pressed'])");
  expect(selectorOf(':focus-visible')).toBe(":is(:focus-visible, [data-shown='focused'])");
  expect(selectorOf('.row')).toBe('.row');
});

it('tokens are read with their values, over several lines too', () => {
  const tokens = tokensIn(
    '\n:root {\n  --gap: calc(var(--u) * 8);\n  --text-shadow:\n    0 0 1px red,\n    0 0 2px red;\n}\n',
  );
  expect(tokens).toEqual([
    ['gap', 'calc(var(--u) * 8)'],
    ['text-shadow', '0 0 1px red, 0 0 2px red'],
  ]);
  expect(['text-base', 'gap', 'fade', 'stage'].map(kindOf)).toEqual(['type', 'length', 'time', 'other']);
});
