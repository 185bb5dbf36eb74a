import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { grouped, nameOf, type Fault, type Finding, type Place } from '../../tools/a11y/finding.ts';
import { findingOf } from '../../tools/a11y/ibm.ts';
import { readKnown, sortFaults, type Known } from '../../tools/a11y/known.ts';
import { isWhole, readOptions, TEXT_SIZES, THEMES } from '../../tools/a11y/options.ts';
import { outcomeOf, type Walked } from '../../tools/a11y/outcome.ts';
import { report } from '../../tools/a11y/report.ts';
import type { Requirement } from '../../tools/a11y/requirements.ts';
import { judge, readReviewed, type Reviewed } from '../../tools/a11y/reviewed.ts';
import { TEXT_SIZES as OF_THE_PAGE, THEMES as OF_PAPER } from '../../src-renderer/comfort/comfort.svelte.ts';
import { folderWith } from './folder.ts';

const place: Place = { panel: '21.5l', locale: 'en', text: 100, theme: 'soft', screen: 'home' };
const finding: Finding = {
  by: 'axe',
  rule: 'color-contrast',
  reason: 'bgImage',
  kind: 'review',
  on: 'span.name',
  at: 'main > span',
  place,
};
const entry: Reviewed = {
  by: 'axe',
  rule: 'color-contrast',
  reason: 'bgImage',
  on: ['span.name'],
  because: 'Words on pictures have a shadow of their own.',
};
const fault: Fault = { check: 'words', what: '“Home” in button.control is 12 px too wide', place };
const known: Known = {
  check: 'words',
  what: 'in button\\.control',
  because: 'Too long for its button, as is known.',
};

describe('an element', () => {
  it.each([
    ['<button data-control="play" class="stage-button svelte-1on1emk">', 'button.stage-button'],
    ['<span dir="ltr" class="svelte-p7hm2b">', 'span'],
    ['<p class="svelte-1 body">One <b class="loud">two</b>', 'p.body'],
    ['<svg-like class="">', 'svg-like'],
    ['no element', 'unknown'],
  ])('is named by its tag and its own class: %s', (html, name) => {
    expect(nameOf(html)).toBe(name);
  });
});

it('findings that differ only in where they are count as one', () => {
  const elsewhere = { ...finding, at: 'nav > span', place: { ...place, theme: 'dim' } };
  expect(grouped([finding, elsewhere, { ...finding, reason: 'imgNode' }])).toMatchObject([
    { count: 2, at: 'main > span', place },
    { count: 1, reason: 'imgNode' },
  ]);
});

describe('what a checker cannot tell', () => {
  it('is answered by the baseline, and counted', () => {
    const verdict = judge([finding, finding], [entry]);
    expect(verdict).toMatchObject({ violations: [], unreviewed: [], answered: [2] });
  });

  it.each<[string, Partial<Reviewed>]>([
    ['another checker', { by: 'ibm' }],
    ['another rule', { rule: 'color-contrast-enhanced' }],
    ['another question of the rule', { reason: 'imgNode' }],
    ['another element', { on: ['span.label', 'p'] }],
  ])('is not answered by an entry on %s', (_, other) => {
    expect(judge([finding], [{ ...entry, ...other }]).unreviewed).toHaveLength(1);
  });

  it('is answered by an entry on all elements of a tag, or on all questions of a rule', () => {
    expect(judge([finding], [{ ...entry, on: ['span'] }]).unreviewed).toEqual([]);
    const { reason, ...general } = entry;
    expect(reason).toBe('bgImage');
    expect(judge([finding], [general]).unreviewed).toEqual([]);
  });

  it('is nothing that it is sure of: no entry excuses a violation', () => {
    expect(judge([{ ...finding, kind: 'violation' }], [entry]).violations).toHaveLength(1);
  });

  it.each([
    ['VIOLATION', 'FAIL', 'violation'],
    ['VIOLATION', 'POTENTIAL', 'review'],
    ['RECOMMENDATION', 'FAIL', 'review'],
    ['RECOMMENDATION', 'MANUAL', 'review'],
  ] as const)('IBM’s %s, %s is a %s', (policy, confidence, kind) => {
    const told = { rule: 'r', policy, confidence, reason: '1', html: '<p>', at: '/p[1]' };
    expect(findingOf(told, place)).toMatchObject({ by: 'ibm', kind, on: 'p' });
  });
});

describe('what a check of our own finds', () => {
  it('is news unless it is known, and told once for all screens', () => {
    const { news, met } = sortFaults([fault, { ...fault, place: { ...place, text: 200 } }], []);
    expect(news).toMatchObject([{ count: 2, place }]);
    expect(met).toEqual([]);
    expect(sortFaults([fault], [known])).toEqual({ news: [], met: [1] });
  });

  it.each<[string, Partial<Known>]>([
    ['check', { check: 'spacing' }],
    ['matter', { what: 'in h1' }],
    ['panel', { panels: ['32p'] }],
    ['language', { locales: ['en-XA'] }],
    ['size', { texts: [200] }],
  ])('is news where the entry is on another %s', (_, other) => {
    expect(sortFaults([fault], [{ ...known, ...other }])).toMatchObject({ news: [{ count: 1 }], met: [0] });
  });
});

describe('a run', () => {
  const met: Requirement = {
    id: 'R-04',
    title: 'Nothing is cut off',
    state: 'met',
    evidence: [{ check: 'words' }],
  };
  const seen: Requirement = {
    id: 'R-44',
    title: 'Checkers agree',
    state: 'met',
    evidence: [{ check: 'axe' }],
  };
  const none = { places: [place], findings: [], faults: [] };
  const baselines = { reviewed: [entry], known: [known] };
  const run = (walked: Partial<Walked>, missing: string[] = []) =>
    outcomeOf([met, seen], missing, { ...none, ...walked }, baselines);

  it('holds where everything is reviewed or known', () => {
    const outcome = run({ findings: [finding], faults: [fault] });
    expect(outcome.fails).toBe(false);
    expect(report(outcome, baselines, true)).toContain('1 findings are reviewed, 1 are known. It holds.');
  });

  it.each<[string, ReturnType<typeof run>, string]>([
    ['a violation', run({ findings: [{ ...finding, kind: 'violation' }] }), 'R-44 **fails**'],
    ['what nobody has reviewed', run({ findings: [{ ...finding, on: 'h1' }] }), 'R-44 **fails**'],
    ['a fault that is not known', run({ faults: [{ ...fault, what: '“Home” in h1' }] }), 'R-04 **fails**'],
    [
      'evidence that is not there',
      run({}, ['R-04: there is no tests/gone.test.ts']),
      'there is no tests/gone.test.ts',
    ],
    ['a request to a network', run({ faults: [{ ...fault, check: 'network' }] }), 'network: '],
  ])('fails on %s', (_, outcome, told) => {
    expect(outcome.fails).toBe(true);
    expect(report(outcome, baselines, false)).toContain(told);
  });

  it('tells which entries have had their day, when it has looked everywhere', () => {
    expect(report(run({}), baselines, true)).toMatch(
      /take it out\n\n- axe color-contrast\n- words in button/,
    );
    expect(report(run({}), baselines, false)).not.toContain('take it out');
  });

  it('does not tell so of an entry on a panel where it has not looked', () => {
    const elsewhere = { ...baselines, known: [{ ...known, panels: ['32p'] }] };
    expect(report(run({}), elsewhere, true)).not.toContain('words in button');
  });
});

describe('the baselines', () => {
  it('are as they should be, each entry with its reason', () => {
    expect(readReviewed().length).toBeGreaterThan(0);
    expect(readKnown()).toBeDefined();
  });

  it('are refused without a reason, or on a check that there is not', () => {
    const folder = folderWith({
      'reviewed.json': JSON.stringify([{ ...entry, because: '' }]),
      'known.json': JSON.stringify([{ ...known, check: 'smell' }]),
    });
    expect(() => readReviewed(path.join(folder, 'reviewed.json'))).toThrow('because');
    expect(() => readKnown(path.join(folder, 'known.json'))).toThrow('must be a check');
  });
});

describe('the options of npm run a11y', () => {
  const installed = ['en', 'es', 'en-XA', 'ar-XB'];
  const read = (...args: string[]) => readOptions(args, installed);

  it('look at everything on one panel unless told otherwise', () => {
    const options = read();
    expect(options).toMatchObject({
      panels: ['21.5l'],
      themes: THEMES,
      texts: TEXT_SIZES,
      locales: installed,
    });
    expect(isWhole(options, installed)).toBe(true);
  });

  it('look at every screen in one look when it has to be quick', () => {
    const options = read('--quick', '--locale', 'es');
    expect(options).toMatchObject({ themes: ['soft'], texts: [100], locales: ['es'] });
    expect(options.screens.length).toBe(read().screens.length);
    expect(isWhole(options, installed)).toBe(false);
  });

  it.each([
    [['--only', 'nowhere'], 'No screen is "nowhere"'],
    [['--theme', 'pink'], 'No theme is "pink"'],
    [['--text', '300'], 'No size is "300"'],
    [['--locale', 'tlh'], 'No language is "tlh"'],
    [['--panel', '32'], 'No panel is "32"'],
  ])('refuse %j', (args, why) => {
    expect(() => read(...args)).toThrow(why);
  });

  it('have the themes and the sizes of the page', () => {
    expect([THEMES, TEXT_SIZES]).toEqual([OF_PAPER, OF_THE_PAGE]);
  });
});
