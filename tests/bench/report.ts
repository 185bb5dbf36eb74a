/** The results as Markdown. */
import type { Goal } from './goals.ts';
import type { Machine } from './machine.ts';
import type { Sheet } from './sheet.ts';

/** Median, and the range where the repetitions differ: `137 [105–177]`. A dash where nothing was measured. */
export function cell(values: readonly number[], median: number | undefined, digits: number): string {
  if (median === undefined) return '–';
  const [low, high] = [Math.min(...values).toFixed(digits), Math.max(...values).toFixed(digits)];
  return low === high ? low : `${median.toFixed(digits)} [${low}–${high}]`;
}

export function table<Name extends string>(sheet: Sheet<Name>): string {
  const { columns } = sheet;
  const rows = (Object.keys(sheet.figures) as Name[]).map((name) => {
    const { title, digits } = sheet.figures[name];
    const cells = columns.map((column) =>
      cell(sheet.values(column, name), sheet.median(column, name), digits),
    );
    return [title, ...cells];
  });
  return [`### ${sheet.title}`, '', ...lines(['', ...columns], rows)].join('\n');
}

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, value, best, limit, unit }) => {
    const shown = (found: number | undefined) => (found === undefined ? '–' : `${round(found)} ${unit}`);
    const verdict = value === undefined ? 'not measured' : value <= limit ? 'met' : '**missed**';
    return [what, `≤ ${limit} ${unit}`, shown(value), shown(best), verdict];
  });
  return ['### Goals', '', ...lines(['', 'goal', 'found', 'of the fastest', ''], rows)].join('\n');
}

export const machineLines = (machine: Machine): string =>
  Object.entries(machine)
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n');

const round = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

function lines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)];
}
