import { describe, expect, it, vi } from 'vitest';
import type { ErrorAnswer, MeasuredDrawing } from '../../../src-main/contract/api.ts';
import type { Use } from '../../../src-main/contract/staff.ts';
import { openPageReports } from '../../../src-main/routes/page-reports.ts';
import { HeldClock } from '../../doubles/held-clock.ts';
import { hostDouble } from '../../doubles/host.ts';
import { logDouble } from '../../doubles/log.ts';

function opened() {
  const clock = new HeldClock();
  const host = hostDouble();
  const log = logDouble();
  const onReady = vi.fn();
  const onUse = vi.fn<(use: Use) => void>();
  const onMeasured = vi.fn<(measured: MeasuredDrawing) => Promise<void>>(() => Promise.resolve());
  const reports = openPageReports({ host, clock, log, onReady, onUse, onMeasured });
  const tell = async (path: string, body?: unknown): Promise<number> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'Content-Type': 'application/json' };
    return (await reports.routes.request(path, { method: 'POST', headers, ...init })).status;
  };
  return { clock, host, log, onMeasured, onReady, onUse, reports, tell };
}

describe('what the page tells', () => {
  it('reaches the host: that it can be touched, and that it lives', async () => {
    const { host, onReady, tell, reports } = opened();
    expect(await tell('/host/ready')).toBe(204);
    expect(host.pageIsReady.mock.calls).toHaveLength(1);
    expect(onReady).toHaveBeenCalledOnce();
    expect(await tell('/host/beat', { used: true })).toBe(204);
    expect(host.pageBeats.mock.calls).toHaveLength(1);
    expect(await (await reports.routes.request('/host')).json()).toEqual({ kind: 'serve' });
  });

  it('says whether somebody uses it; a page that has died uses nothing', async () => {
    const { clock, reports, tell } = opened();
    expect(reports.isUsed).toBe(false);
    await tell('/host/beat', { used: true });
    clock.pass(29_999);
    expect(reports.isUsed).toBe(true);
    clock.pass(1);
    expect(reports.isUsed).toBe(false);
    await tell('/host/beat', { used: true });
    await tell('/host/beat', { used: false });
    expect(reports.isUsed).toBe(false);
  });

  it('of faults is logged, twenty a minute at most, and the others are counted', async () => {
    const { clock, log, tell } = opened();
    for (let time = 1; time <= 50; time++) {
      expect(await tell('/host/fault', { what: `Fault ${time}`, where: 'Tour.svelte' })).toBe(204);
    }
    expect(log.lines).toHaveLength(20);
    expect(log.lines[0]).toBe('error: The page had a fault: Fault 1');
    clock.pass(60_000);
    expect(log.lines.at(-1)).toBe('error: The page had 30 more faults within a minute.');
    await tell('/host/fault', { what: 'Later' });
    expect(log.lines.at(-1)).toBe('error: The page had a fault: Later');
    clock.pass(60_000);
    expect(log.lines).toHaveLength(22);
  });

  it('of a fault that comes again and again is told once, and then how often, at most every hour', async () => {
    const { clock, log, tell } = opened();
    const fail = (): Promise<number> => tell('/host/fault', { what: 'Again', where: 'Tour.svelte' });
    const HOUR = 3_600_000;
    for (let second = 0; second < 3 * 3600; second += 10) {
      await fail();
      clock.pass(10_000);
    }
    expect(log.lines).toEqual([
      'error: The page had a fault: Again',
      'error: The page had a fault again, 359 times within an hour: Again',
      'error: The page had a fault again, 360 times within an hour: Again',
      'error: The page had a fault again, 360 times within an hour: Again',
    ]);
    // It has ended; when it comes back, it is told at once.
    clock.pass(2 * HOUR);
    const before = log.lines.length;
    await fail();
    expect(log.lines.slice(before)).toEqual(['error: The page had a fault: Again']);
  });

  it('of faults that are always other ones is logged two hundred times a day at most', async () => {
    const { clock, log, tell } = opened();
    const DAY = 24 * 3_600_000;
    for (let minute = 0; minute < 24 * 60; minute++) {
      for (let time = 0; time < 3; time++)
        await tell('/host/fault', { what: `Fault ${minute % 1000} ${time}` });
      clock.pass(60_000);
    }
    expect(log.lines).toHaveLength(201);
    const [last = ''] = log.lines.slice(-1);
    expect(last).toBe('error: The page had 4120 more faults within a day.');
    clock.pass(DAY);
    await tell('/host/fault', { what: 'Another day' });
    expect(log.lines.at(-1)).toBe('error: The page had a fault: Another day');
    expect(clock.waiting).toBeLessThan(10);
  });

  it('of its use is counted', async () => {
    const { onUse, tell } = opened();
    expect(await tell('/use', { what: 'visit' })).toBe(204);
    expect(await tell('/use', { what: 'tour-opened', tour: 'neck' })).toBe(204);
    expect(onUse.mock.calls).toEqual([[{ what: 'visit' }], [{ what: 'tour-opened', tour: 'neck' }]]);
  });

  it('of how the machine draws is kept', async () => {
    const { onMeasured, tell } = opened();
    const measured = { renderer: 'SwiftShader', drawing: 'stills', frameMs: 52.5 };
    expect(await tell('/host/drawing', measured)).toBe(204);
    expect(onMeasured.mock.calls).toEqual([[measured]]);
  });

  it.each<[string, unknown]>([
    ['/host/drawing', { renderer: 'x'.repeat(201), drawing: 'live', frameMs: 1 }],
    ['/host/drawing', { renderer: 'x', drawing: 'off', frameMs: 1 }],
    ['/host/drawing', { renderer: 'x', drawing: 'live', frameMs: 60_001 }],
    ['/host/drawing', { renderer: 'x', drawing: 'live', frameMs: null }],
    ['/host/drawing', { renderer: 'x', drawing: 'live', frameMs: 1, who: 'a name' }],
    ['/host/beat', { used: 'yes' }],
    ['/host/beat', { used: true, who: 'a name' }],
    ['/host/fault', { what: 'x'.repeat(2001) }],
    ['/host/fault', {}],
    ['/use', { what: 'visit', who: 'a name' }],
    ['/use', { what: 'tour-opened' }],
    ['/use', { what: 'read-everything', tour: 'neck' }],
    ['/use', []],
  ])('%s is not %j', async (path, body) => {
    const { host, log, onMeasured, onUse, tell } = opened();
    expect(await tell(path, body)).toBe(400);
    expect(onMeasured).not.toHaveBeenCalled();
    expect(host.pageBeats.mock.calls).toEqual([]);
    expect(onUse).not.toHaveBeenCalled();
    expect(log.lines).toEqual([]);
  });

  it.each(['/host/ready', '/host/beat', '/host/fault', '/host/drawing', '/use'])(
    '%s is told, not read',
    async (path) => {
      const { reports } = opened();
      const response = await reports.routes.request(path);
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
      expect(((await response.json()) as ErrorAnswer).error.name).toBe('method-wrong');
    },
  );
});
