import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostArguments, readOptions } from '../../tools/start/options.mjs';
import { folderWith } from './folder.ts';

describe('the options of npm start', () => {
  it('may all be left out', () => {
    const options = readOptions([]);
    expect(options).toMatchObject({
      host: undefined,
      windowed: false,
      port: undefined,
      content: [],
      pseudo: false,
      help: false,
    });
    expect(hostArguments(options)).toEqual([]);
  });

  it('are handed on, folders from where the person stood', () => {
    const folder = folderWith({ 'one/a': '', 'two/a': '' });
    const text = '--host browser --windowed --port 80 --locale pt-br --content one --content two';
    const options = readOptions(text.split(' '), folder);
    expect(options.host).toBe('browser');
    expect(hostArguments(options)).toEqual([
      ...['--windowed', '--port', '80', '--locale', 'pt-BR'],
      ...['--content', path.join(folder, 'one'), '--content', path.join(folder, 'two')],
    ]);
  });

  it.each([
    ['--bogus', "Unknown option '--bogus'"],
    ['stray', "'stray'"],
    ['--host window', '--host must be electron, browser or serve, not "window"'],
    ['--host electron --port 80', '--port is of browser and serve'],
    ['--port http', '--port must be a number from 0 to 65535, not "http"'],
    ['--port 70000', '--port must be'],
    ['--locale en_US!', '--locale must be a language tag'],
    ['--content nowhere', '--content must name a folder'],
    ['--content', 'argument missing'],
  ])('refuse %s in one line', (text, message) => {
    const refusal = expect.stringContaining(message) as string;
    expect(() => readOptions(text.split(' '), folderWith())).toThrow(
      expect.objectContaining({ code: 2, message: refusal }),
    );
  });
});
