import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src-main/cli/commands.ts';
import { runCommand } from '../../../src-main/cli/run-command.ts';
import { PackFile } from '../../../src-main/contract/structure.ts';
import { goodTree, temporaryFolder, tourWords, writeTree, type Tree } from '../../fixtures/content.ts';
import { openedPacks, WORDS } from '../packs/brought.ts';

const content: Tree = { [WORDS]: { ...tourWords('en'), title: 'new title' }, LICENSE: 'CC BY' };

/** A folder `content` with content, and a way to run commands beside it. */
async function workplace(tree = content) {
  const cwd = await temporaryFolder();
  await writeTree(tree, path.join(cwd, 'content'));
  const builtInDir = await writeTree(goodTree());
  const run = async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(args, {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      cwd,
      builtInDir,
      version: '1.2.3',
    });
    return { code, out, err: err.join('\n') };
  };
  const list = async (folder: string) =>
    PackFile.parse(JSON.parse(await readFile(path.join(cwd, folder, 'bundle.json'), 'utf8')));
  return { cwd, run, list };
}

describe('tonos', () => {
  it('says how each command is used', async () => {
    const { run } = await workplace();
    for (const ask of ['help', '--help', '-h']) {
      const { code, out } = await run(ask);
      expect(code).toBe(0);
      for (const { name, usage, what } of commands) {
        expect(out).toContain(`  tonos ${name} ${usage}`);
        expect(out).toContain(`      ${what}`);
      }
    }
    expect(await run('sign', '--help')).toMatchObject({
      code: 0,
      out: [expect.stringContaining('tonos sign <pack>'), expect.anything()],
    });
  });

  it('says its version', async () => {
    expect(await (await workplace()).run('version')).toEqual({ code: 0, out: ['1.2.3'], err: '' });
  });

  it('leaves the start of the kiosk to its host', async () => {
    const { run } = await workplace();
    expect(await run()).toEqual({ code: undefined, out: [], err: '' });
    expect(await run('--windowed', 'pack')).toEqual({ code: undefined, out: [], err: '' });
  });

  it.each<[string[], string]>([
    [['nonsense'], 'There is no command "nonsense".'],
    [['pack'], '<folder> is missing.'],
    [['pack', 'content', 'more'], '"more" is one word too many.'],
    [['pack', 'content', '--colour', 'red'], "Unknown option '--colour'."],
    [['pack', 'content', '--name', '../x'], '"../x" cannot be its name'],
    [['pack', 'content', '--sequence', '1.5'], '--sequence must be a whole number, not "1.5".'],
    [['pack', 'content', '--version', ''], '--version takes 1 to 60 characters.'],
    [['pack', 'content', '--out', 'content/pack'], '--out must be a folder outside'],
    [['sign', 'content'], '--key is missing.'],
    [['check-pack'], '<pack> is missing.'],
  ])('%j is wrong use', async (args, message) => {
    const { code, err } = await (await workplace()).run(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('runs as a program', async () => {
    const script = path.join(import.meta.dirname, '../../../src-main/tonos.ts');
    const run = (...args: string[]) =>
      new Promise<[number | null, string]>((resolve) => {
        const child = execFile(process.execPath, [script, ...args], (_, stdout, stderr) =>
          resolve([child.exitCode, stdout + stderr]),
        );
      });
    expect(await run('version')).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
    expect(await run()).toEqual([2, expect.stringContaining('tonos pack <folder>')]);
  });
});

describe('tonos pack', () => {
  it('lists the files with their SHA-256, in the folder itself', async () => {
    const { cwd, run, list } = await workplace();
    expect(await run('pack', 'content')).toEqual({
      code: 0,
      out: ['content, version 1, sequence 1: 2 files. Not signed yet.'],
      err: '',
    });
    const bytes = await readFile(path.join(cwd, 'content', WORDS));
    expect(await list('content')).toEqual({
      name: 'content',
      version: '1',
      sequence: 1,
      files: {
        [WORDS]: createHash('sha256').update(bytes).digest('hex'),
        LICENSE: expect.any(String) as string,
      },
    });
  });

  it('counts on when it is called again, and takes an old signature away', async () => {
    const { cwd, run, list } = await workplace();
    await run('pack', 'content', '--name', 'clinic', '--sequence', '7', '--version', 'spring');
    await writeFile(path.join(cwd, 'content/bundle.sig'), 'old');
    await writeFile(path.join(cwd, 'content/LICENSE'), 'CC BY-SA');
    expect((await run('pack', 'content')).err).toBe('');
    expect(await list('content')).toMatchObject({ name: 'clinic', version: '8', sequence: 8 });
    expect(await readdir(path.join(cwd, 'content'))).not.toContain('bundle.sig');
  });

  it('copies to an empty folder, without what systems leave behind', async () => {
    const { cwd, run } = await workplace({ ...content, '.DS_Store': 'x', 'locales/Thumbs.db': 'x' });
    expect((await run('pack', 'content', '--out', 'out/pack')).code).toBe(0);
    expect((await readdir(path.join(cwd, 'out/pack'), { recursive: true })).sort()).toEqual(
      ['LICENSE', 'bundle.json', 'locales', 'locales/en', 'locales/en/tours', WORDS].sort(),
    );
    expect(await readdir(path.join(cwd, 'content'))).not.toContain('bundle.json');
    expect((await run('pack', 'content', '--out', 'out/pack')).err).toContain('is not empty.');
  });

  it.each<[string, Tree, string]>([
    ['bad content', { [WORDS]: '{' }, `${WORDS}: is not well-formed JSON`],
    [
      'content that does not fit',
      { 'assets/home.json': { diagram: 'no', pose: 'no', camera: 'no' } },
      'names the diagram "no"',
    ],
    ['litter', { 'notes.docx': 'x' }, 'notes.docx: is not a file that the kiosk knows'],
    ['a slip in a name', { 'locales/en/glosary.json': {} }, 'locales/en/glosary.json: is not a file'],
    ['no picture', { 'assets/diagrams/neck/rest.front.webp': 'x' }, 'is not a WebP or PNG picture'],
  ])('refuses %s', async (_, tree, message) => {
    const { cwd, run } = await workplace({ ...content, ...tree });
    const { code, err } = await run('pack', 'content');
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(await readdir(path.join(cwd, 'content'))).not.toContain('bundle.json');
  });

  it('says that there is no such folder', async () => {
    const { code, err } = await (await workplace()).run('pack', 'nowhere');
    expect([code, err]).toEqual([1, expect.stringMatching(/^There is no folder .*nowhere\.$/)]);
  });
});

describe('keys and signatures', () => {
  const signed = async () => {
    const place = await workplace();
    const [publicKey = ''] = (await place.run('new-key', '--out', 'key.pem')).out;
    await place.run('pack', 'content', '--name', 'clinic');
    return { ...place, publicKey, sign: await place.run('sign', 'content', '--key', 'key.pem') };
  };

  it('a key is made once, for its owner only', async () => {
    const { cwd, run, publicKey } = await signed();
    expect(publicKey).toMatch(/^ed25519:[A-Za-z0-9+/]{43}=$/);
    expect((await stat(path.join(cwd, 'key.pem'))).mode & 0o777).toBe(
      process.platform === 'win32' ? 0o666 : 0o600,
    );
    const again = await run('new-key', '--out', 'key.pem');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('there is such a file already')]);
  });

  it('a kiosk takes what was packed and signed', async () => {
    const { cwd, run, publicKey, sign } = await signed();
    expect(sign).toEqual({ code: 0, out: [`Signed. The public key is ${publicKey}`], err: '' });
    expect((await run('check-pack', 'content', '--key', publicKey)).out).toEqual([
      'clinic, version 1, sequence 1, 2 files: whole and valid.',
    ]);
    const { store, title } = await openedPacks({ sources: () => [cwd], keys: () => [publicKey] });
    await store.lookNow();
    expect([title(), ...store.faults]).toEqual(['new title']);
  });

  it('nothing is signed that is not whole, or with no key', async () => {
    const { cwd, run } = await signed();
    expect((await run('sign', 'content', '--key', 'content/LICENSE')).err).toMatch(/is not a private key/);
    expect((await run('sign', 'content', '--key', 'nowhere')).err).toMatch(/cannot be read \(ENOENT\)/);
    expect((await run('sign', '.', '--key', 'key.pem')).err).toMatch(/Make the pack with "tonos pack" first/);
    await writeFile(path.join(cwd, 'content/LICENSE'), 'x');
    const { code, err } = await run('sign', 'content', '--key', 'key.pem');
    expect([code, err]).toEqual([1, expect.stringContaining('LICENSE: does not match its SHA-256')]);
  });

  it('a pack is checked', async () => {
    const { cwd, run, publicKey } = await signed();
    expect((await run('check-pack', 'content')).out.at(-1)).toBe('The signature was not checked.');
    expect((await run('check-pack', 'content', '--key', 'x')).code).toBe(2);
    expect((await run('check-pack', '.')).err).toContain('is no pack');
    const other = `ed25519:${Buffer.alloc(32, 1).toString('base64')}`;
    expect((await run('check-pack', 'content', '--key', other)).err).toContain('names the key');
    await writeFile(path.join(cwd, 'content/LICENSE'), 'x');
    const { code, err } = await run('check-pack', 'content', '--key', publicKey);
    expect([code, err]).toEqual([1, expect.stringContaining('LICENSE: does not match')]);
  });
});
