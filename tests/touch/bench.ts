/**
 * `npm run bench:touch`: how often the first touch is the right one, on touches made up for it. Judges nothing. The seed is
 * another each time, and is printed: `--seed 7` runs one again; `--attempts 3000` of each cell.
 */
import { parseArgs } from 'node:util';
import { PRESETS, type Preset } from '../../src-renderer/touch/presets.ts';
import { RULES, type Rules } from '../../src-renderer/touch/rules.ts';
import { NOISE, SEVERITIES, type Noise, type Severity } from './noise.ts';
import {
  everyDown,
  everyLift,
  everyMean,
  nativeTap,
  steady,
  tally,
  type Tally,
  type Teller,
} from './simulate.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, attempts: { type: 'string', default: '3000' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const attempts = Number(values.attempts);
const FIELD = { size: 25, gap: 8 };
const SIZES = [18, 25, 30];

/** Wilson’s interval of a share, half of its width, in points of 100: with 95 % the true share lies within. */
function give(share: number, count: number): number {
  const z = 1.96;
  return (
    ((100 * z) / (1 + z ** 2 / count)) * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))
  );
}

const cell = ({ right, wrong, nothing, twice, attempts: all }: Tally): string =>
  [
    `${((100 * right) / all).toFixed(1)} ± ${give(right / all, all).toFixed(1)}`,
    ...[wrong, nothing, twice].map((count) => ((100 * count) / all).toFixed(1)),
  ].join(' / ');

const rightOf = ({ right, attempts: all }: Tally): string => ((100 * right) / all).toFixed(1);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, head.map(() => '---'), ...rows];
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const run = (tell: Teller, noise: Noise, size = FIELD.size): Tally =>
  tally(tell, noise, { ...FIELD, size }, seed, attempts);

const TELLERS: readonly (readonly [string, Teller])[] = [
  ['browser’s tap', nativeTap],
  ['every down', everyDown],
  ['every lift', everyLift],
  ['every mean', everyMean],
  ...Object.entries(PRESETS).map(([name, preset]) => [name, steady(preset)] as const),
];

const main = SIZES.map((size) =>
  [
    `### Targets of ${size} mm`,
    table(
      ['', ...SEVERITIES],
      TELLERS.map(([name, tell]) => [name, ...SEVERITIES.map((one) => cell(run(tell, NOISE[one], size)))]),
    ),
  ].join('\n\n'),
);

/** Each assumption by half less and by half more, the others as they are. */
const SWEPT = [
  'aim',
  'tremor',
  'drift',
  'slip',
  'spasm',
  'bounces',
  'second',
  'brush',
  'dwell',
  'dwellSpread',
] as const;
const CASES: readonly (readonly [string, Preset, Severity])[] = [
  ['standard, moderate', PRESETS.standard, 'moderate'],
  ['steady, moderate', PRESETS.steady, 'moderate'],
  ['steady, severe', PRESETS.steady, 'severe'],
];
const changed = (noise: Noise, what: (typeof SWEPT)[number], by: number): Noise => ({
  ...noise,
  [what]: noise[what] * by,
});
const sweep = table(
  ['', ...CASES.flatMap(([name]) => [`${name}: − 50 %`, '+ 50 %', 'browser’s tap'])],
  SWEPT.map((what) => [
    what,
    ...CASES.flatMap(([, preset, severity]) => [
      ...[0.5, 1.5].map((by) => rightOf(run(steady(preset), changed(NOISE[severity], what, by)))),
      [0.5, 1.5].map((by) => rightOf(run(nativeTap, changed(NOISE[severity], what, by)))).join(', '),
    ]),
  ]),
);

/** What is lost without each of its steps. */
const STEPS: readonly (readonly [string, Partial<Preset>, Partial<Rules>])[] = [
  ['whole', {}, {}],
  ['contacts not merged', { merge: 0 }, {}],
  ['no lockout', { lockout: 0 }, {}],
  ['the longest contact alone counts', {}, { together: false }],
  ['other fingers not told apart', {}, { beside: Infinity }],
  ['not smoothed', {}, { smooth: 1e-6 }],
  ['the lift counts too', {}, { lift: 0 }],
  ['late as much as early', {}, { tires: Infinity }],
  ['nothing beside a target', {}, { snap: 0 }],
  ['cannot be taken back', {}, { left: { away: Infinity, ms: 250 } }],
];
const ablation = table(
  ['without', ...CASES.map(([name]) => name)],
  STEPS.map(([name, presets, rules]) => [
    name,
    ...CASES.map(([, preset, severity]) =>
      cell(run(steady({ ...preset, ...presets }, { ...RULES, ...rules }), NOISE[severity])),
    ),
  ]),
);

console.log(
  [
    `Seed ${seed}, ${attempts} attempts a cell. Right at first ± 95 % / any wrong / nothing / twice, of 100.`,
    ...main,
    '### Assumptions by half less and half more, 25 mm: right at first',
    sweep,
    '### Without each step, 25 mm',
    ablation,
  ].join('\n\n'),
);
