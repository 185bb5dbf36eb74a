import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src-main/contract/api.ts';
import { stripOf } from '../../../src-renderer/consult/diagrams.ts';
import { partsToFind, sideMeant } from '../../../src-renderer/consult/parts.ts';
import { searchIn } from '../../../src-renderer/find/search.ts';

const part = { layer: 'muscle' as const };
const diagrams = new Map<string, Pick<Diagram, 'parts'>>([
  ['neck', { parts: { 'splenius.left': part, 'splenius.right': part, nameless: part } }],
  ['jaw', { parts: { 'masseter.left': { ...part, term: 'masseter' }, tongue: part } }],
]);
const words = {
  neck: {
    title: 'The neck',
    parts: { splenius: { name: 'Splenius', technical: 'Musculus splenius capitis' } },
  },
  jaw: {
    title: 'The jaw',
    parts: {
      masseter: { name: 'Chewing muscle', technical: 'Musculus masseter' },
      tongue: { name: 'Tongue' },
    },
  },
};

const glossary = {
  masseter: {
    term: 'Masseter',
    short: '',
    plain: '',
    synonyms: ['Cheek muscle'],
    find: ['yaoji'],
  },
};

describe('the parts of all pictures', () => {
  const parts = partsToFind(diagrams, words, glossary, new Intl.Collator('en'));
  const found = (query: string) => searchIn(parts)(query).map(({ id }) => id);

  it('stand once each, sorted by name', () => {
    expect(parts.map(({ id }) => id)).toEqual(['jaw:masseter', 'neck:splenius', 'jaw:tongue']);
  });

  it('are found by their plain and their technical names, and for all slips', () => {
    expect(found('chew')[0]).toBe('jaw:masseter');
    expect(found('masse')[0]).toBe('jaw:masseter');
    expect(found('capitis')[0]).toBe('neck:splenius');
    expect(found('Tounge')[0]).toBe('jaw:tongue');
  });

  it('are found by what their words in the glossary are found by', () => {
    expect(found('cheek')[0]).toBe('jaw:masseter');
    expect(found('yaoj')[0]).toBe('jaw:masseter');
  });

  it('mean the side that works, or the first', () => {
    const { parts } = diagrams.get('neck')!;
    expect(sideMeant(parts ? { parts } : { parts: {} }, 'splenius', ['splenius.right'])).toBe(
      'splenius.right',
    );
    expect(sideMeant({ parts }, 'splenius', [])).toBe('splenius.left');
    expect(sideMeant({ parts }, 'elsewhere', [])).toBeUndefined();
  });
});

describe('the strip', () => {
  it('has muscles first, in the order of the tours, and every picture once', () => {
    const layers = (...list: ('skin' | 'muscle')[]) => ({ layers: list });
    const all = new Map([
      ['visit', layers()],
      ['leg', layers('muscle')],
      ['brain', layers('skin')],
      ['neck', layers('skin', 'muscle')],
    ]);
    const tours = ['brain', 'neck', 'neck', 'gone'].map((diagram) => ({
      scene: { diagram, pose: 'rest', camera: 'front', show: [], mark: [] },
    }));
    expect(stripOf(all, tours)).toEqual(['neck', 'leg', 'brain', 'visit']);
  });
});
