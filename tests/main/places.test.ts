import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInPlaces, stateDirs, usualProvisionedFile, usualStateDir } from '../../src-main/places.ts';

const SHARED = 'C:\\ProgramData\\Tonos\\State';
const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, there: readonly string[] = []) => ({
  platform,
  env,
  home: '/home/kiosk',
  exists: (place: string) => there.includes(place),
});

describe('the kiosk’s own folder', () => {
  it.each([
    ['linux', {}, [], '/home/kiosk/.config/tonos'],
    ['linux', { XDG_CONFIG_HOME: '/c' }, [], '/c/tonos'],
    ['linux', { STATE_DIRECTORY: '/var/lib/tonos:/other' }, [], '/var/lib/tonos'],
    ['darwin', {}, [], '/home/kiosk/Library/Application Support/Tonos'],
    ['win32', { APPDATA: 'C:\\Data' }, [], 'C:\\Data\\Tonos'],
    ['win32', { APPDATA: 'C:\\Data' }, [SHARED], SHARED],
  ] as const)('on %s with %o and %o', (platform, env, there, place) => {
    expect(usualStateDir(on(platform, env, there))).toBe(place);
  });

  it('of the service is found by whoever administers the machine', () => {
    expect(stateDirs(on('linux', {}))).toContain('/var/lib/tonos');
  });
});

it.each([
  ['linux', {}, '/etc/tonos/settings.json'],
  ['darwin', {}, '/Library/Application Support/Tonos/settings.json'],
  ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\Tonos\\settings.json'],
  ['win32', {}, 'C:\\ProgramData\\Tonos\\settings.json'],
] as const)(
  'provisioned settings on %s with %o lie where only administrators write',
  (platform, env, file) => {
    expect(usualProvisionedFile({ platform, env })).toBe(file);
  },
);

it('knows what the program brings along', () => {
  expect(builtInPlaces(path.join('/', 'opt', 'tonos'))).toEqual({
    pageDir: path.join('/', 'opt', 'tonos', 'dist', 'renderer'),
    builtInDir: path.join('/', 'opt', 'tonos'),
    postersDir: path.join('/', 'opt', 'tonos', 'dist', 'atlas'),
  });
});
