import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { exitCode, HostProblem } from '../exit-codes.ts';
import type { Fetch } from './guard.ts';
import type { Log } from '../log/log.ts';
import { refusal, refuse, type RefusalName } from './refusals.ts';

/** The port of a kiosk when none was asked for. */
export const USUAL_PORT = 4518;

/** One browser needs a handful of connections; these keep a broken or hostile neighbour from taking the rest. */
const limits = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
};
const MOST_CONNECTIONS = 64;

export interface Listening {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

export interface ListenOptions {
  /** The port asked for; undefined: the usual one, or any free one where that is taken. */
  readonly port: number | undefined;
  /** What answers, once the port is known. */
  readonly answer: (port: number) => Fetch;
  readonly log: Log;
  /** The port to try first when none was asked for. */
  readonly usualPort?: number;
}

/** @throws HostProblem (portTaken) when the port that was asked for cannot be had */
export async function listen({
  port,
  answer,
  log,
  usualPort = USUAL_PORT,
}: ListenOptions): Promise<Listening> {
  if (port !== undefined) {
    return open(port, answer).catch((error: unknown) => {
      throw new HostProblem(exitCode.portTaken, `${refusedPort(port, error)} Choose another with --port.`);
    });
  }
  return open(usualPort, answer).catch((error: unknown) => {
    log.warn(`${refusedPort(usualPort, error)} Taking a free one.`);
    return open(0, answer);
  });
}

function refusedPort(port: number, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program.`;
  if (code === 'EACCES') return `Port ${port} needs rights that this user does not have.`;
  return `Port ${port} cannot be opened (${code ?? String(error)}).`;
}

async function open(wanted: number, answer: (port: number) => Fetch): Promise<Listening> {
  const server = createServer(limits);
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.end(bareAnswer(refusalOf(error)));
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const listener = getRequestListener(answer(port), {
    overrideGlobalObjects: false,
    errorHandler: () => refuse('request-broken'),
  });
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusalOf({ code }: NodeJS.ErrnoException): RefusalName {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-slow' : 'request-broken';
}

/** A refusal as bytes, for a request that never became one. */
function bareAnswer(name: RefusalName): string {
  const { status, body, headers } = refusal(name);
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries(all).map(([header, value]) => `${header}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}
