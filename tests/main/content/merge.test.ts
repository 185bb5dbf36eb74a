import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeWords } from '../../../src-main/content/merge.ts';

describe('merging words', () => {
  it.each([
    ['what is the same stays', { a: '1' }, { a: 'x' }, { a: '1' }, {}],
    ['what lacks is borrowed', { a: '1' }, { b: { c: 'x' } }, { a: '1', b: { c: 'x' } }, { 'b.c': 'en' }],
    ['lists are one text', { a: ['1'] }, { a: ['x', 'y'], b: ['z'] }, { a: ['1'], b: ['z'] }, { b: 'en' }],
    ['a text beats a group', { a: '1' }, { a: { b: 'x' } }, { a: '1' }, {}],
    ['a group beats a text', { a: { b: '1' } }, { a: 'x' }, { a: { b: '1' } }, {}],
    ['nothing of its own', undefined, { a: 'x' }, { a: 'x' }, { a: 'en' }],
  ])('%s', (_, own, english, words, from) => {
    const chain = [
      { tag: 'es', words: own },
      { tag: 'en', words: english },
    ];
    expect(mergeWords(chain)).toEqual({ words, from });
  });

  it('never mixes what has to come from one locale', () => {
    const chain = [
      { tag: 'es', words: { tremor: { term: 'temblor' } } },
      { tag: 'en', words: { tremor: { term: 'tremor', say: 'TREM-or' }, spasm: { term: 'spasm' } } },
    ];
    expect(mergeWords(chain, (path) => path.length === 1)).toEqual({
      words: { tremor: { term: 'temblor' }, spasm: { term: 'spasm' } },
      from: { 'spasm.term': 'en' },
    });
  });
});

const { tree } = fc.letrec<{ tree: Record<string, unknown>; node: unknown }>((tie) => ({
  tree: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'toString'), tie('node'), {
    maxKeys: 4,
  }),
  node: fc.oneof({ depthSize: 'small' }, fc.string(), fc.array(fc.string(), { maxLength: 2 }), tie('tree')),
}));

const leaves = (value: unknown, path: string[] = []): Map<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Map([[path.join('.'), value]]);
  return new Map(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .flatMap(([key, inner]) => [...leaves(inner, [...path, key])]),
  );
};

describe('merging any words', () => {
  it('keeps every text of the locale itself, and marks every other with its lender', () => {
    fc.assert(
      fc.property(tree, tree, tree, (own, middle, root) => {
        const lenders = { es: own, pt: middle, en: root };
        const merged = mergeWords<object>(Object.entries(lenders).map(([tag, words]) => ({ tag, words })));
        const texts = leaves(merged.words);
        for (const [path, text] of leaves(own)) expect(texts.get(path)).toEqual(text);
        for (const [path, text] of texts) {
          const lender = Object.hasOwn(merged.from, path) ? merged.from[path] : 'es';
          expect(leaves(lenders[lender as keyof typeof lenders]).get(path)).toEqual(text);
        }
        expect(Object.keys(merged.from).every((path) => texts.has(path))).toBe(true);
      }),
    );
  });

  it('leaves what it merges as it is, and is stable', () => {
    fc.assert(
      fc.property(tree, tree, (own, root) => {
        const before = structuredClone([own, root]);
        const chain = [
          { tag: 'es', words: own },
          { tag: 'en', words: root },
        ];
        const { words } = mergeWords<object>(chain);
        expect([own, root]).toEqual(before);
        expect(
          mergeWords([
            { tag: 'es', words },
            { tag: 'en', words: root },
          ]),
        ).toEqual({ words, from: {} });
      }),
    );
  });
});
