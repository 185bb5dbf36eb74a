/** What the English content teaches: every fact once, plainly, safely, in words of its own. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { plainText, runsOf } from '../../src-main/contract/rich-text.ts';
import { clinicalReview, picturesWanted } from '../../tools/content/documents.ts';
import {
  BASE_FACTS,
  everyTextOf,
  lessonsOf,
  readabilityOf,
  readabilityOfTour,
  readTeaching,
  sentencesOf,
  textOf,
  wordRuns,
} from '../../tools/content/teaching.ts';

const root = path.join(import.meta.dirname, '../..');
const teaching = await readTeaching(root);
const { tours, glossary } = teaching;
const steps = tours.flatMap((tour) => tour.steps.map((step) => ({ tour: tour.id, ...step })));
const at = ({ tour, file }: (typeof steps)[number]): string => `${tour}/${file.id}`;
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const ui = readJson('locales/en/ui.json') as { emergency: { call: string } };

describe('the facts of the base document', () => {
  const lessons = lessonsOf(teaching);

  it('are each taught once', () => {
    expect(lessons.map(({ fact }) => fact)).toEqual(
      Array.from({ length: BASE_FACTS }, (_, n) => `S${n + 1}`),
    );
  });

  it('are taught by sentences that are there, at most two by one', () => {
    const wrong = lessons.filter(({ tour, step, sentence }) => {
      const found = steps.find((one) => one.tour === tour && one.file.id === step)!;
      return !sentencesOf(textOf(found)).includes(sentence);
    });
    expect(wrong).toEqual([]);
    for (const [sentence, taught] of Map.groupBy(lessons, (lesson) => lesson.sentence))
      expect(taught.length, sentence).toBeLessThanOrEqual(2);
  });

  it('are among the facts of their step', () => {
    const missing = steps.flatMap((step) =>
      Object.keys(step.file.teaches ?? {})
        .filter((fact) => !step.file.facts.includes(fact))
        .map((fact) => `${at(step)}: ${fact}`),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(tours)('the tour $id', (tour) => {
  it('has 6 to 9 steps and 4 to 6 questions', () => {
    expect(tour.steps.length).toBeGreaterThanOrEqual(6);
    expect(tour.steps.length).toBeLessThanOrEqual(9);
    expect(tour.words.ask.length).toBeGreaterThanOrEqual(4);
    expect(tour.words.ask.length).toBeLessThanOrEqual(6);
  });

  it('asks passers-by in a sentence that every panel has room for', () => {
    expect(tour.words.attract.length).toBeLessThanOrEqual(64);
  });

  it('says at its end what is to be kept of it, in two sentences at most', () => {
    const { sentences, words, grade } = readabilityOf(tour.words.remember ?? '');
    expect(sentences).toBeGreaterThanOrEqual(1);
    expect(sentences).toBeLessThanOrEqual(2);
    expect(words).toBeLessThanOrEqual(24);
    expect(grade).toBeLessThanOrEqual(8);
  });

  it('is read with ease: grade 6 as a whole, 8 a step, 15 words a sentence', () => {
    const whole = readabilityOfTour(tour);
    expect(whole.grade).toBeLessThanOrEqual(6);
    expect(whole.length).toBeLessThanOrEqual(15);
    for (const step of tour.steps)
      expect(readabilityOf(textOf(step)).grade, step.file.id).toBeLessThanOrEqual(8);
  });

  it('shares no run of six words with the base document', () => {
    const known = new Set(readJson('tests/fixtures/base-runs.json') as string[]);
    const hash = (run: string): string => createHash('sha256').update(run).digest('hex').slice(0, 12);
    expect(known.has(hash('the movement disorder called dystonia this'))).toBe(true);
    const copied = everyTextOf(tour).flatMap((text) =>
      wordRuns(text, 6).filter((run) => known.has(hash(run))),
    );
    expect(copied).toEqual([]);
  });

  it('says nothing that only a doctor may, and nothing that demeans', () => {
    const all = everyTextOf(tour).join('\n');
    expect(all).not.toMatch(/\bsuffer|\bvictim|\bafflicted/i);
    expect(all).not.toMatch(/\d\s?(mg|mcg|µg|ml|IU|units?)\b/i);
    expect(all).not.toMatch(
      /\b(Botox|Dysport|Xeomin|Daxxify|Myobloc|Neurobloc|Sinemet|Madopar|Lioresal|Rivotril)\b/i,
    );
    expect(all).not.toMatch(
      /\b(will be cured|will cure|guarantee|always works|completely safe|no side effects)\b/i,
    );
    expect(all).not.toContain('!');
  });

  it('can be read aloud: no signs and no abbreviations but the emergency numbers', () => {
    const said = tour.steps
      .map((step) => textOf(step).replaceAll('(911,\u00a0999,\u00a0112)', ''))
      .join('\n');
    expect(plainText(said)).not.toMatch(/[/()%&+<>=]|\b\p{Lu}{2,}\b/u);
  });

  it('leads on to two other tours, and says who wrote it and when to look again', () => {
    expect(new Set(tour.file.related).size).toBe(2);
    expect(tour.file.related).not.toContain(tour.id);
    const { status, reviewer, writer, written, next } = tour.words.review;
    expect(status === 'awaiting-clinician' || reviewer !== undefined).toBe(true);
    expect(writer).toBeTruthy();
    const months = (Date.parse(next) - Date.parse(written ?? '')) / (30.44 * 24 * 3600 * 1000);
    expect(months).toBeGreaterThan(0);
    expect(months).toBeLessThanOrEqual(24);
  });
});

describe('words that are explained', () => {
  /** The words by which parts of the pictures are explained. */
  const partTerms = ['body', 'eyes', 'neck'].flatMap((id) => {
    const { parts } = readJson(`assets/diagrams/${id}/diagram.json`) as {
      parts: Record<string, { term?: string }>;
    };
    return Object.values(parts).flatMap(({ term }) => term ?? []);
  });
  /** Everyday words, and the one that every screen is about: a link at each of them would be in the way. */
  const EVERYDAY = new Set(['dystonia', 'tongue', 'gene']);

  it('are linked where they stand in the text, in the order of the step’s list', () => {
    for (const step of steps) {
      const linked = [...new Set(runsOf(textOf(step)).flatMap(({ term }) => term ?? []))];
      expect(linked, at(step)).toEqual(step.file.terms);
    }
  });

  it('are each met in a tour, or on a picture', () => {
    const met = new Set([...steps.flatMap(({ file }) => file.terms), ...partTerms]);
    expect(Object.keys(glossary).filter((id) => !met.has(id))).toEqual([]);
  });

  it('are linked in every step that uses them', () => {
    const bare = steps.flatMap((step) => {
      const unlinked = runsOf(textOf(step))
        .map(({ words, term }) => (term === undefined ? words : '·'))
        .join('')
        .toLowerCase();
      return Object.entries(glossary)
        .filter(([id, { term }]) => {
          const name = term.toLowerCase().replace(/\s*\(.*\)/, '');
          return (
            !EVERYDAY.has(id) &&
            !step.file.terms.includes(id) &&
            new RegExp(`(?<![\\p{L}·-])${name}(?![\\p{L}-])`, 'u').test(unlinked)
          );
        })
        .map(([id]) => `${at(step)}: ${id}`);
    });
    expect(bare).toEqual([]);
  });
});

describe('what is safe to say', () => {
  const CARE = 'Do not change or stop medicine without your care team.';

  it('an urgent line ends with the one call', () => {
    const others = steps.filter(
      ({ words }) => words.urgent !== undefined && !words.urgent.endsWith(ui.emergency.call),
    );
    expect(others.map(at)).toEqual([]);
  });

  it('what to watch for after botulinum toxin is said in the same words everywhere', () => {
    const warnings = steps.flatMap(({ words }) =>
      words.urgent?.includes('after a shot') ? [words.urgent] : [],
    );
    expect(warnings.length).toBeGreaterThanOrEqual(3);
    expect(new Set(warnings).size).toBe(1);
  });

  it('a step on medicine says not to change it alone, or what to do at once', () => {
    const medicines = ['botulinum-toxin', 'anticholinergic', 'baclofen', 'benzodiazepine', 'levodopa'];
    const silent = steps.filter(
      ({ file, words }) =>
        file.terms.some((term) => medicines.includes(term)) &&
        !words.body.includes(CARE) &&
        words.urgent === undefined,
    );
    expect(silent.map(at)).toEqual([]);
    const treatment = tours.find(({ id }) => id === 'treatment');
    expect(treatment?.steps.filter(({ words }) => words.body.includes(CARE)).length).toBeGreaterThanOrEqual(
      6,
    );
  });

  it('the box of signs of an emergency stands in the tour on getting help', () => {
    const help = tours.find(({ id }) => id === 'when-to-get-help');
    expect(help?.steps[0]?.file.emergency).toBe(true);
  });

  it('what rests on no source that was seen is marked, sentence by sentence', () => {
    const marked = steps.flatMap((step) =>
      (step.file.needsReview ?? []).map(({ sentence }) => ({ step, sentence })),
    );
    expect(marked.length).toBeGreaterThan(0);
    const lost = marked.filter(({ step, sentence }) => !sentencesOf(textOf(step)).includes(sentence));
    expect(lost.map(({ step, sentence }) => `${at(step)}: ${sentence}`)).toEqual([]);
  });

  it('every step names its sources, or marks what it says for review', () => {
    const bare = steps.filter(({ file }) => file.sources.length === 0 && !file.needsReview?.length);
    expect(bare.map(at)).toEqual([]);
  });
});

describe('what is made of it for those who review and draw', () => {
  it.each([
    ['docs/clinical-review.md', clinicalReview],
    ['docs/pictures-wanted.md', picturesWanted],
  ] as const)('%s is up to date: npm run content:report -- --write', async (name, make) => {
    const file = path.join(root, name);
    const options = await prettier.resolveConfig(file);
    expect(readFileSync(file, 'utf8')).toBe(
      await prettier.format(make(teaching), { ...options, filepath: file }),
    );
  });
});
