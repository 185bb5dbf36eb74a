import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askControl, AlreadyRunning, openControl } from '../../../src-main/control/control.ts';
import { controlKiosk } from '../../../src-main/control/control-kiosk.ts';
import { controlPlace } from '../../../src-main/control/control-place.ts';
import { HostProblem } from '../../../src-main/exit-codes.ts';
import { hostDouble } from '../../doubles/host.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder } from '../../fixtures/content.ts';

const machine = { platform: process.platform, temporary: '/tmp' };
const newPlace = async () => controlPlace(await temporaryFolder(), machine);

async function opened(place: string, answer = vi.fn((command: string): unknown => ({ did: command }))) {
  const control = await openControl(place, answer);
  onTestFinished(() => control.close());
  return { control, answer };
}

it('answers the commands it knows', async () => {
  const place = await newPlace();
  await opened(place);
  expect(await askControl(place, 'status')).toEqual({ did: 'status' });
  expect(await askControl(place, 'quit')).toEqual({ did: 'quit' });
});

it('is no one when no kiosk runs', async () => {
  expect(await askControl(await newPlace(), 'quit')).toBeUndefined();
});

it.skipIf(process.platform === 'win32')('lets nobody else in', async () => {
  const place = await newPlace();
  await opened(place);
  expect(statSync(place).mode & 0o777).toBe(0o600);
});

it.each(['shutdown\n', `${'x'.repeat(100_000)}\n`, '\0\0\n'])('does nothing on %j', async (text) => {
  const place = await newPlace();
  const { answer } = await opened(place);
  await new Promise<void>((resolve) => {
    const socket = connect(place, () => socket.write(text));
    socket.on('error', () => undefined).on('close', () => resolve());
    socket.resume();
  });
  expect(answer).not.toHaveBeenCalled();
  expect(await askControl(place, 'status')).toEqual({ did: 'status' });
});

it('keeps a second kiosk out', async () => {
  const place = await newPlace();
  const { control } = await opened(place);
  await expect(openControl(place, () => undefined)).rejects.toThrow(AlreadyRunning);
  await control.close();
  await opened(place);
});

it.skipIf(process.platform === 'win32')('takes the place of one that was killed', async () => {
  const place = await newPlace();
  // A process that ends at once and leaves its socket behind, as a killed one does.
  const script = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', script, place]);
  expect(existsSync(place)).toBe(true);
  await opened(place);
  expect(await askControl(place, 'status')).toEqual({ did: 'status' });
});

describe('of a kiosk', () => {
  const start = async (stateDir: string) => {
    const host = hostDouble();
    const log = logDouble();
    const status = () => Promise.resolve({ well: true });
    const control = await controlKiosk({ stateDir, machine, host, log, status });
    onTestFinished(() => control.close());
    return { host, log, place: controlPlace(stateDir, machine) };
  };

  it('ends it, starts it again, and tells how it is', async () => {
    const { host, place } = await start(await temporaryFolder());
    expect(await askControl(place, 'status')).toEqual({ well: true });
    await askControl(place, 'restart');
    expect(host.restart).toHaveBeenCalledTimes(1);
    expect(host.leave).not.toHaveBeenCalled();
    await askControl(place, 'quit');
    expect(host.leave).toHaveBeenCalledTimes(1);
  });

  it('says who has the folder', async () => {
    const folder = await temporaryFolder();
    await start(folder);
    await expect(start(folder)).rejects.toThrow(HostProblem);
    await expect(start(folder)).rejects.toThrow(`A kiosk is running already with the folder ${folder}.`);
  });

  it('goes on where there is no place for it', async () => {
    const file = path.join(await temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { log } = await start(path.join(file, 'folder'));
    expect(log.lines[0]).toMatch(/^warning: The tonos command cannot reach this kiosk/);
  });
});

it('finds a place that every system takes', () => {
  const linux = { platform: 'linux', temporary: '/tmp' } as const;
  expect(controlPlace('/var/lib/tonos', linux)).toBe('/var/lib/tonos/control.sock');
  expect(controlPlace(`/${'long/'.repeat(40)}`, linux)).toMatch(/^\/tmp\/tonos-[0-9a-f]{16}\.sock$/);
  expect(controlPlace('C:\\state', { platform: 'win32', temporary: '' })).toMatch(
    /^\\\\\.\\pipe\\tonos-[0-9a-f]{16}$/,
  );
});
