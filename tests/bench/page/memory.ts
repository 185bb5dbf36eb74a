import type { OpenPage } from '../browser.ts';
import type { Measured } from '../sheet.ts';

/** What the page holds on to, after its garbage has been collected twice. */
export async function memory({ cdp }: OpenPage): Promise<Measured<'heap' | 'nodes' | 'listeners'>> {
  await cdp.send('Performance.enable');
  for (let time = 0; time < 2; time++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (wanted: string): number | undefined => metrics.find(({ name }) => name === wanted)?.value;
  const heap = metric('JSHeapUsedSize');
  return {
    heap: heap === undefined ? undefined : heap / 2 ** 20,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}
