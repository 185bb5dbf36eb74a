import { PassThrough } from 'node:stream';
import { beforeEach, expect, it } from 'vitest';
import { DebuggingPipe, type DebuggingEvent } from '../../../src-main/browser/debugging-pipe.ts';
import { settle } from '../../doubles/held-clock.ts';

let toBrowser: PassThrough;
let fromBrowser: PassThrough;
let heard: DebuggingEvent[];
let pipe: DebuggingPipe;

beforeEach(() => {
  toBrowser = new PassThrough();
  fromBrowser = new PassThrough();
  heard = [];
  pipe = new DebuggingPipe(toBrowser, fromBrowser, (event) => heard.push(event));
});

it('sends a message and gets its answer', async () => {
  const answer = pipe.send('Runtime.evaluate', { expression: '0' }, 'session');
  expect(String(toBrowser.read())).toBe(
    '{"id":1,"method":"Runtime.evaluate","params":{"expression":"0"},"sessionId":"session"}\0',
  );
  fromBrowser.write('{"id":1,"result":{"value":0}}\0');
  expect(await answer).toEqual({ value: 0 });
});

it('rejects what the browser refuses', async () => {
  const answer = pipe.send('No.such');
  fromBrowser.write('{"id":1,"error":{"code":-32601,"message":"not found"}}\0');
  await expect(answer).rejects.toThrow('not found');
});

it('puts messages together that come in pieces, cut anywhere', async () => {
  const bytes = Buffer.from('{"method":"A","params":{"text":"ü"}}\0{"method":"B"}\0');
  for (const byte of bytes) fromBrowser.write(Buffer.from([byte]));
  await settle();
  expect(heard).toEqual([
    { method: 'A', params: { text: 'ü' }, session: undefined },
    { method: 'B', params: {}, session: undefined },
  ]);
});

it('rejects what is open when the browser ends', async () => {
  const answer = pipe.send('Browser.getVersion');
  fromBrowser.destroy();
  await expect(answer).rejects.toThrow('The browser has ended.');
});
