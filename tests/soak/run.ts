/**
 * `npm run soak -- --minutes 60`: random touches, ten a second, on the built kiosk. Ends with 1 when a screen was white or
 * empty, the page faulted, anything asked for an address outside, or memory, nodes or handles grew.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { HostMessage } from '../../src-main/browser/report.ts';
import { openBrowser, usualBrowser } from '../bench/browser.ts';
import { randomFrom } from '../fixtures/killed.ts';
import { Fingers } from './fingers.ts';
import { leaks, look, vitals, type Vitals } from './vitals.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes must be a number above 0, not "${values.minutes}".`);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const TICK = 100;
const SAMPLES = 30;
const size = { width: 1920, height: 1080 };

const settings = await mkdtemp(path.join(tmpdir(), 'tonos-soak-'));
const script = path.join(import.meta.dirname, '../../dist/main/serve.js');
const kiosk = fork(script, ['--host', 'serve', '--port', '0', '--settings', settings], {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
const address = await new Promise<string>((resolve, reject) => {
  kiosk.on('message', (message: HostMessage) => message.type === 'listening' && resolve(message.address));
  kiosk.once('exit', (code) => reject(new Error(`The kiosk ended with exit code ${code}.`)));
});
const { origin } = new URL(address);

const faults: string[] = [];
const browser = await openBrowser(await usualBrowser());
const { page, cdp } = await browser.open();
const eye = (await browser.open()).page;
page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
page.on('crash', () => faults.push('the page crashed'));
page.on('request', (request) => {
  const url = request.url();
  if (!url.startsWith(`${origin}/`) && !/^(data|about):/.test(url)) faults.push(`request: ${url}`);
});
kiosk.on('exit', (code) => code !== 0 && faults.push(`the kiosk ended with ${code}`));
await page.goto(address);
await page.locator('main').first().waitFor();

const fingers = new Fingers(cdp, randomFrom(seed), size);
const samples: Vitals[] = [];
let screens = 0;
const until = performance.now() + minutes * 60_000;
const sampleEvery = (minutes * 60_000) / SAMPLES;
let nextSample = performance.now() + sampleEvery / 2;

/** Looks at the screen as a visitor does, and takes the numbers. */
async function sample(): Promise<void> {
  const screenshot = await page.screenshot({ type: 'jpeg', quality: 60, timeout: 20_000 });
  const { white, plain } = await look(eye, screenshot.toString('base64'));
  screens++;
  if (white > 0.5) faults.push(`a white screen: ${Math.round(white * 100)} %`);
  if (plain > 0.995) faults.push(`an empty screen: ${Math.round(plain * 100)} % of one colour`);
  if (!(await page.evaluate(() => document.querySelector('main')?.textContent?.trim())))
    faults.push('a screen without a word');
  samples.push(await vitals(cdp, kiosk.pid!));
}

console.log(`Soak of ${minutes} min, seed ${seed}.`);
while (performance.now() < until && !faults.some((fault) => /crashed|ended/.test(fault))) {
  const began = performance.now();
  await fingers.tick();
  if (began >= nextSample) {
    await fingers.liftAll();
    await sample();
    nextSample += sampleEvery;
    const { heap, nodes, memory, handles } = samples.at(-1)!;
    console.log(
      `${fingers.touches} touches: heap ${heap.toFixed(1)} MB, ${nodes} nodes, kiosk ${memory.toFixed(0)} MB, ${handles} handles`,
    );
  }
  await delay(Math.max(0, TICK - (performance.now() - began)));
}

await browser.close();
kiosk.removeAllListeners('exit');
const ended = new Promise((resolve) => kiosk.once('exit', resolve));
kiosk.disconnect();
await ended;
await rm(settings, { recursive: true, force: true });
// The first samples warm the caches up.
const grown = leaks(samples.slice(3));
const found = [...new Set([...faults, ...grown])];
console.log(`${fingers.touches} touches, ${screens} screens looked at, ${found.length} faults.`);
found.slice(0, 30).forEach((fault) => console.log(`  ${fault}`));
process.exit(found.length > 0 ? 1 : 0);
