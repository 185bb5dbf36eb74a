import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { whenAskedToEnd } from '../../../src-main/browser/ending.ts';

const fake = (connected: boolean) =>
  Object.assign(new EventEmitter(), { connected }) as unknown as NodeJS.Process;

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends on %s, however often', async (signal) => {
  const host = fake(false);
  const ended = whenAskedToEnd(host);
  host.emit(signal, signal);
  host.emit(signal, signal);
  expect(await ended).toBe(signal);
});

it('ends when the starter is gone', async () => {
  const host = fake(true);
  const ended = whenAskedToEnd(host);
  host.emit('disconnect');
  expect(await ended).toBe('the starter has ended');
});
