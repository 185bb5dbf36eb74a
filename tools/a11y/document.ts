/** `docs/accessibility.md`, made of the table of requirements and of both baselines. */
import path from 'node:path';
import prettier from 'prettier';
import type { Known } from './known.ts';
import type { Evidence, Requirement, State } from './requirements.ts';
import type { Reviewed } from './reviewed.ts';
import { root } from '../start/project.mjs';

export const DOCUMENT_FILE = path.join(root, 'docs/accessibility.md');

const WORDS: Readonly<Record<State, string>> = { met: 'met', later: 'later', 'needs-people': 'needs people' };
/** Stands before the paragraph that tells of the last whole run: the only one that is not made of the tables. */
const LAST_RUN = '<!-- last whole run -->';
const NO_RUN = 'Not run as a whole yet.';

/** What the document says of the last whole run. */
export const lastRunIn = (text: string): string =>
  new RegExp(`${LAST_RUN}\\n+(.+)`).exec(text)?.[1] ?? NO_RUN;

/** @param lastRun a sentence on the last whole run: when, and what it looked at */
export async function accessibilityDocument(
  requirements: readonly Requirement[],
  { reviewed, known }: { readonly reviewed: readonly Reviewed[]; readonly known: readonly Known[] },
  lastRun: string,
): Promise<string> {
  const count = (state: State): number => requirements.filter((one) => one.state === state).length;
  const text = [
    '# Accessibility',
    '<!-- Made by `npm run a11y`. Do not change it by hand: the tables are in tools/a11y/. -->',
    `For whoever answers for accessibility in a clinic. Tonos holds itself to ${requirements.length} requirements, drawn from ` +
      'WCAG 2.2, EN 301 549, Section 508 and studies of hands, eyes and heads that move without leave. ' +
      `**${count('met')} are met**: a test or a check proves each, and fails when it no longer holds. **${count('later')} come later**: ` +
      `the table says what there is and what is missing. **${count('needs-people')} need people**: no machine can judge them.`,
    'This is no statement of conformance, with WCAG or any other rule. Checkers see a part of what hinders people; whether somebody ' +
      'can use the kiosk shows when they do, and that has not been tried yet (R-46). How high the panel hangs, how loud it is and ' +
      'what light falls on it are for those who mount it.',
    '## How it is looked at',
    '`npm run a11y` goes to every screen by single touches, in every language of the kiosk and in two made-up ones (words twice as long, ' +
      'and from right to left), in every size of text and every theme. On each, axe-core (WCAG 2.2 A and AA, good practice, contrast ' +
      'as AAA has it, sizes of targets) and IBM’s checker (WCAG 2.2) look for violations, and checks of its own look for what the table ' +
      'names. It needs no network, and a request to one fails the run. `npm run a11y -- --quick` takes two minutes, `--help` tells the rest.',
    `${LAST_RUN}\n\n${lastRun}`,
    '## Requirements',
    table(
      ['', 'what', 'state', 'evidence', 'what is missing, or who has to judge'],
      requirements.map(({ id, title, state, evidence = [], open = '' }) => [
        id,
        title,
        state === 'met' ? '**met**' : WORDS[state],
        evidenceCell(evidence),
        open,
      ]),
    ),
    'Evidence: checks that the run makes, and files of tests; the titles of the tests are in `tools/a11y/requirements.ts`, and ' +
      '`npm test` asks whether each is still there.',
    '## Known, and not right yet',
    ...(known.length === 0
      ? ['Nothing.']
      : [
          table(
            ['check', 'panels', 'languages', 'sizes', 'what and why'],
            known.map(({ check, panels = ['all'], locales = ['all'], texts = ['all'], because }) => [
              `\`${check}\``,
              panels.join(', '),
              locales.join(', '),
              texts.map((size) => (size === 'all' ? size : `${size} %`)).join(', '),
              because,
            ]),
          ),
        ]),
    '## What checkers cannot tell, and somebody has looked at',
    table(
      ['checker', 'rule', 'on', 'why it is right'],
      reviewed.map(({ by, rule, reason, on, because }) => [
        by,
        `\`${rule}\`${reason ? ` (${reason})` : ''}`,
        on.map((name) => `\`${name}\``).join(', '),
        because,
      ]),
    ),
  ].join('\n\n');
  const options = await prettier.resolveConfig(DOCUMENT_FILE);
  return prettier.format(text, { ...options, filepath: DOCUMENT_FILE });
}

function evidenceCell(evidence: readonly Evidence[]): string {
  const checks = evidence.flatMap((one) => ('check' in one ? [one.check] : []));
  const files = evidence.flatMap((one) => ('file' in one ? [one.file.replace(/^tests\//, '')] : []));
  return [
    ...(checks.length > 0 ? [`checks: ${checks.join(', ')}`] : []),
    ...files.map((file) => `\`${file}\``),
  ].join('; ');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
