import { readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { thisMachine } from '../../../src-main/browser/machine.ts';
import { CommandProblem, type Command, type CommandIo } from '../../../src-main/cli/command.ts';
import { exportLogs } from '../../../src-main/cli/commands/export-logs.ts';
import { hashPinFrom } from '../../../src-main/cli/commands/hash-pin.ts';
import { resetPin } from '../../../src-main/cli/commands/reset-pin.ts';
import { controlKiosk } from '../../../src-main/control/control-kiosk.ts';
import { pinMatches } from '../../../src-main/staff/pin.ts';
import { hostDouble } from '../../doubles/host.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

async function run(command: Command, args: readonly string[], cwd = '/') {
  const out: string[] = [];
  const io: CommandIo = {
    out: (line) => out.push(line),
    err: (line) => out.push(line),
    cwd,
    builtInDir: cwd,
    version: '1.2.3',
  };
  return { code: await command.run(args, io), out };
}

const typed = (lines: string[], isTerminal = true) =>
  hashPinFrom({
    isTerminal,
    ask: () => Promise.resolve(lines.shift() ?? ''),
    readAll: () => Promise.resolve(lines.join('\n')),
  });

describe('tonos hash-pin', () => {
  it.each([
    ['asked twice', ['482915', '482915'], []],
    ['piped in', ['482915', ''], ['--stdin']],
  ])('prints a hash of the PIN, %s', async (_, lines, args) => {
    const { code, out } = await run(typed(lines), args);
    expect([code, out.length]).toEqual([0, 1]);
    expect(await pinMatches('482915', out[0] ?? '')).toBe(true);
  });

  it.each<[string, string[], string[], boolean, string]>([
    ['two PINs', ['482915', '482916'], [], true, 'The two are not the same.'],
    ['four digits', ['4829', '4829'], [], true, 'A staff PIN has 6 to 12 digits.'],
    ['an easy one', ['123456', '123456'], [], true, 'too easy to guess'],
    ['nothing', [], ['--stdin'], false, '6 to 12 digits'],
    ['nobody', [], [], false, 'Use --stdin.'],
    ['the PIN where all can read it', [], ['482915'], true, 'never give it here'],
  ])('refuses %s', async (_, lines, args, isTerminal, message) => {
    const refused = run(typed(lines, isTerminal), args);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toBeInstanceOf(CommandProblem);
  });
});

describe('tonos reset-pin', () => {
  it('removes the PIN and the wait, also of a damaged file, and nothing else', async () => {
    const folder = await writeTree({ 'staff.json': '{"version": 1, "pi', 'settings.json': {} });
    const { code, out } = await run(resetPin, ['--settings', '.'], folder);
    expect([code, out[0]]).toEqual([0, expect.stringContaining('choose a new PIN on it within 15 minutes')]);
    expect(await readdir(folder)).toEqual(['settings.json']);
    const again = await run(resetPin, ['--settings', folder]);
    expect([again.code, again.out[0]]).toEqual([
      0,
      expect.stringContaining('There is no staff PIN to remove'),
    ]);
  });
});

describe('tonos reset-pin beside a running kiosk', () => {
  it('restarts it once the PIN is gone', async () => {
    const stateDir = await writeTree({ 'staff.json': { version: 1, wrong: 0, waiting: false } });
    const host = hostDouble();
    let there: string[] = [];
    host.restart.mockImplementation(() => void (there = readdirSync(stateDir)));
    const status = () => undefined;
    const control = await controlKiosk({ stateDir, machine: thisMachine, host, log: logDouble(), status });
    onTestFinished(() => control.close());
    const { code, out } = await run(resetPin, ['--settings', stateDir]);
    expect([code, out[0]]).toEqual([0, expect.stringContaining('The kiosk restarts')]);
    expect(host.restart).toHaveBeenCalledOnce();
    expect(there).not.toContain('staff.json');
  });

  it('that cannot be asked says to restart it', async () => {
    const stateDir = await writeTree({ 'staff.json': { version: 1, wrong: 0, waiting: false } });
    const host = hostDouble();
    host.restart.mockImplementation(() => {
      throw new Error('Not yet.');
    });
    const status = () => undefined;
    const control = await controlKiosk({ stateDir, machine: thisMachine, host, log: logDouble(), status });
    onTestFinished(() => control.close());
    const { code, out } = await run(resetPin, ['--settings', stateDir]);
    expect([code, ...out]).toEqual([
      0,
      'The kiosk cannot answer yet: it is starting.',
      expect.stringContaining('Restart the kiosk now'),
    ]);
  });
});

describe('tonos export-logs', () => {
  it('writes the log and the health to a folder', async () => {
    const folder = await writeTree({ 'logs/tonos.log': '{"msg":"One."}\n', 'health.json': { starts: 4 } });
    const to = await temporaryFolder();
    const { code, out } = await run(exportLogs, ['--settings', folder, '--to', to]);
    expect(code).toBe(0);
    expect(path.dirname(out[0] ?? '')).toBe(to);
    const text = gunzipSync(await readFile(out[0] ?? '')).toString();
    expect(text).toContain('"starts":4');
    expect(text).toContain('FAULTS\nnot asked for');
    expect(text).toContain('{"msg":"One."}');
  });

  it('says when there is none, or no place for it', async () => {
    await expect(run(exportLogs, ['--settings', await temporaryFolder()])).rejects.toThrow(
      'There is no log in',
    );
    const folder = await writeTree({ 'logs/tonos.log': '' });
    const args = ['--settings', folder, '--to', '/nowhere/at/all'];
    await expect(run(exportLogs, args)).rejects.toThrow('cannot be written (ENOENT)');
  });
});
