/** What a checker finds on a screen, told so that the same thing reads the same on every screen. */

import type { CheckName } from './check-names.ts';

/** Where the walk stands. */
export interface Place {
  /** A panel as the options name it, such as `21.5l`. */
  readonly panel: string;
  readonly locale: string;
  /** Size of text, percent. */
  readonly text: number;
  readonly theme: string;
  /** A screen by its name in `tools/screens/ways.ts`. */
  readonly screen: string;
}

export interface Finding {
  readonly by: 'axe' | 'ibm';
  readonly rule: string;
  /** Which of the rule's questions it is, in the checker's own terms; empty where it has none. */
  readonly reason: string;
  /** A `violation` is sure; of what is to `review` the checker says that only somebody can tell. */
  readonly kind: 'violation' | 'review';
  /** The element by its tag and its first own class, such as `button.callout`. */
  readonly on: string;
  /** Where it stands in the document. */
  readonly at: string;
  readonly place: Place;
}

/** What one of the project's own checks has found. */
export interface Fault {
  readonly check: CheckName;
  readonly what: string;
  readonly place: Place;
}

/** Findings that differ only in where they are. */
export interface Group extends Omit<Finding, 'at' | 'place'> {
  readonly count: number;
  /** The first one. */
  readonly at: string;
  readonly place: Place;
}

export const placeName = ({ panel, locale, text, theme, screen }: Place): string =>
  `${screen} (${panel}, ${locale}, ${text} %, ${theme})`;

/** An element by its tag and its first class that no compiler has made, from the HTML of its start tag. */
export function nameOf(html: string): string {
  const tag = /^<([\w-]+)/.exec(html)?.[1] ?? 'unknown';
  const classes = /^<[^>]*?\sclass="([^"]*)"/.exec(html)?.[1]?.split(/\s+/) ?? [];
  const own = classes.find((name) => name && !name.startsWith('svelte-'));
  return own ? `${tag}.${own}` : tag;
}

/** In the order in which they were first met. */
export function grouped(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = [finding.by, finding.kind, finding.rule, finding.reason, finding.on].join(' ');
    groups.set(key, { ...(groups.get(key) ?? finding), count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}
