import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { systemClock } from '../../src-main/clock.ts';

it('never runs backwards, whatever the time of day does', () => {
  const before = systemClock.now();
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  expect(systemClock.now()).toBeLessThanOrEqual(performance.now());
});

it('calls back, unless it is called off', async () => {
  const calls: string[] = [];
  const callOff = systemClock.after(0, () => calls.push('called off'));
  callOff();
  await new Promise<void>((resolve) => void systemClock.after(1, resolve));
  expect(calls).toEqual([]);
});

it('keeps no process alive that is otherwise done', async () => {
  const clock = path.join(import.meta.dirname, '../../src-main/clock.ts');
  const script = `import { systemClock } from ${JSON.stringify(clock)}; systemClock.after(3_600_000, () => undefined);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { timeout: 20_000 });
});
