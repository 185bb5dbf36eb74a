/** A run as Markdown, for whoever ran it. */
import { placeName, type Group } from './finding.ts';
import type { Known } from './known.ts';
import type { Outcome, Row } from './outcome.ts';
import type { Reviewed } from './reviewed.ts';

/** @param isWhole whether everything was looked at, so that a baseline that answers nothing has had its day */
export function report(
  { rows, places, panels, verdict, faults, missing, fails }: Outcome,
  { reviewed, known }: { readonly reviewed: readonly Reviewed[]; readonly known: readonly Known[] },
  isWhole: boolean,
): string {
  const old = isWhole
    ? [
        ...reviewed
          .filter((_, index) => verdict.answered[index] === 0)
          .map(({ by, rule }) => `${by} ${rule}`),
        ...known
          // Of a panel that was not walked nothing is known.
          .filter(
            (entry, index) =>
              faults.met[index] === 0 && (entry.panels?.some((one) => panels.includes(one)) ?? true),
          )
          .map(({ check, what }) => `${check} ${what}`),
      ]
    : [];
  const sections = [
    section('Requirements', rows.map(line)),
    section('Evidence that is not there', missing),
    section('Violations', verdict.violations.map(told)),
    section(
      'Not reviewed: look at it, then mend it or say in tools/a11y/reviewed.json why it is right',
      verdict.unreviewed.map(told),
    ),
    section(
      'What the project’s own checks have found',
      faults.news.map(
        ({ check, what, count, place }) => `${check}: ${what}; ${times(count)}, first on ${placeName(place)}`,
      ),
    ),
    section('In a baseline, and not found any more: take it out', old),
  ];
  const sum = (counts: readonly number[]): number => counts.reduce((whole, count) => whole + count, 0);
  const seen =
    places === 0
      ? 'No screen was looked at, only the evidence.'
      : `${places} screens looked at; ${sum(verdict.answered)} findings are reviewed, ${sum(faults.met)} are known.`;
  return [
    '## Accessibility',
    ...sections.filter((text) => text !== ''),
    `${seen} ${fails ? '**It fails.**' : 'It holds.'}`,
  ].join('\n\n');
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`### ${title}`, '', ...lines.map((text) => `- ${text}`)].join('\n');

function line({ requirement: { id, title, state }, against }: Row): string {
  const words = state === 'met' && against.length > 0 ? '**fails**' : state.replace('-', ' ');
  return `${id} ${words}: ${title}${against.length > 0 ? ` (does not hold: ${against.join(', ')})` : ''}`;
}

const told = ({ by, rule, reason, on, count, at, place }: Group): string =>
  `${by} ${rule}${reason && ` (${reason})`} on \`${on}\`; ${times(count)}, first on ${placeName(place)}: \`${at}\``;

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
