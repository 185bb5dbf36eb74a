/** The tokens that are lengths or times, by the names in the token file. */

/** Capitals of the typeface, as a share of the font size. */
export const CAPITAL = 0.668;

export type TokenKind = 'type' | 'length' | 'time' | 'other';

const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ['type', /^text-(?!scale|shadow)/],
  ['time', /^(answer|fade|travel|ease)$/],
  [
    'length',
    /^(u|bezel|gap|gutter|target|primary|paper-(start|end)|paragraph|radius|hairline|rule-width|thread(-on)?)$/,
  ],
];

export const kindOf = (name: string): TokenKind =>
  KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';

/** Every token that holds in every theme, and its text, in the order of the file. */
export function tokensIn(css: string): [string, string][] {
  const [block = ''] = css.slice(css.indexOf('\n:root {')).split('\n}');
  return [...block.matchAll(/^ {2}--([\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [
    name!,
    value!.replaceAll(/\s+/g, ' '),
  ]);
}
