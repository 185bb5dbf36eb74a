import { describe, expect, it } from 'vitest';
import type { FaultState, Health } from '../../../src-main/contract/staff.ts';
import { concernsOf, DISK_LEAST } from '../../../src-renderer/staff/attention.ts';

const fault = (severity: FaultState['severity']): FaultState => ({ severity, where: '', what: '', todo: '' });
const health: Health = {
  product: '0.1.0',
  host: { kind: 'browser' },
  now: '2026-11-23T09:30:00Z',
  upSince: '2026-11-20T03:30:00Z',
  starts: 1,
  pageRestarts: 0,
  disk: { free: DISK_LEAST, total: 2 * DISK_LEAST },
  memory: 1,
};
const concerns = (change: Partial<Health> = {}, faults: FaultState[] = []): string[] => [
  ...concernsOf({
    content: { version: 'v', tours: [], packs: [], faults },
    health: { ...health, ...change },
  }),
];

describe('what needs attention', () => {
  it('is nothing in a kiosk that is well, or that only warns', () => {
    expect(concerns()).toEqual([]);
    expect(concerns({ disk: undefined }, [fault('warning')])).toEqual([]);
  });

  it.each([
    ['an error in the content', {}, [fault('error'), fault('error')], 'faults'],
    ['a disk that is nearly full', { disk: { free: DISK_LEAST - 1, total: DISK_LEAST } }, [], 'disk'],
    ['a fault of today', { lastFault: { at: '2026-11-22T09:30:01Z', what: '' } }, [], 'last-fault'],
    ['a browser opened by hand', { host: { kind: 'serve' } }, [], 'host'],
  ] as const)('is %s', (_, change, faults, expected) =>
    expect(concerns(change, [...faults])).toEqual([expected]),
  );

  it('is not a fault of yesterday', () =>
    expect(concerns({ lastFault: { at: '2026-11-22T09:30:00Z', what: '' } })).toEqual([]));
});
