import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { thisMachine } from '../../../src-main/browser/machine.ts';
import { runCommand } from '../../../src-main/cli/run-command.ts';
import { controlKiosk } from '../../../src-main/control/control-kiosk.ts';
import { hostDouble } from '../../doubles/host.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    cwd: '/',
    builtInDir: '/',
    version: '0',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('tonos check-settings', () => {
  it('passes a good file', async () => {
    const folder = await writeTree({ 'settings.json': { clinicName: 'Clinic', locked: ['locale'] } });
    const file = path.join(folder, 'settings.json');
    expect(await run('check-settings', file)).toEqual({
      code: 0,
      out: `${file} is good: clinicName, locked.`,
      err: '',
    });
  });

  it.each<[string, unknown, string]>([
    [
      'a slip in the syntax',
      '{ "locale": "en", }',
      'settings.json: is not well-formed JSON: line 1, column 19',
    ],
    ['a key that is no setting', { clinicname: 'C' }, 'settings.json › clinicname: is an unknown key'],
    ['a wrong value', { idleSeconds: 5 }, 'settings.json › idleSeconds: too small'],
    ['a lock on nothing', { locked: ['volumes'] }, 'settings.json › locked[0]: '],
    [
      'a PIN’s hash that is too weak to be taken',
      { staffPin: `scrypt$8192$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}` },
      'settings.json › staffPin: is no hash that a kiosk can use',
    ],
    ['a PIN in the clear', { staffPin: '123456' }, 'staffPin: must be what `tonos hash-pin` prints'],
    [
      'a shop that closes before it opens',
      { openingHours: { mon: [{ from: '18:00', to: '08:00' }] } },
      'mon[0]',
    ],
    ['a logo that is not there', { clinicLogo: 'logo.png' }, 'logo.png: is missing'],
    ['a logo elsewhere', { clinicLogo: '../logo.png' }, 'clinicLogo: must be the name of'],
  ])('names %s', async (_, value, message) => {
    const folder = await writeTree({ 'settings.json': value });
    const { code, err } = await run('check-settings', path.join(folder, 'settings.json'));
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
  });

  it('says when there is no file', async () => {
    const file = path.join(await temporaryFolder(), 'settings.json');
    expect(await run('check-settings', file)).toMatchObject({ code: 1, err: `There is no file ${file}.` });
  });
});

describe('a running kiosk', () => {
  it('is asked, restarted and ended', async () => {
    const stateDir = await temporaryFolder();
    const host = hostDouble();
    const control = await controlKiosk({
      stateDir,
      machine: thisMachine,
      host,
      log: logDouble(),
      status: () => ({ well: true }),
    });
    onTestFinished(() => control.close());
    const where = ['--settings', stateDir];
    expect(JSON.parse((await run('status', ...where)).out)).toEqual({ well: true });
    expect(await run('restart', ...where)).toMatchObject({ code: 0, out: 'The kiosk restarts.' });
    expect(await run('quit', ...where)).toMatchObject({ code: 0, out: 'The kiosk ends.' });
    expect([host.restart, host.leave].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('that is still starting is said to be', async () => {
    const stateDir = await temporaryFolder();
    const control = await controlKiosk({
      stateDir,
      machine: thisMachine,
      host: hostDouble(),
      log: logDouble(),
      status: () => {
        throw new ReferenceError('Cannot access "kiosk" before initialization');
      },
    });
    onTestFinished(() => control.close());
    expect(await run('status', '--settings', stateDir)).toEqual({
      code: 1,
      out: '',
      err: 'The kiosk cannot answer yet: it is starting.',
    });
  });

  it('is missed', async () => {
    const where = ['--settings', await temporaryFolder()];
    expect(await run('quit', ...where)).toEqual({ code: 1, out: '', err: 'No kiosk is running.' });
  });
});
