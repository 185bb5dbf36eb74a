import { describe, expect, it, vi } from 'vitest';
import { leaveFailures, takeFailures } from '../../../src-main/shell/carried.ts';
import { relaunch, relaunchArguments, takeArguments } from '../../../src-main/shell/relaunch.ts';
import { parseShellOptions } from '../../../src-main/shell/shell-options.ts';
import { folderWith, write } from '../../tools/folder.ts';

describe('the arguments', () => {
  it.each([
    [['tonos', '--windowed'], true, [], ['--windowed']],
    [['electron', '.', '--windowed'], false, ['.'], ['--windowed']],
    [
      ['electron', '--no-sandbox', 'dist/main/main.js', '--locale', 'es'],
      false,
      ['--no-sandbox', 'dist/main/main.js'],
      ['--locale', 'es'],
    ],
    [['tonos', '--ozone-platform=x11', '--windowed'], true, ['--ozone-platform=x11'], ['--windowed']],
    [['tonos', 'status'], true, [], ['status']],
    [['electron', '.'], false, ['.'], []],
  ])('of %o (packaged: %s) are taken apart', (argv, isPackaged, before, own) => {
    expect(takeArguments(argv, isPackaged)).toEqual({ before, own });
  });

  it('are kept for the next process, with the failures of this one', () => {
    const given = { before: ['.'], own: ['--failures', '1', '--locale', 'es'] };
    expect(relaunchArguments(given, 2)).toEqual(['.', '--locale', 'es', '--failures', '2']);
    expect(relaunchArguments(given, 0)).toEqual(['.', '--locale', 'es']);
  });

  it('are read', () => {
    const text = '--windowed --locale es --content a --settings b --provisioned c --smoke d --failures 3';
    expect(parseShellOptions(text.split(' '))).toEqual({
      windowed: true,
      locale: 'es',
      overlays: ['a'],
      stateDir: 'b',
      provisionedFile: 'c',
      smoke: 'd',
      failures: 3,
    });
  });

  it.each(['--failures x', '--failures -1', '--port 80', '--smoke', 'stray'])('are refused: %s', (text) => {
    expect(() => parseShellOptions(text.split(' '))).toThrow(expect.objectContaining({ code: 2 }));
  });
});

describe('another process', () => {
  const given = { before: ['.'], own: [] };
  const start = (process: { env: NodeJS.ProcessEnv; connected: boolean }) => {
    const app = { relaunch: vi.fn(), exit: vi.fn() };
    const leave = vi.fn();
    relaunch({ app, process, given, leave }, 3);
    return { ...app, leave };
  };

  it('is started by this one when nobody else does', () => {
    const { relaunch, exit, leave } = start({ env: {}, connected: false });
    expect(relaunch).toHaveBeenCalledExactlyOnceWith({ args: ['.', '--failures', '3'] });
    expect(exit).toHaveBeenCalledExactlyOnceWith(0);
    expect(leave).not.toHaveBeenCalled();
  });

  it('is the image when this one came from an image', () => {
    const { relaunch } = start({ env: { APPIMAGE: '/opt/tonos.AppImage' }, connected: false });
    expect(relaunch).toHaveBeenCalledWith(expect.objectContaining({ execPath: '/opt/tonos.AppImage' }));
  });

  it.each([
    ['systemd', { env: { INVOCATION_ID: 'a' }, connected: false }],
    ['the starter', { env: {}, connected: true }],
    ['a service', { env: { TONOS_SUPERVISED: '1' }, connected: false }],
  ])('is asked of %s', (_, process) => {
    const { relaunch, exit, leave } = start(process);
    expect(exit).toHaveBeenCalledExactlyOnceWith(11);
    expect(leave).toHaveBeenCalledExactlyOnceWith(3);
    expect(relaunch).not.toHaveBeenCalled();
  });
});

describe('failures that are carried over', () => {
  const now = new Date('2026-01-01T12:00:00Z');
  const later = (ms: number) => new Date(now.getTime() + ms);

  it('are taken once', () => {
    const folder = folderWith();
    leaveFailures(folder, 3, now);
    expect(takeFailures(folder, later(1_000))).toBe(3);
    expect(takeFailures(folder, later(1_000))).toBe(0);
  });

  it.each([-1, 3 * 60_000])('are forgotten when the clock says that they are of another day: %i ms', (ms) => {
    const folder = folderWith();
    leaveFailures(folder, 3, now);
    expect(takeFailures(folder, later(ms))).toBe(0);
  });

  it('may be damaged or impossible to leave', () => {
    const folder = folderWith();
    write(folder, 'failures.json', '{"failures":"many","at":');
    expect(takeFailures(folder, now)).toBe(0);
    expect(() => leaveFailures(`${folder}/nowhere`, 3, now)).not.toThrow();
  });
});
