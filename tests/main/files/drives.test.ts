import { describe, expect, it, vi } from 'vitest';
import {
  bringPlaces,
  parseDriveLetters,
  parseMounts,
  removableDrives,
  type DriveMachine,
} from '../../../src-main/files/drives.ts';
import { HeldClock } from '../../doubles/held-clock.ts';

const MOUNTS = `sysfs /sys sysfs rw,nosuid 0 0
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sda1 /boot/efi vfat rw 0 0
/dev/sdb1 /media/clinic/USB\\040STICK vfat rw,nosuid 0 0
/dev/sdb1 /media/clinic/USB\\040STICK vfat rw,nosuid 0 0
/dev/sdc1 /run/media/clinic/Schlüssel exfat rw 0 0
/dev/sdd1 /run/tonos/usb/sdd1 vfat rw 0 0
/dev/sde1 /mnt ext4 ro 0 0
/dev/sdf1 /mediathek vfat rw 0 0
//server/share /mnt/share cifs rw 0 0
C:\\134 /mnt/c 9p rw 0 0
tmpfs /run/media tmpfs rw 0 0

broken`;

const machine = (changes: Partial<DriveMachine>): DriveMachine => ({
  platform: 'linux',
  env: {},
  read: () => '',
  folders: () => [],
  run: () => Promise.reject(new Error('none')),
  ...changes,
});

describe('removable drives', () => {
  it('of Linux are the devices that are mounted where drives are', () => {
    expect(parseMounts(MOUNTS)).toEqual([
      '/media/clinic/USB STICK',
      '/run/media/clinic/Schlüssel',
      '/run/tonos/usb/sdd1',
      '/mnt',
    ]);
    expect(parseMounts('')).toEqual([]);
  });

  it('of Windows are the letters that it says', async () => {
    expect(parseDriveLetters('E:\r\nf:\r\n\r\nNot a drive\r\n')).toEqual(['E:\\', 'F:\\']);
    const run = vi.fn(() => Promise.resolve('G:\r\n'));
    expect(await removableDrives(machine({ platform: 'win32', run }))).toEqual(['G:\\']);
    expect(run).toHaveBeenCalledWith(
      'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      expect.arrayContaining(['-NoProfile', '-NonInteractive']),
    );
    expect(await removableDrives(machine({ platform: 'win32' }))).toEqual([]);
  });

  it('of a Mac are its volumes', async () => {
    const folders = (folder: string) => (folder === '/Volumes' ? ['STICK'] : []);
    expect(await removableDrives(machine({ platform: 'darwin', folders }))).toEqual(['/Volumes/STICK']);
  });

  it('of this machine can be asked for', async () => {
    expect(await removableDrives()).toBeInstanceOf(Array);
    expect(await removableDrives(machine({ platform: 'freebsd' }))).toEqual([]);
  });

  it('are asked for again only after a few seconds', async () => {
    const clock = new HeldClock();
    const find = vi.fn(() => Promise.resolve(['E:\\']));
    const places = bringPlaces(clock, () => [], find);
    await Promise.all([places(), places()]);
    expect(find).toHaveBeenCalledTimes(1);
    clock.pass(5000);
    expect(await places(60_000)).toEqual(['E:\\']);
    expect(find).toHaveBeenCalledTimes(1);
    expect(await places()).toEqual(['E:\\']);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('come before the folders of the settings as these are now, each once', async () => {
    const folders: string[] = [];
    const places = bringPlaces(
      new HeldClock(),
      () => folders,
      () => Promise.resolve(['/media/a']),
    );
    expect(await places()).toEqual(['/media/a']);
    folders.push('/srv/packs', '/media/a');
    expect(await places()).toEqual(['/media/a', '/srv/packs']);
  });
});
