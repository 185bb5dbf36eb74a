import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';

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
 * @throws AlreadyRunning
 */
export async function openControl(
  place: string,
  answer: (command: ControlCommand) => unknown,
): Promise<Control> {
  const isFile = !place.startsWith('\\\\.\\pipe\\');
  if (isFile) await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const server = createServer((socket) => serve(socket, answer));
  server.maxConnections = 8;
  try {
    await listen(server, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (await isAnswered(place)) throw new AlreadyRunning();
    // Left behind by a kiosk that was killed.
    await rm(place, { force: true });
    await listen(server, place);
  }
  if (isFile) await chmod(place, 0o600);
  server.unref();
  return {
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * Asks the running kiosk.
 * @returns its answer; `undefined` when none runs
 */
export async function askControl(place: string, command: ControlCommand): Promise<unknown> {
  const line = await exchange(place, command);
  return line === undefined ? undefined : JSON.parse(line);
}

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
    const reply = asked ? answer(asked) : { error: `Unknown. There is ${CONTROL_COMMANDS.join(', ')}.` };
    void Promise.resolve(reply).then((said) => socket.end(`${JSON.stringify(said)}\n`));
  });
}

function exchange(place: string, command: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(place, () => socket.write(`${command}\n`));
    socket
      .setEncoding('utf8')
      .setTimeout(PATIENCE, () => socket.destroy(new Error('The kiosk does not answer.')));
    socket.on('data', (chunk: string) => (text += chunk));
    socket.once('end', () => resolve(text.trim()));
    socket.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      code === 'ENOENT' || code === 'ECONNREFUSED' ? resolve(undefined) : reject(new Error(message)),
    );
  });
}
