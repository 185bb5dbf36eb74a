import { describe, expect, it } from 'vitest';
import { libraryOf, webp } from '../../fixtures/content.ts';

describe('good content', () => {
  it('has no fault and is all there', async () => {
    const { library, faults } = await libraryOf({});
    expect(faults).toEqual([]);
    expect(library?.locales.map(({ tag }) => tag)).toEqual(['en', 'es']);
    expect(
      library?.summaries.map(({ id, steps }) => ({ id, steps, related: library.tours.get(id)?.related })),
    ).toEqual([
      { id: 'neck', steps: 2, related: ['eyes'] },
      { id: 'eyes', steps: 1, related: [] },
    ]);
    expect(library?.pictures.size).toBe(2);
  });

  it('has a version that changes with every byte', async () => {
    const [one, same, other] = await Promise.all([
      libraryOf({}),
      libraryOf({}),
      libraryOf({ 'assets/diagrams/neck/rest.front.webp': webp('other') }),
    ]);
    expect(one.library?.version).toBe(same.library?.version);
    expect(one.library?.version).not.toBe(other.library?.version);
  });
});
