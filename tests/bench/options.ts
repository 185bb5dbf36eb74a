import { parseArgs } from 'node:util';

export const PARTS = ['page', 'pictures', 'use', 'library', 'start', 'ink', 'consult'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly parts: readonly Part[];
  /** Names of the pages to measure; undefined: all. */
  readonly targets: readonly string[] | undefined;
  /** Rounds over everything that is measured. */
  readonly repeat: number;
  /** Cold loads of each page in a round. */
  readonly loads: number;
  /** Seconds over which the CPU of an idle page is taken; a whole number of scenes (12 s) is best. */
  readonly idle: number;
  /** Seconds over which drawn frames are counted. */
  readonly frames: number;
  /** Taps of which the answers are timed. */
  readonly taps: number;
  /** Times that one diagram makes way for another, after which nothing may be left behind. */
  readonly changes: number;
  /** Steps of a tour that are walked, after which nothing may be left behind. */
  readonly steps: number;
  /** Minutes of the attract loop, after which nothing may be left behind. */
  readonly minutes: number;
  /** Seconds to wait, at most, for the machine to have nothing else to do before each measurement. */
  readonly quiet: number;
  /** Folder of the results. */
  readonly out: string;
  readonly help: boolean;
}

export const help = `npm run bench -- [options]

  --only <names>   parts (page, pictures, use, library, start, ink, consult) or pages (floor-blank, reveal-static, tonos …), with commas
  --repeat <n>     rounds over everything (3)
  --loads <n>      cold loads of each page in a round (5)
  --idle <s>       seconds over which the CPU of the attract loop is taken (24)
  --taps <n>       taps that are timed (12)
  --changes <n>    diagrams shown one after another (200)
  --steps <n>      steps of a tour walked one after another (500)
  --minutes <n>    of the attract loop (30)
  --quiet <s>      seconds to wait at most for a quiet machine before each measurement (10)
  --quick          one short round: shows that everything runs, its figures say little
  --out <folder>   where the results go (results)
  --help           this text

The tables go to standard output, the progress to standard error.`;

const usual = {
  repeat: 3,
  loads: 5,
  idle: 24,
  frames: 12,
  taps: 12,
  changes: 200,
  steps: 500,
  minutes: 30,
  quiet: 10,
};
const quick = {
  repeat: 1,
  loads: 2,
  idle: 2,
  frames: 2,
  taps: 4,
  changes: 8,
  steps: 14,
  minutes: 1,
  quiet: 0,
};

/**
 * @param targets names that `--only` may hold beside the parts
 * @throws Error that says what is wrong
 */
export function readOptions(args: readonly string[], targets: readonly string[]): BenchOptions {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      repeat: number,
      loads: number,
      idle: number,
      taps: number,
      changes: number,
      steps: number,
      minutes: number,
      quiet: number,
      out: { type: 'string', default: 'results' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { only, repeat, loads, idle, taps, changes, steps, minutes, quiet, out, help } = values;
  const numbers = Object.fromEntries(
    Object.entries({ repeat, loads, idle, taps, changes, steps, minutes, quiet }).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, readNumber(name, text)]],
    ),
  );
  return { ...(values.quick ? quick : usual), ...numbers, ...readOnly(only, targets), out, help };
}

function readOnly(
  only: string | undefined,
  targets: readonly string[],
): Pick<BenchOptions, 'parts' | 'targets'> {
  if (only === undefined) return { parts: PARTS, targets: undefined };
  const names = only.split(',');
  const isPart = (name: string): boolean => PARTS.some((part) => part === name);
  const unknown = names.find((name) => !isPart(name) && !targets.includes(name));
  if (unknown !== undefined) {
    throw new Error(`There is no "${unknown}". Choose from: ${[...PARTS, ...targets].join(', ')}.`);
  }
  const pages = names.filter((name) => !isPart(name));
  const parts = PARTS.filter((part) => names.includes(part) || (part === 'page' && pages.length > 0));
  return { parts, targets: pages.length > 0 ? pages : undefined };
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  const least = name === 'quiet' ? 0 : 1;
  if (!(value >= least)) throw new Error(`--${name} must be a number of at least ${least}, not "${text}".`);
  return value;
}
