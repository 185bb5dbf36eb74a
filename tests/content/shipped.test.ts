import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLayer } from '../../src-main/content/layer.ts';
import { makeLibrary } from '../../src-main/content/library.ts';
import { faultLine } from '../../src-main/faults.ts';

const { library, faults } = makeLibrary([await readLayer(path.join(import.meta.dirname, '../..'), '')]);
const tags = library?.locales.map(({ tag }) => tag) ?? [];

describe('the shipped content', () => {
  it('has no error', () => {
    expect(faults.filter(({ severity }) => severity === 'error').map(faultLine)).toEqual([]);
    expect(library).toBeDefined();
  });

  it('has no warning in English', () => {
    expect(faults.filter(({ file }) => file.startsWith('locales/en/')).map(faultLine)).toEqual([]);
  });

  it('has English and at least one other language', () => {
    expect(tags).toContain('en');
    expect(tags.length).toBeGreaterThan(1);
  });

  it('explains at least 20 terms', () => {
    expect(Object.keys(library?.words('en', 'glossary')?.words ?? {}).length).toBeGreaterThanOrEqual(20);
  });

  it('reaches each related tour and each place of the home picture from a tour that is there', () => {
    const ids = new Set(library?.summaries.map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(0);
    for (const { related } of library?.tours.values() ?? [])
      expect(related.every((id) => ids.has(id))).toBe(true);
  });
});

describe.each(tags)('the tours in %s', (tag) => {
  it.each(library?.summaries.map(({ id }) => id) ?? [])('%s has all its words, and its own', (id) => {
    const { words, from } = library!.words(tag, `tours/${id}`) ?? {};
    expect(words).toMatchObject({
      title: expect.any(String) as string,
      steps: Object.fromEntries(
        library!.tours.get(id)!.steps.map((step) => [step.id, { alt: expect.any(String) as string }]),
      ),
    });
    expect(from).toEqual({});
  });
});
