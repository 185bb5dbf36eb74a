/** The table of requirements: its evidence is there, and docs/accessibility.md is what is made of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessibilityDocument, DOCUMENT_FILE, lastRunIn } from '../../tools/a11y/document.ts';
import { missingEvidence, readTitlesIn } from '../../tools/a11y/evidence.ts';
import { readKnown } from '../../tools/a11y/known.ts';
import { requirements, type Requirement } from '../../tools/a11y/requirements.ts';
import { readReviewed } from '../../tools/a11y/reviewed.ts';
import { titlesIn } from '../../tools/a11y/titles.ts';
import { root } from '../../tools/start/project.mjs';

const ALL = 52;

describe('the requirements', () => {
  it('are all there, in their order', () => {
    const ids = Array.from({ length: ALL }, (_, index) => `R-${String(index + 1).padStart(2, '0')}`);
    expect(requirements.map(({ id }) => id)).toEqual(ids);
  });

  it('have all the evidence that they name', () => {
    expect(missingEvidence(requirements, readTitlesIn(root))).toEqual([]);
  });

  it('say what is missing where they are not met, and only there', () => {
    for (const { id, state, open } of requirements)
      expect([id, open !== undefined]).toEqual([id, state !== 'met']);
  });

  it('are in docs/accessibility.md as they are', async () => {
    const text = readFileSync(DOCUMENT_FILE, 'utf8');
    const made = await accessibilityDocument(
      requirements,
      { reviewed: readReviewed(), known: readKnown() },
      lastRunIn(text),
    );
    expect(text, 'write it anew with: npm run a11y -- --evidence').toBe(made);
  });
});

describe('evidence', () => {
  const read = (file: string) => (file === 'tests/there.test.ts' ? ['holds', 'in … it holds'] : undefined);
  const missing = (requirement: Partial<Requirement>) =>
    missingEvidence([{ id: 'R-01', title: 'It holds', state: 'met', ...requirement }], read);

  it('that is there is not missed', () => {
    expect(
      missing({ evidence: [{ file: 'tests/there.test.ts', tests: ['holds', 'in … it holds'] }] }),
    ).toEqual([]);
    expect(missing({ evidence: [{ check: 'keys' }] })).toEqual([]);
    expect(missing({ state: 'later' })).toEqual([]);
  });

  it.each<[string, Partial<Requirement>, string]>([
    [
      'a test that is gone',
      { evidence: [{ file: 'tests/there.test.ts', tests: ['held'] }] },
      'has no test “held”',
    ],
    [
      'a file that is gone',
      { evidence: [{ file: 'tests/gone.test.ts', tests: [] }] },
      'there is no tests/gone.test.ts',
    ],
    ['a check that is gone', { evidence: [{ check: 'smell' as 'keys' }] }, 'there is no check "smell"'],
    [
      'a test',
      { evidence: [{ file: 'tests/there.test.ts', tests: [] }] },
      'no test of tests/there.test.ts is named',
    ],
    ['any at all', { evidence: [] }, 'nothing is named that proves it'],
    [
      'what there is so far',
      { state: 'later', evidence: [{ file: 'tests/gone.test.ts', tests: [] }] },
      'gone',
    ],
  ])('is missed: %s', (_, requirement, told) => {
    expect(missing(requirement).join('\n')).toContain(told);
  });
});

describe('titles', () => {
  it.each<[string, string, string[]]>([
    ['strings', `it('one', () => {}); test("two", { tag: '@full' }, run);`, ['one', 'two']],
    ['what variables fill', 'test(`${name} on ${inches}″`, run);', ['… on …″']],
    ['tables', `it.each([[1]])('takes %i', run); describe.each(all)('of %s', run);`, ['takes %i', 'of %s']],
    ['groups and what is in them', `test.describe('a', () => { test('b', run); });`, ['a', 'b']],
    [
      'constants and choices',
      `const t = \`all \${n}\`; test(t, run); it(n ? t : 'no', run);`,
      ['all …', 'all …', 'no'],
    ],
    ['nothing that is skipped', `it.skip('one', run); describe.skip('a', () => { it('two', run); });`, []],
    ['nothing that is to come', `it.todo('one'); test.fixme('two', run);`, []],
    ['what is skipped on some machines', `test('one', () => { test.skip(!found, 'none here'); });`, ['one']],
    ['nothing that only looks so', `fit('one', run); text.test('two', run); it('three');`, []],
  ])('are read of %s', (_, source, titles) => {
    expect(titlesIn(source)).toEqual(titles);
  });
});
