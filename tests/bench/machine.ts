import { cpus, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../../src-main/browser/find-browser.ts';

/** What figures depend on; absolute ones are comparable only where all of it is the same. */
export type Machine = Readonly<Record<'machine' | 'browser' | 'node' | 'when', string>>;

export function describeMachine(browser: Browser): Machine {
  const cores = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return {
    machine: `${cores[0]?.model.trim() ?? 'unknown'}, ${cores.length} cores, ${memory}, ${process.platform} ${process.arch}`,
    browser: `${browser.name} ${browser.version}, headless, drawn by software unless the machine has a GPU`,
    node: process.version,
    when: new Date().toISOString(),
  };
}

/** Seconds for which the cores of the machine have worked since it was started, all of them together. */
export function busySeconds(): number {
  const work = cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq);
  return work.reduce((sum, ms) => sum + ms, 0) / 1000;
}

/** Below this share of one core the machine counts as quiet. */
const QUIET = 0.1;

/** Waits until the machine has had nothing to do for two seconds; gives up after `most` seconds. */
export async function waitForQuiet(most: number): Promise<void> {
  const until = performance.now() + most * 1000;
  let quietSeconds = 0;
  while (quietSeconds < 2 && performance.now() < until) {
    const [before, start] = [busySeconds(), performance.now()];
    await pause(1000);
    const share = (busySeconds() - before) / ((performance.now() - start) / 1000);
    quietSeconds = share < QUIET ? quietSeconds + 1 : 0;
  }
}
