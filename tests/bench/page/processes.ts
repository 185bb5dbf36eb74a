import { busySeconds } from '../machine.ts';
import type { OpenBrowser } from '../browser.ts';

export interface ProcessTimes {
  /** Milliseconds on the clock. */
  readonly at: number;
  /** Seconds of CPU by process id, with the kind of process. */
  readonly processes: ReadonlyMap<number, { readonly kind: string; readonly seconds: number }>;
  /** Seconds of CPU of the whole machine. */
  readonly machine: number;
}

/** What every process of the browser (browser, renderer, GPU, utilities) has used so far. */
export async function processTimes({ cdp }: OpenBrowser): Promise<ProcessTimes> {
  return timesOf((await cdp.send('SystemInfo.getProcessInfo')).processInfo);
}

/** Out of what the browser tells of its processes. */
export function timesOf(
  processInfo: readonly { readonly id: number; readonly type: string; readonly cpuTime: number }[],
): ProcessTimes {
  return {
    at: performance.now(),
    processes: new Map(processInfo.map(({ id, type, cpuTime }) => [id, { kind: type, seconds: cpuTime }])),
    machine: busySeconds(),
  };
}

/** Percent of one core between two moments. */
export interface Cpu {
  /** The whole browser. */
  readonly all: number;
  readonly renderer: number;
  readonly gpu: number;
  /** Everything else on the machine. Ticks are coarse: a few per cent around zero are noise. */
  readonly others: number;
  /** Seconds of CPU of the whole browser. */
  readonly seconds: number;
}

export function cpuBetween(before: ProcessTimes, after: ProcessTimes): Cpu {
  const wall = (after.at - before.at) / 1000;
  const used = (kind: RegExp): number =>
    [...after.processes]
      .filter(([, process]) => kind.test(process.kind))
      .reduce((sum, [id, { seconds }]) => sum + seconds - (before.processes.get(id)?.seconds ?? 0), 0);
  const percent = (seconds: number): number => (seconds / wall) * 100;
  const seconds = used(/./);
  return {
    seconds,
    all: percent(seconds),
    renderer: percent(used(/^renderer$/i)),
    gpu: percent(used(/^gpu/i)),
    others: percent(after.machine - before.machine - seconds),
  };
}
