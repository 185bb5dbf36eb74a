import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { codeOf } from '../files/error-code.ts';
import { isForeign } from './control-place.ts';

/** What the running kiosk can be asked on the command line. */
export const CONTROL_COMMANDS = ['status', 'quit', 'restart'] as const;
export type ControlCommand = (typeof CONTROL_COMMANDS)[number];

const PATIENCE = 5_000;
const LONGEST_LINE = 64;

export interface Control {
  close(): Promise<void>;
}

/** Another kiosk runs with the same state folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/**
 * Listens to the `tonos` command: one word in, one line of JSON out. Only this user, and whoever administers the machine, can connect.
 * Holding the place is also what keeps a second kiosk from writing into the same state folder.
 * @param user the number of this user; undefined on Windows
 * @throws AlreadyRunning
 */
export async function openControl(
  place: string,
  user: number | undefined,
  answer: (command: ControlCommand) => unknown,
): Promise<Control> {
  const isFile = !place.startsWith('\\\\.\\pipe\\');
  if (isFile) await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket, answer);
  });
  server.maxConnections = 8;
  try {
    await listen(server, place);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    await clear(place, user);
    await listen(server, place).catch(async (again: unknown) => {
      if (codeOf(again) !== 'EADDRINUSE') throw again;
      // Another kiosk that found the same was quicker.
      throw (await isForeign(place, user)) ? foreign(place) : new AlreadyRunning();
    });
  }
  if (isFile)
    await chmod(place, 0o600).catch((error: unknown) => {
      // Another kiosk has put it aside for a moment, to see whether anybody is there.
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  server.unref();
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // One that is slow to hang up holds nothing up.
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/**
 * Asks the running kiosk.
 * @param user the number of this user; undefined on Windows
 * @returns its answer; `undefined` when none runs
 */
export async function askControl(
  place: string,
  user: number | undefined,
  command: ControlCommand,
): Promise<unknown> {
  if (await isForeign(place, user)) throw foreign(place);
  const line = await exchange(place, command);
  return line === undefined ? undefined : JSON.parse(line);
}

/**
 * Removes what a kiosk that was killed has left in the place.
 * @throws AlreadyRunning when a kiosk answers there
 */
async function clear(place: string, user: number | undefined): Promise<void> {
  if (await isForeign(place, user)) {
    await rm(place, { force: true }).catch(() => {
      throw foreign(place);
    });
    return;
  }
  if (await isAnswered(place)) throw new AlreadyRunning();
  // Aside first, and asked again: the one that is there by now may be of another kiosk, which found the same.
  const aside = path.join(path.dirname(place), `${randomBytes(4).toString('hex')}.old`);
  try {
    await rename(place, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (await isAnswered(aside)) {
    await rename(aside, place);
    throw new AlreadyRunning();
  }
  await rm(aside, { force: true });
}

const foreign = (place: string): Error => new Error(`The socket ${place} belongs to another user`);

const listen = (server: Server, place: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => {
      server.off('error', reject);
      resolve();
    });
  });

const isAnswered = (place: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(place, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

function serve(socket: Socket, answer: (command: ControlCommand) => unknown): void {
  let text = '';
  socket.setEncoding('utf8').setTimeout(PATIENCE, () => socket.destroy());
  socket.on('error', () => undefined);
  socket.on('data', (chunk: string) => {
    text += chunk;
    if (text.length > LONGEST_LINE) return socket.destroy();
    if (!text.includes('\n')) return;
    const asked = CONTROL_COMMANDS.find((command) => command === text.trim());
    void replyTo(asked, answer).then((line) => socket.end(`${line}\n`));
  });
}

/** One line of JSON. Never rejects: what a command meets in a kiosk that is half begun must not end it. */
async function replyTo(
  asked: ControlCommand | undefined,
  answer: (command: ControlCommand) => unknown,
): Promise<string> {
  if (!asked) return JSON.stringify({ error: `Unknown. There is ${CONTROL_COMMANDS.join(', ')}.` });
  try {
    return JSON.stringify(await answer(asked)) ?? 'null';
  } catch {
    return JSON.stringify({ error: 'The kiosk cannot answer yet: it is starting.' });
  }
}

function exchange(place: string, command: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(place, () => socket.write(`${command}\n`));
    const silent = (): Error => new Error('The kiosk does not answer.');
    socket.setEncoding('utf8').setTimeout(PATIENCE, () => socket.destroy(silent()));
    socket.on('data', (chunk: string) => (text += chunk));
    socket.once('end', () => (text ? resolve(text.trim()) : reject(silent())));
    socket.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      code === 'ENOENT' || code === 'ECONNREFUSED' ? resolve(undefined) : reject(new Error(message)),
    );
  });
}
