/** A real CUPS of the test's own, in a folder of its own, with a printer that is a socket. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

const run = promisify(execFile);

const PROGRAMS = ['/usr/sbin/cupsd', '/usr/bin/lp', '/usr/sbin/lpadmin', '/usr/lib/cups/backend/socket'];

/** Why there is no CUPS to be tested with here; `undefined` where there is. */
export const whyNoCups = (): string | undefined => {
  const missing = PROGRAMS.find((program) => !existsSync(program));
  return missing && `${missing} is missing: apt-get install cups.`;
};

export interface Cups {
  readonly env: NodeJS.ProcessEnv;
  /** What the printer has printed, oldest first. */
  readonly printed: readonly Buffer[];
  /** Plugs the printer out, or in again. */
  plug(isIn: boolean): Promise<void>;
  /** Runs a program of CUPS, such as `cupsdisable`. */
  ask(program: string, ...args: string[]): Promise<string>;
  /** What the queue keeps on the disk: files that hold what is to be printed. */
  spooled(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openCups(): Promise<Cups> {
  const root = await mkdtemp(path.join(tmpdir(), 'tonos-cups-'));
  await chmod(root, 0o711);
  const at = (...parts: string[]): string => path.join(root, ...parts);
  for (const folder of ['spool', 'tmp', 'cache', 'state', 'ppd', 'ssl']) await mkdir(at(folder));
  const files = { ServerRoot: root, RequestRoot: at('spool'), TempDir: at('tmp'), CacheDir: at('cache') };
  const logs = {
    StateDir: at('state'),
    AccessLog: at('access'),
    ErrorLog: at('errors'),
    PageLog: at('pages'),
  };
  const lines = Object.entries({ ...files, ...logs }).map(([name, value]) => `${name} ${value}`);
  await writeFile(at('cups-files.conf'), `${lines.join('\n')}\n`);
  await writeFile(
    at('cupsd.conf'),
    `Listen ${at('cups.sock')}
Browsing Off
DefaultAuthType None
PreserveJobFiles No
PreserveJobHistory No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`,
  );
  const daemon = spawn('/usr/sbin/cupsd', ['-f', '-c', at('cupsd.conf'), '-s', at('cups-files.conf')], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  await expect.poll(() => existsSync(at('cups.sock'))).toBe(true);

  const printed: Buffer[] = [];
  const listener = createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('end', () => {
      if (chunks.length > 0) printed.push(Buffer.concat(chunks));
      socket.end();
    });
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => listener.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = listener.address() as AddressInfo;

  const env = { ...process.env, CUPS_SERVER: at('cups.sock'), LC_ALL: 'C' };
  const ask = async (program: string, ...args: string[]): Promise<string> =>
    (await run(program, args, { env })).stdout;
  await ask(
    '/usr/sbin/lpadmin',
    '-p',
    'Office',
    '-E',
    '-v',
    `socket://127.0.0.1:${port}`,
    '-m',
    'raw',
    '-D',
    'Office on floor 2',
  );
  await ask('/usr/sbin/lpadmin', '-d', 'Office');
  return {
    env,
    printed,
    ask,
    plug: (isIn) => (isIn ? listen(port) : new Promise((resolve) => listener.close(() => resolve()))),
    spooled: async () => (await readdir(at('spool'))).filter((name) => /^[cd]\d/.test(name)),
    async close() {
      listener.close();
      daemon.kill('SIGTERM');
      await ended;
      await rm(root, { recursive: true, force: true });
    },
  };
}
