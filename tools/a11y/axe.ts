import { AxeBuilder } from '@axe-core/playwright';
import type { NodeResult, Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { nameOf, type Finding, type Place } from './finding.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules that axe-core leaves out unless it is asked. */
const ALSO = ['target-size', 'color-contrast-enhanced'];
/** Of colours: a theme changes nothing else. What has the enhanced contrast has the lesser, too; what cannot be told is so in every theme. */
const OF_COLOURS = ['color-contrast-enhanced', 'link-in-text-block'];

/**
 * What axe-core finds: WCAG 2.2 AA and its own good practice, target sizes, and contrast as AAA has it.
 * @param isFirst whether this is the first theme in which the screen is looked at; of others, only colours are asked
 */
export async function askAxe(page: Page, place: Place, isFirst: boolean): Promise<Finding[]> {
  // There are no frames, so that it need not open pages of its own to gather what it finds in them.
  // `options` takes the place of all that was said before it, so that it comes first.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    rules: Object.fromEntries(ALSO.map((id) => [id, { enabled: true }])),
    resultTypes: ['violations', 'incomplete'],
  });
  const { violations, incomplete } = await (
    isFirst ? axe.withTags(TAGS) : axe.withRules(OF_COLOURS)
  ).analyze();
  const told = (kind: Finding['kind']) => (result: Result) => findingsOf(result, kind, place);
  return [...violations.flatMap(told('violation')), ...incomplete.flatMap(told('review'))];
}

function findingsOf({ id, nodes }: Result, kind: Finding['kind'], place: Place): Finding[] {
  return nodes.map((node) => ({
    by: 'axe',
    rule: id,
    reason: reasonOf(node),
    kind,
    on: nameOf(node.html),
    at: node.target.join(' '),
    place,
  }));
}

/** Why it could not tell, such as `bgImage`: that words lie on a picture. */
function reasonOf({ any, all, none }: NodeResult): string {
  const [check] = [...any, ...all, ...none];
  const data = check?.data as { messageKey?: string } | null | undefined;
  return data?.messageKey ?? check?.id ?? '';
}
