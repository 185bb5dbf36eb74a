import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { chmod, readdir, rename } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askControl, AlreadyRunning, openControl } from '../../../src-main/control/control.ts';
import { controlKiosk } from '../../../src-main/control/control-kiosk.ts';
import { controlPlace } from '../../../src-main/control/control-place.ts';
import { HostProblem } from '../../../src-main/exit-codes.ts';
import { hostDouble } from '../../doubles/host.ts';
import { logDouble } from '../../doubles/log.ts';
import { temporaryFolder } from '../../fixtures/content.ts';

const user = process.getuid?.();
const machine = { platform: process.platform, env: {}, temporary: '/tmp', user };
const newPlace = async () => controlPlace(await temporaryFolder(), machine);

async function opened(place: string, answer = vi.fn((command: string): unknown => ({ did: command }))) {
  const control = await openControl(place, user, answer);
  onTestFinished(() => control.close());
  return { control, answer };
}

it('answers the commands it knows', async () => {
  const place = await newPlace();
  await opened(place);
  expect(await askControl(place, user, 'status')).toEqual({ did: 'status' });
  expect(await askControl(place, user, 'quit')).toEqual({ did: 'quit' });
});

it('is no one when no kiosk runs', async () => {
  expect(await askControl(await newPlace(), user, 'quit')).toBeUndefined();
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
  expect(await askControl(place, user, 'status')).toEqual({ did: 'status' });
});

it('keeps a second kiosk out', async () => {
  const place = await newPlace();
  const { control } = await opened(place);
  await expect(openControl(place, user, () => undefined)).rejects.toThrow(AlreadyRunning);
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
  expect(await askControl(place, user, 'status')).toEqual({ did: 'status' });
});

it.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new ReferenceError('Cannot access "kiosk" before initialization');
    },
  ],
  ['rejects', () => Promise.reject(new Error('No disk.'))],
  ['cannot be told', () => 5n],
])('lives on when an answer %s', async (_, answer) => {
  const place = await newPlace();
  await opened(place, vi.fn(answer));
  expect(await askControl(place, user, 'status')).toEqual({
    error: 'The kiosk cannot answer yet: it is starting.',
  });
  expect(await askControl(place, user, 'status')).toHaveProperty('error');
});

it('says null where there is nothing to say', async () => {
  const place = await newPlace();
  await opened(
    place,
    vi.fn(() => undefined),
  );
  expect(await askControl(place, user, 'quit')).toBeNull();
});

it('ends although somebody does not hang up', async () => {
  const place = await newPlace();
  const { control } = await opened(place);
  const socket = connect({ path: place, allowHalfOpen: true });
  const closed = new Promise((resolve) => socket.on('error', resolve).on('end', resolve).resume());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  // Whoever connects is known once somebody else has been answered.
  await askControl(place, user, 'status');
  await control.close();
  await closed;
  socket.destroy();
});

/** A socket to which nobody listens. */
async function leaveStale(place: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(place, resolve));
  await rename(place, `${place}.kept`);
  await new Promise((resolve) => server.close(resolve));
  await rename(`${place}.kept`, place);
}

describe.skipIf(process.platform === 'win32')('a socket that was left behind', () => {
  it('is taken over by one of two kiosks that find it', async () => {
    for (let time = 0; time < 30; time++) {
      const place = await newPlace();
      await leaveStale(place);
      const both = await Promise.allSettled([1, 2].map((kiosk) => openControl(place, user, () => kiosk)));
      const [open, ...more] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(more).toEqual([]);
      expect(refused).toEqual([expect.any(AlreadyRunning)]);
      expect([1, 2]).toContain(await askControl(place, user, 'status'));
      expect(await readdir(path.dirname(place))).toEqual([path.basename(place)]);
      await open?.close();
    }
  });

  it('of another user, where all may write, is not believed', async () => {
    const place = await newPlace();
    const { control } = await opened(place);
    await chmod(path.dirname(place), 0o777);
    const other = (user ?? 0) + 1;
    await expect(askControl(place, other, 'status')).rejects.toThrow(
      `The socket ${place} belongs to another user`,
    );
    // Here it can be removed.
    const second = await openControl(place, other, () => 'second');
    expect(await askControl(place, user, 'status')).toBe('second');
    await second.close();
    await control.close();
  });

  it('of another user is believed where only that user may write: it is asked by whoever administers', async () => {
    const place = await newPlace();
    await opened(place);
    const other = (user ?? 0) + 1;
    expect(await askControl(place, other, 'status')).toEqual({ did: 'status' });
    await expect(openControl(place, other, () => undefined)).rejects.toThrow(AlreadyRunning);
  });
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
    expect(await askControl(place, user, 'status')).toEqual({ well: true });
    await askControl(place, user, 'restart');
    expect(host.restart).toHaveBeenCalledTimes(1);
    expect(host.leave).not.toHaveBeenCalled();
    await askControl(place, user, 'quit');
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
  const linux = { platform: 'linux', env: {}, temporary: '/tmp' } as const;
  const deep = `/${'long/'.repeat(40)}`;
  expect(controlPlace('/var/lib/tonos', linux)).toBe('/var/lib/tonos/control.sock');
  expect(controlPlace(deep, linux)).toMatch(/^\/tmp\/tonos-[0-9a-f]{16}\.sock$/);
  const withRuntime = (folder: string) => ({ ...linux, env: { XDG_RUNTIME_DIR: folder } });
  expect(controlPlace('/var/lib/tonos', withRuntime('/run/user/5'))).toBe('/var/lib/tonos/control.sock');
  expect(controlPlace(deep, withRuntime('/run/user/5'))).toMatch(
    /^\/run\/user\/5\/tonos-[0-9a-f]{16}\.sock$/,
  );
  for (const folder of ['', deep]) expect(controlPlace(deep, withRuntime(folder))).toMatch(/^\/tmp\//);
  expect(controlPlace('C:\\state', { platform: 'win32', env: {}, temporary: '' })).toMatch(
    /^\\\\\.\\pipe\\tonos-[0-9a-f]{16}$/,
  );
});
