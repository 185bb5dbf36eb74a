/** A process of its own that saves one setting after another, and says on standard output what it is about. To be killed. */
import { writeSync } from 'node:fs';
import { systemClock } from '../../../src-main/clock.ts';
import { openSettings } from '../../../src-main/settings/settings-store.ts';

const [stateDir = '', from = '0'] = process.argv.slice(2);
const settings = await openSettings({
  stateDir,
  provisionedFile: undefined,
  clock: systemClock,
  onChange: () => undefined,
});
// A pipe takes it at once, so that it is not lost with the process.
const say = (line: string): unknown => writeSync(1, `${line}\n`);

for (let number = Number(from) + 1; ; number++) {
  say(`begins ${number}`);
  const faults = await settings.save({ clinicName: `Clinic ${number}`, idleSeconds: 60 + (number % 1740) });
  if (faults.length > 0) throw new Error('The settings were not saved.');
  say(`done ${number}`);
}
