/** `npm run translate`, as it is called. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLayer } from '../../../src-main/content/layer.ts';
import { makeLibrary } from '../../../src-main/content/library.ts';
import { isError } from '../../../src-main/faults.ts';
import { root } from '../../../tools/start/project.mjs';
import { folderWith } from '../folder.ts';

function translate(...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, INIT_CWD: undefined };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, 'tools/translate.ts'), ...args],
      { env },
      (_, out, errors) => resolve({ code: child.exitCode ?? -1, said: out + errors }),
    );
  });
}

/** Fills in the line below a place. */
function fill(file: string, place: string, text: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(
    new RegExp(`(msgctxt "${place}"\\nmsgid (?:".*"\\n)+msgstr )""`),
    `$1"${text}"`,
  );
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

describe('npm run translate', () => {
  it('leads from nothing to a language that the kiosk shows', async () => {
    const folder = folderWith();
    const work = (name: string): string => path.join(folder, 'translations/oc', name);
    const begun = await translate('new', 'oc', '--content', folder);
    expect(begun.code).toBe(0);
    expect(existsSync(work('tours/neck.po'))).toBe(true);
    // Nothing that the kiosk would read, or object to.
    expect((await readLayer(folder, folder)).json.size).toBe(0);

    fill(work('locale.po'), 'name', 'Occitan');
    fill(work('locale.po'), 'invitation', 'Tocatz per començar');
    fill(work('ui.po'), 'controls.back', 'Tornar');
    expect(await translate('new', 'oc', '--content', folder)).toMatchObject({ code: 2 });
    const taken = await translate('import', 'oc', '--content', folder);
    expect(taken.code).toBe(0);
    expect(taken.said).toMatch(/^ui\.json: 1 of \d+ texts are taken\.$/m);

    const { library, faults } = makeLibrary([await readLayer(root, ''), await readLayer(folder, folder)]);
    expect(faults.filter((one) => one.folder === folder && isError(one))).toEqual([]);
    expect(library?.locales.map(({ tag }) => tag)).toContain('oc');
    expect(library?.words('oc', 'ui')).toMatchObject({ words: { controls: { back: 'Tornar' } } });

    const status = await translate('status', '--content', folder);
    expect(status).toMatchObject({ code: 0, said: expect.stringMatching(/^oc .* 0 %/m) as string });
    expect(await translate('check', 'oc', '--content', folder)).toMatchObject({ code: 1 });
    expect(await translate('export', 'oc', '--content', folder)).toMatchObject({ code: 0 });
    expect(readFileSync(work('ui.po'), 'utf8')).toContain('msgstr "Tornar"');
  }, 120_000);

  it.each([
    [['spanish'], 'Say one of: status, new, export, import, check, record'],
    [['check'], 'Say of which language: check fr'],
    [['check', 'xx'], 'There is no language xx. Begin it with: new xx'],
    [['new', 'es'], 'There is a language es already. Go on with: export es'],
    [['new', 'not a tag'], '"not a tag" is no tag of a language, as in fr, pt-BR or zh-Hans.'],
    [['import', 'es', '--content', '/nowhere'], 'There are no PO files in'],
  ])('ends with 2 for %j', async (args, said) => {
    const { code, said: told } = await translate(...args);
    expect(told).toContain(said);
    expect(code).toBe(2);
  });
});
