import type { Namespace } from '../contract/api.ts';
import type { UiWords } from '../contract/words.ts';

/**
 * A text of the interface and the tag of the language it is in: the one asked for, or the one that lent it. Undefined where no
 * language has it.
 * @param path dotted, `home.title`
 */
export function uiText(
  { words, from }: Namespace<UiWords>,
  path: string,
  tag: string,
): { text: string; lang: string } | undefined {
  const text = path
    .split('.')
    .reduce<unknown>((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], words);
  return typeof text === 'string' ? { text, lang: from[path] ?? tag } : undefined;
}
