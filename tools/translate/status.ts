import stringWidth from 'string-width';
import { growth, longest } from './checks/length.ts';
import type { Pair } from './pair.ts';
import { wanted } from './plurals.ts';
import { stale, type Recorded } from './record.ts';

/** How far a language is. */
export interface Status {
  readonly tag: string;
  /** Texts that are there, and that English asks for. */
  readonly done: number;
  readonly of: number;
  /** Of those, whose English has changed since. */
  readonly stale: number;
  /** Of those, of which it is not known of which English they are. */
  readonly unrecorded: number;
  /** The short text that has grown most: how many times as long as English, and where. */
  readonly longest?: { readonly times: number; readonly at: string } | undefined;
  /** Number of tours by the state of their review. */
  readonly reviews: ReadonlyMap<string, number>;
}

const MAY_LACK = /^[^.]+\.(say|synonyms|find)$/;

export function statusOf(pair: Pair, recorded: Recorded): Status {
  const { tag, english, own } = pair;
  const needed = [...english.files].flatMap(([file, units]) =>
    [...wanted(units, tag).keys()]
      .filter((place) => !(file === 'glossary.json' && MAY_LACK.test(place)))
      .map((place) => ({ file, place })),
  );
  const done = needed.filter(({ file, place }) => own.files.get(file)?.get(place)?.trim());
  const broadest = longest(pair);
  const states = [...own.trees]
    .filter(([file]) => file.startsWith('tours/'))
    .map(([, tree]) => (tree['review'] as { status?: string } | undefined)?.status ?? 'none');
  return {
    tag,
    done: done.length,
    of: needed.length,
    stale: stale(pair, recorded).length,
    unrecorded: done.filter(({ file, place }) => recorded[file]?.[place] === undefined).length,
    longest: broadest && { times: growth(broadest), at: `${broadest.file} ${broadest.path}` },
    reviews: new Map([...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length])),
  };
}

/** As a table. */
export function table(rows: readonly Status[]): string {
  const cells = rows.map(({ tag, done, of, stale: old, unrecorded, longest: broadest, reviews }) => [
    tag,
    `${of === 0 ? 100 : Math.floor((100 * done) / of)} %`,
    `${done}/${of}`,
    String(old),
    String(unrecorded),
    broadest ? `${broadest.times.toFixed(1)} (${broadest.at})` : '–',
    [...reviews].map(([state, count]) => `${count} ${state}`).join(', ') || '–',
  ]);
  const head = ['language', 'done', 'texts', 'stale', 'not recorded', 'longest beside English', 'tours'];
  const all = [head, ...cells];
  const widths = head.map((_, column) => Math.max(...all.map((row) => stringWidth(row[column]!))));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column]! - stringWidth(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
