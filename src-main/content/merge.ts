import type { Namespace } from '../contract/api.ts';

/** The words of one locale, as nested objects; absent where the locale has none. */
export interface Lender {
  readonly tag: string;
  readonly words: object | undefined;
}

type Tree = Record<string, unknown>;

/**
 * Merges words along a fallback chain: each text comes from the first locale that has it.
 * @param chain the locale itself first
 * @param whole paths whose subtree is taken from one locale, never mixed
 */
export function mergeWords<Words>(
  chain: readonly Lender[],
  whole: (path: readonly string[]) => boolean = () => false,
): Namespace<Words> {
  const words: Tree = {};
  const from: Record<string, string> = {};

  const fill = (target: Tree, source: Tree, path: readonly string[], tag: string): void => {
    for (const [key, value] of Object.entries(source)) {
      if (key === '__proto__') continue;
      const at = [...path, key];
      const isTaken = Object.hasOwn(target, key);
      if (!isTree(value)) {
        if (isTaken) continue;
        target[key] = value;
        if (tag !== chain[0]?.tag) from[at.join('.')] = tag;
      } else if (!isTaken) {
        fill((target[key] = {}), value, at, tag);
      } else if (isTree(target[key]) && !whole(at)) {
        fill(target[key], value, at, tag);
      }
    }
  };
  for (const { tag, words: source } of chain) if (source) fill(words, source as Tree, [], tag);
  return { words: words as Words, from };
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
