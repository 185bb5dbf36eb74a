import { parseArgs } from 'node:util';

export const help = `npm run atlas -- [options]

Draws the stills of the diagrams into dist/atlas, those that are not there or were drawn from something else.

  --first             only those that the first screens need
  --shown             only those that home, the attract loop and the steps of tours show at rest
  --within <seconds>  stops after this time; what is drawn by then stays
  --background        at the lowest priority, with pauses, until the process that started it ends
  --sheet             then puts them on the sheets of docs/atlas
  --help              this text`;

export interface BakeOptions {
  readonly first: boolean;
  readonly shown: boolean;
  /** ms; Infinity without one. */
  readonly within: number;
  readonly background: boolean;
  readonly sheet: boolean;
  readonly help: boolean;
}

/** @throws when an option is unknown or has a bad value */
export function readOptions(args: string[]): BakeOptions {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      first: flag,
      shown: flag,
      within: { type: 'string' },
      background: flag,
      sheet: flag,
      help: flag,
    },
  });
  const seconds = values.within === undefined ? Infinity : Number(values.within);
  if (!(seconds > 0)) throw new Error(`--within must be a number of seconds, not "${values.within}".`);
  return { ...values, within: seconds * 1000 };
}
