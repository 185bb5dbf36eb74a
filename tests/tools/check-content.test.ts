import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { goodTree, temporaryFolder, tourWords, writeTree, type Tree } from '../fixtures/content.ts';

const script = path.join(import.meta.dirname, '../../tools/check-content.ts');

function check(...args: string[]): Promise<{ code: number; lines: string[]; errors: string }> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, INIT_CWD: undefined };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], { env }, (_, stdout, errors) =>
      resolve({ code: child.exitCode ?? -1, lines: stdout.trimEnd().split('\n'), errors }),
    );
  });
}

const checkTree = async (tree: Tree, ...overlays: Tree[]) => {
  const folders = await Promise.all(overlays.map((overlay) => writeTree(overlay)));
  const content = folders.flatMap((folder) => ['--content', folder]);
  return { folders, ...(await check('--built-in', await writeTree(tree), ...content)) };
};

describe('npm run check:content', () => {
  it('ends with 0 for good content, and counts it', async () => {
    const { code, lines, errors } = await checkTree(goodTree());
    expect(lines).toEqual(['2 tours in 2 languages: 0 errors, 0 warnings.']);
    expect([code, errors]).toEqual([0, '']);
  });

  it('ends with 0 where there are only warnings, and tells them', async () => {
    const { code, lines } = await checkTree({ ...goodTree(), 'locales/es/tours/neck.json': undefined });
    expect(lines).toEqual([
      'locales/es/tours/neck.json',
      '  warning has no words here and falls back. Translate it.',
      '2 tours in 2 languages: 0 errors, 1 warning.',
    ]);
    expect(code).toBe(0);
  });

  it('ends with 1 for a broken tree, and tells every fault below its file', async () => {
    const { code, lines } = await checkTree({
      ...goodTree(),
      'locales/es/tours/neck.json': { ...tourWords('es'), title: 5 },
      'assets/tours/eyes.json': '{"order": 2',
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'assets/tours/eyes.json',
        '  error   is not well-formed JSON: line 1, column 12: close brace expected. Correct the file there.',
        '  error   is left out: the file cannot be used. Correct the faults named with it.',
        'locales/es/tours/neck.json',
        '  error   title: must be a text, is a number. Correct it; docs/authoring.md describes the format.',
      ]),
    );
    expect(lines.at(-1)).toMatch(/^1 tour in 2 languages: \d errors, \d warnings?\.$/);
    expect(code).toBe(1);
  });

  it('ends with 1 when nothing can be shown, and says so', async () => {
    const { code, lines } = await checkTree({});
    expect(lines).toContain('Nothing can be shown: there is no usable locale, or no usable home picture.');
    expect(code).toBe(1);
  });

  it('checks a clinic’s own folder as it lies over the built-in content', async () => {
    const good = { 'locales/en/tours/neck.json': { ...tourWords('en'), title: 'Our title' } };
    expect((await checkTree(goodTree(), good)).lines).toEqual([
      '2 tours in 2 languages: 0 errors, 0 warnings.',
    ]);
    const bad = await checkTree(goodTree(), good, { 'locales/es/glossary.json': '{' });
    expect(bad.lines).toContain(path.join(bad.folders[1]!, 'locales/es/glossary.json'));
    expect(bad.code).toBe(1);
  });

  it.each([
    [
      'a folder that is not there',
      ['--content', 'no-such-folder'],
      /^There is no folder .*no-such-folder\.\n$/,
    ],
    ['an option that is none', ['--contents', '.'], /^Unknown option '--contents'/],
  ])('ends with 2 for %s, and says so', async (_, args, message) => {
    const { code, errors } = await check('--built-in', await temporaryFolder(), ...args);
    expect(errors).toMatch(message);
    expect(code).toBe(2);
  });
});
