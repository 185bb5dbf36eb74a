import { spawn, type ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { CHANNEL, type Asked } from './channel.ts';
import type { Call } from './records.ts';

/** A program that runs on the double. */
export interface Running {
  readonly child: ChildProcess;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly said: () => string;
  ask<Answer>(what: Asked['what'], ...args: unknown[]): Promise<Answer>;
  calls(name?: string): Promise<Call[]>;
}

export interface StartOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly entry?: string;
  /** As the starter starts it: with Node’s own channel between the two. */
  readonly hasStarter?: boolean;
}

/** Nothing of the machine that runs the tests may look like a supervisor of the kiosk. */
const ALONE = { INVOCATION_ID: undefined, TONOS_SUPERVISED: undefined, NODE_CHANNEL_FD: undefined };

/** Starts the built main bundle. @param args its own */
export function startOnDouble(
  args: readonly string[],
  { env = {}, entry = 'dist/main/main.js', hasStarter = false }: StartOptions = {},
): Running {
  const child = spawn(process.execPath, ['tests/doubles/electron/run.mjs', entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...(hasStarter ? (['ipc'] as const) : [])],
    env: { ...process.env, ...ALONE, ...env, TONOS_DOUBLE_CHANNEL: '1' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1)),
  );

  const channel = child.stdio[CHANNEL] as Duplex;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let rest = '';
  channel.setEncoding('utf8').on('error', () => undefined);
  channel.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { id, value, error } = JSON.parse(line) as { id: number; value?: unknown; error?: string };
      if (error) waiting.get(id)?.reject(new Error(error));
      else waiting.get(id)?.resolve(value);
      waiting.delete(id);
    }
  });
  void ended.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The program has ended (${code}).\n${text}`));
  });

  const ask = <Answer>(what: Asked['what'], ...args: unknown[]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      channel.write(`${JSON.stringify({ id, what, args })}\n`);
    });
  const calls = async (name?: string): Promise<Call[]> => {
    const all = await ask<Call[]>('calls');
    return name === undefined ? all : all.filter((call) => call.name === name);
  };
  return { child, ended, said: () => text, ask, calls };
}
