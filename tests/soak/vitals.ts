import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/** What must stay flat. Numbers of the kiosk's process only where the system tells them (Linux). */
export interface Vitals {
  /** MB of the page's script, after its rubbish was collected. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** MB of the kiosk's process. */
  readonly memory: number;
  /** Open files, sockets and pipes of the kiosk's process. */
  readonly handles: number;
}

const MB = 1024 * 1024;

export async function vitals(cdp: CDPSession, pid: number): Promise<Vitals> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize / MB, nodes, listeners: jsEventListeners, ...processVitals(pid) };
}

function processVitals(pid: number): Pick<Vitals, 'memory' | 'handles'> {
  if (process.platform !== 'linux') return { memory: 0, handles: 0 };
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  return { memory: kilobytes / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
}

/** How much a number may grow before it counts as a leak: a share, and something for what comes and goes. */
const ROOM: Record<keyof Vitals, { share: number; plus: number }> = {
  heap: { share: 1.15, plus: 2 },
  nodes: { share: 1.15, plus: 1500 },
  listeners: { share: 1.15, plus: 200 },
  memory: { share: 1.2, plus: 15 },
  handles: { share: 1, plus: 4 },
};

/** What has grown between the first and the last third of the samples. */
export function leaks(samples: readonly Vitals[]): string[] {
  const third = Math.max(1, Math.floor(samples.length / 3));
  return (Object.keys(ROOM) as (keyof Vitals)[]).flatMap((name) => {
    const before = median(samples.slice(0, third).map((sample) => sample[name]));
    const after = median(samples.slice(-third).map((sample) => sample[name]));
    const { share, plus } = ROOM[name];
    return after > before * share + plus
      ? [`${name} grew from ${before.toFixed(1)} to ${after.toFixed(1)}`]
      : [];
  });
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** How a screenshot looks: shares of its pixels. */
export interface Look {
  /** Nearly white. */
  readonly white: number;
  /** Of the one colour that there is most of. */
  readonly plain: number;
}

/** @param page any page: it only reads the picture */
export function look(page: Page, screenshot: string): Promise<Look> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(96, 54);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0, 96, 54);
    const { data } = context.getImageData(0, 0, 96, 54);
    const colours = new Map<string, number>();
    let white = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
      if (Math.min(red, green, blue) >= 250) white++;
      const colour = [red, green, blue].map((value) => value >> 3).join();
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    const pixels = data.length / 4;
    return { white: white / pixels, plain: Math.max(...colours.values()) / pixels };
  }, screenshot);
}
