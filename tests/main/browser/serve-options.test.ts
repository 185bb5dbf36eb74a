import { describe, expect, it } from 'vitest';
import { parseServeOptions } from '../../../src-main/browser/serve-options.ts';
import { usualSettingsDir } from '../../../src-main/browser/places.ts';

describe('the options of the host', () => {
  it('serves without a window when nothing is said', () => {
    expect(parseServeOptions([])).toEqual({
      host: 'serve',
      windowed: false,
      port: undefined,
      locale: undefined,
      overlays: [],
      settingsDir: undefined,
      findBrowser: false,
    });
  });

  it('reads all of them', () => {
    const text = '--host browser --windowed --port 0 --locale pt-BR --content a --content b --settings c';
    expect(parseServeOptions(text.split(' '))).toMatchObject({
      host: 'browser',
      windowed: true,
      port: 0,
      locale: 'pt-BR',
      overlays: ['a', 'b'],
      settingsDir: 'c',
    });
  });

  it.each([
    ['--bogus', 'Unknown option'],
    ['stray', 'stray'],
    ['--port', 'argument missing'],
    ['--port 65536', '--port must be'],
    ['--port -1', '--port'],
    ['--port 4.5', '--port must be'],
    ['--port 0x10', '--port must be'],
    ['--host electron', '--host must be'],
    ['--windowed=yes', '--windowed'],
  ])('refuses %s', (text, message) => {
    expect(() => parseServeOptions(text.split(' '))).toThrow(
      expect.objectContaining({ code: 2, message: expect.stringContaining(message) as string }),
    );
  });
});

describe('the usual place of settings', () => {
  it.each([
    ['linux', {}, '/home/kiosk/.config/tonos'],
    ['linux', { XDG_CONFIG_HOME: '/c' }, '/c/tonos'],
    ['linux', { STATE_DIRECTORY: '/var/lib/tonos:/other' }, '/var/lib/tonos'],
    ['darwin', {}, '/home/kiosk/Library/Application Support/Tonos'],
    ['win32', { APPDATA: 'C:\\Data' }, 'C:\\Data\\Tonos'],
  ] as const)('on %s with %o', (platform, env, place) => {
    expect(usualSettingsDir({ platform, env, home: '/home/kiosk' })).toBe(place);
  });
});
