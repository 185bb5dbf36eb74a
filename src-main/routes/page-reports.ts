import { Hono, type Handler } from 'hono';
import type { Clock } from '../clock.ts';
import type { MeasuredDrawing } from '../contract/api.ts';
import { Beat, Measured, PageFault, Use } from '../contract/staff.ts';
import { errorAnswer } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Log } from '../log/log.ts';
import { answerWith, readable, storedJson } from './answer.ts';
import { readBody } from './body.ts';
import { pageFaults } from './page-faults.ts';

/** What the page said last counts this long: a page that has died uses nothing, ms. */
const BEAT_COUNTS = 30_000;

export interface PageReportsOptions {
  readonly host: Host;
  readonly clock: Clock;
  readonly log: Log;
  readonly onReady: () => void;
  readonly onUse: (use: Use) => void;
  readonly onMeasured: (measured: MeasuredDrawing) => Promise<void>;
}

export interface PageReports {
  readonly routes: Hono;
  /** Whether somebody uses the page now, as it says itself. */
  readonly isUsed: boolean;
}

/** `/host…` and `/use`: what this host can do, and what the page tells of itself. */
export function openPageReports({
  host,
  clock,
  log,
  onReady,
  onUse,
  onMeasured,
}: PageReportsOptions): PageReports {
  let beat = { at: -Infinity, used: false };
  const tell = pageFaults(log, clock);
  const app = new Hono();
  readable(app, '/host', (context) => answerWith(context, storedJson(host.capabilities, 'checked')));

  const takes = (path: string, handler: Handler): void => {
    app.post(path, handler);
    app.all(path, () => errorAnswer('method-wrong', { Allow: 'POST' }));
  };
  takes('/host/ready', () => {
    host.pageIsReady();
    onReady();
    return done();
  });
  takes('/host/beat', async (context) => {
    const read = await readBody(context.req.raw, Beat);
    if ('refused' in read) return read.refused;
    beat = { at: clock.now(), used: read.value.used };
    host.pageBeats();
    return done();
  });
  takes('/host/fault', async (context) => {
    const read = await readBody(context.req.raw, PageFault);
    if ('refused' in read) return read.refused;
    tell(read.value);
    return done();
  });
  takes('/host/drawing', async (context) => {
    const read = await readBody(context.req.raw, Measured);
    if ('refused' in read) return read.refused;
    await onMeasured(read.value);
    return done();
  });
  takes('/use', async (context) => {
    const read = await readBody(context.req.raw, Use);
    if ('refused' in read) return read.refused;
    onUse(read.value);
    return done();
  });
  return {
    routes: app,
    get isUsed() {
      return beat.used && clock.now() - beat.at < BEAT_COUNTS;
    },
  };
}

const done = (): Response => new Response(null, { status: 204 });
