import { describe, expect, it } from 'vitest';
import { parseServeOptions } from '../../../src-main/browser/serve-options.ts';

describe('the options of the host', () => {
  it('serves without a window when nothing is said', () => {
    expect(parseServeOptions([])).toEqual({
      host: 'serve',
      windowed: false,
      port: undefined,
      locale: undefined,
      overlays: [],
      stateDir: undefined,
      provisionedFile: undefined,
      findBrowser: false,
    });
  });

  it('reads all of them', () => {
    const text =
      '--host browser --windowed --port 0 --locale pt-BR --content a --content b --settings c --provisioned d';
    expect(parseServeOptions(text.split(' '))).toMatchObject({
      host: 'browser',
      windowed: true,
      port: 0,
      locale: 'pt-BR',
      overlays: ['a', 'b'],
      stateDir: 'c',
      provisionedFile: 'd',
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
