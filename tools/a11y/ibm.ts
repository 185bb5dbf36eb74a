/** IBM's accessibility checker. Its rules are in the package: it asks no server for them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { nameOf, type Finding, type Place } from './finding.ts';

/** IBM's own policy contains WCAG 2.2 A and AA; the other is named so that it stays in, whatever becomes of theirs. */
const POLICIES = ['IBM_Accessibility', 'WCAG_2_2'];

const engine = readFileSync(
  createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);

/** As the engine tells it. */
interface Told {
  readonly rule: string;
  readonly policy: 'VIOLATION' | 'RECOMMENDATION' | 'INFORMATION';
  readonly confidence: 'PASS' | 'FAIL' | 'POTENTIAL' | 'MANUAL';
  readonly reason: string;
  readonly html: string;
  readonly at: string;
}

/** What IBM's engine finds. It is handed to the page as a debugger would, past the content security policy. */
export async function askIbm(page: Page, place: Place): Promise<Finding[]> {
  if (!(await page.evaluate(() => 'ace' in globalThis)))
    await page.evaluate(`${engine}; globalThis.ace = ace; 0`);
  const told = await page.evaluate(async (policies) => {
    const { ace } = globalThis as unknown as { ace: Engine };
    const { results } = await new ace.Checker().check(document, policies);
    return results
      .filter(({ value }) => value[1] !== 'PASS')
      .map(({ ruleId, value, reasonId, snippet, path }) => ({
        rule: ruleId,
        policy: value[0],
        confidence: value[1],
        reason: String(reasonId ?? ''),
        html: snippet,
        at: path['dom'] ?? '',
      }));
  }, POLICIES);
  return told.map((one) => findingOf(one, place));
}

interface Engine {
  readonly Checker: new () => {
    check(node: Document, policies: readonly string[]): Promise<{ readonly results: readonly Issue[] }>;
  };
}

interface Issue {
  readonly ruleId: string;
  readonly value: readonly [Told['policy'], Told['confidence']];
  readonly reasonId?: string | number;
  readonly snippet: string;
  readonly path: Readonly<Record<string, string>>;
}

/** A recommendation that is not followed is no violation; somebody has to say why it is not. */
export function findingOf({ rule, policy, confidence, reason, html, at }: Told, place: Place): Finding {
  const kind = policy === 'VIOLATION' && confidence === 'FAIL' ? 'violation' : 'review';
  return { by: 'ibm', rule, reason, kind, on: nameOf(html), at, place };
}
