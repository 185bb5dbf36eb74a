/**
 * `npm run soak:recovery -- --crashes 150 --hangs 50`: kills and stops the page's process of the built browser host, again and
 * again, and measures how long the screen takes to come back after that was noticed. Ends with 1 when it does not come back, or
 * when the host grows. Linux only: processes are looked up in /proc.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const number = (value: string) => ({ type: 'string', default: value }) as const;
const { values } = parseArgs({ options: { crashes: number('150'), hangs: number('50') } });
const folder = await mkdtemp(path.join(tmpdir(), 'tonos-recover-'));
const script = path.join(import.meta.dirname, '../../dist/main/serve.js');
const host = spawn(process.execPath, [script, '--host', 'browser', '--port', '0', '--settings', folder], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    TMPDIR: folder,
    TONOS_TEST_HEADLESS: '1',
    // A page that has been well for this long is forgiven, so that each failure is the first.
    TONOS_TEST_STEADY_MS: '200',
    ...(process.getuid?.() === 0 && { TONOS_TEST_NO_SANDBOX: '1' }),
  },
});
// However this ends, its host and with it the browser go too.
process.on('exit', () => host.kill());

const PATIENCE = 60_000;
const READY = /The page is ready\./;
const NOTICED = /Loading it again|Starting it again/;
const lines: { readonly text: string; readonly at: number }[] = [];
let wake = (): void => undefined;
createInterface(host.stdout).on('line', (text) => {
  lines.push({ text, at: performance.now() });
  wake();
});

/** The next line like this, from a place in what was said. */
async function said(pattern: RegExp, from: number): Promise<{ at: number; index: number }> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const index = lines.findIndex((line, place) => place >= from && pattern.test(line.text));
    if (index >= 0) return { at: lines[index]!.at, index };
    if (performance.now() > until) throw new Error(`Never said: ${String(pattern)}\n${lines.at(-1)?.text}`);
    await Promise.race([new Promise<void>((resolve) => (wake = resolve)), delay(1000)]);
  }
}

async function renderers(): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    pids.map(async (pid) => [pid, await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')] as const),
  );
  return commands
    .filter(([, command]) => command.includes('--type=renderer') && command.includes(folder))
    .map(([pid]) => Number(pid));
}

const handles = (): number => readdirSync(`/proc/${host.pid}/fd`).length;
const memory = async (): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${host.pid}/status`, 'utf8'))?.[1]) / 1024;

async function fail(signal: 'SIGKILL' | 'SIGSTOP'): Promise<number> {
  const from = lines.length;
  for (const pid of await renderers()) process.kill(pid, signal);
  const noticed = await said(NOTICED, from);
  const back = await said(READY, noticed.index);
  // Well for a moment, so that it is forgiven.
  await delay(400);
  return back.at - noticed.at;
}

async function measure(what: string, times: number, signal: 'SIGKILL' | 'SIGSTOP'): Promise<void> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) took.push(await fail(signal));
  took.sort((a, b) => a - b);
  const at = (share: number): string =>
    ((took[Math.floor((took.length - 1) * share)] ?? 0) / 1000).toFixed(2);
  console.log(
    `${times} ${what}: back after ${at(0.5)} s (median), ${at(0.95)} s (95 %), ${at(1)} s (longest)`,
  );
}

await said(READY, 0);
await delay(400);
await fail('SIGKILL');
const before = { handles: handles(), memory: await memory() };
await measure('crashes', Number(values.crashes), 'SIGKILL');
await measure('hangs', Number(values.hangs), 'SIGSTOP');
const after = { handles: handles(), memory: await memory() };
console.log(
  `host: ${before.handles} → ${after.handles} handles, ${before.memory.toFixed(0)} → ${after.memory.toFixed(0)} MB`,
);
host.kill();
await new Promise((resolve) => host.once('exit', resolve));
await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
const grew = after.handles > before.handles + 4 || after.memory > before.memory * 1.3 + 20;
if (grew) console.log('The host grew.');
process.exit(grew ? 1 : 0);
