import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBrowser, OpenPage } from '../browser.ts';

/** Every frame of a compositor leaves a `PipelineReporter` span that says what became of it. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly args?: {
    readonly name?: string;
    readonly frame_reporter?: FrameReport;
    readonly chrome_frame_reporter?: FrameReport;
  };
}

interface FrameReport {
  readonly state: string;
  readonly layer_tree_host_id: number;
  readonly frame_source: number;
  readonly frame_sequence: number;
}

/** Frames per second that pages put on the screen: 0 while nothing moves. */
export async function drawnFrames(
  { playwright }: OpenBrowser,
  { page }: OpenPage,
  seconds: number,
): Promise<number> {
  await playwright.startTracing(page, {
    categories: ['__metadata', 'disabled-by-default-devtools.timeline.frame'],
    screenshots: false,
  });
  const started = performance.now();
  await pause(seconds * 1000);
  const wall = (performance.now() - started) / 1000;
  const trace = JSON.parse((await playwright.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return countFrames(trace.traceEvents) / wall;
}

/** Frames that renderers presented, whole or in part. */
export function countFrames(events: readonly TraceEvent[]): number {
  // The browser's own window has a compositor too.
  const renderers = new Set(
    events
      .filter(({ name, args }) => name === 'process_name' && args?.name?.includes('Renderer'))
      .map(({ pid }) => pid),
  );
  // The compositor and the page's thread each leave a span for the same frame.
  const frames = new Set<string>();
  for (const { name, ph, pid, args } of events) {
    if (name !== 'PipelineReporter' || ph !== 'b' || !renderers.has(pid)) continue;
    const report = args?.frame_reporter ?? args?.chrome_frame_reporter;
    if (!report?.state.startsWith('STATE_PRESENTED_')) continue;
    frames.add([pid, report.layer_tree_host_id, report.frame_source, report.frame_sequence].join());
  }
  return frames.size;
}
