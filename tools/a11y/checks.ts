/** The project's own checks, which a requirement names as its evidence. */
import type { Page } from 'playwright-core';
import { clippedWords } from '../../tests/e2e/clipped.ts';
import { faultsOfTargets } from '../../tests/e2e/rules.ts';
import { panelOf } from '../screens/panels.ts';
import { tooBright } from './checks/brightness.ts';
import { misplacedControls } from './checks/controls.ts';
import { outOfReachOfKeys } from './checks/keys.ts';
import { smallLetters, untoldLanguage, untrueMillimetres } from './checks/measures.ts';
import { restless } from './checks/motion.ts';
import { badlySetLines, clippedWhenSpaced } from './checks/setting.ts';
import { unreadWords } from './checks/spoken.ts';
import { OWN_CHECKS, type OwnCheck } from './check-names.ts';
import type { Fault, Place } from './finding.ts';

/** What was seen on the screens before, for what has to be the same on all of them. */
export type Seen = Map<string, string>;

/** Looks at the screen that the page shows. @returns what is wrong, a line each */
export type Look = (page: Page, place: Place, seen: Seen) => Promise<readonly string[]>;

interface Check {
  readonly look: Look;
  /** Depends on colours, and is made in each theme. Others are made once, in the first one. */
  readonly ofTheme?: true;
  /** Screens that it would leave. */
  readonly not?: readonly string[];
}

/** Screens on which any key is an answer. */
const ANY_KEY = ['attract', 'still there'];

const checks: Readonly<Record<OwnCheck, Check>> = {
  millimetres: { look: untrueMillimetres },
  language: { look: untoldLanguage },
  targets: { look: (page, { panel }) => faultsOfTargets(page, { inches: panelOf(panel).inches, least: 20 }) },
  words: { look: (page) => clippedWords(page) },
  letters: { look: smallLetters },
  lines: { look: badlySetLines },
  motion: { look: restless },
  controls: { look: misplacedControls },
  spoken: { look: unreadWords, not: ANY_KEY },
  brightness: { look: tooBright, ofTheme: true },
  keys: { look: outOfReachOfKeys, not: ANY_KEY },
  spacing: { look: clippedWhenSpaced },
};

/** @param isFirst whether this is the first theme in which the screen is looked at */
export async function lookAt(page: Page, place: Place, seen: Seen, isFirst: boolean): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const name of OWN_CHECKS) {
    const check = checks[name];
    if ((!isFirst && !check.ofTheme) || check.not?.includes(place.screen)) continue;
    for (const what of await check.look(page, place, seen)) faults.push({ check: name, what, place });
  }
  return faults;
}
