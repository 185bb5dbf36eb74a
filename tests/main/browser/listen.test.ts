import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { logDouble } from '../../doubles/log.ts';
import { listen, type Listening } from '../../../src-main/browser/listen.ts';
import { securityHeaders } from '../../../src-main/routes/security-headers.ts';

const open: Listening[] = [];
let log: ReturnType<typeof logDouble>;
const answer = () => (request: Request) => new Response(`${request.method} ${new URL(request.url).pathname}`);

async function start(port: number | undefined, usualPort?: number): Promise<Listening> {
  const server = await listen({ port, answer, log, ...(usualPort !== undefined && { usualPort }) });
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  log = logDouble();
});

/** Everything that the server says to these bytes, until it hangs up. */
async function say({ port }: Listening, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let heard = '';
  socket.on('data', (text) => (heard += String(text)));
  socket.end(bytes);
  await once(socket, 'close');
  return heard;
}

it('listens on loopback alone, on the port that it says', async () => {
  const { origin, port } = await start(0);
  expect(origin).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`${origin}/page`)).text()).toBe('GET /page');
});

it('says so when the port that was asked for is taken', async () => {
  const { port } = await start(0);
  await expect(start(port)).rejects.toMatchObject({
    code: 4,
    message: `Port ${port} is taken by another program. Choose another with --port.`,
  });
});

it('takes a free port when the usual one is taken', async () => {
  const { port } = await start(0);
  const other = await start(undefined, port);
  expect(other.port).not.toBe(port);
  expect(log.lines).toEqual([`warning: Port ${port} is taken by another program. Taking a free one.`]);
});

it.each([
  ['huge headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(9000)}\r\n\r\n`, '431', 'headers-too-large'],
  ['what is not HTTP', 'hello\r\n\r\n', '400', 'request-broken'],
  [
    'an address that is none',
    'GET http:// HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    '400',
    'request-broken',
  ],
])('refuses %s', async (_, bytes, status, name) => {
  const heard = (await say(await start(0), bytes)).toLowerCase();
  expect(heard).toContain(`http/1.1 ${status}`);
  expect(heard).toContain(`"name":"${name}"`);
  for (const header of Object.keys(securityHeaders)) expect(heard).toContain(`${header.toLowerCase()}: `);
});

it('hangs up on everybody when it closes, however long their answer', async () => {
  const endless = () => () =>
    new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)) }));
  const server = await listen({ port: 0, answer: endless, log });
  const { body } = await fetch(server.origin);
  const reader = body!.getReader();
  await reader.read();
  await server.close();
  await expect(reader.read()).rejects.toThrow();
});
