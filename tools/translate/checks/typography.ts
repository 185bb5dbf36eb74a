import { plainText } from '../../../src-main/contract/rich-text.ts';
import { finding, translatedIn, type Finding, type Pair } from '../pair.ts';

interface Rule {
  readonly severity: Finding['severity'];
  /** Of which languages; absent: of all. */
  readonly of?: RegExp;
  readonly pattern: RegExp;
  readonly what: string;
}

const RULES: readonly Rule[] = [
  {
    severity: 'error',
    pattern: /\s[।॥،؛؟。，、；：！？]/u,
    what: 'has a space before a sign that ends a clause: a line may begin with it',
  },
  {
    severity: 'error',
    pattern: /[٠-٩۰-۹०-९]/u,
    what: 'has other digits than 0 to 9, which the kiosk writes in every language',
  },
  {
    severity: 'error',
    of: /^(ar|fa|ur)\b/,
    pattern: /\u0640/u,
    what: 'has a tatweel, which is there only for looks',
  },
  {
    severity: 'warning',
    of: /^(ar|fa|ur)\b/,
    pattern: /\p{Script=Arabic}[,;?]/u,
    what: 'has a comma, semicolon or question mark of Latin: ، ؛ ؟',
  },
  {
    severity: 'warning',
    of: /^zh\b/,
    pattern: /\p{Script=Han}[,;:?!.(]/u,
    what: 'has a narrow sign after a Chinese one',
  },
  {
    severity: 'warning',
    of: /^fr\b/,
    pattern: /[^\s\u00a0\u202f\d:][;:?!»](?!\/)|«[^\u00a0\u202f]|[^\u00a0\u202f»]»/u,
    what: 'lacks a space that does not break, before ; : ? » or after «',
  },
  {
    severity: 'warning',
    of: /^(en|fr|pt|es|de)\b/,
    pattern: /\p{L}'\p{L}/u,
    what: 'has a straight apostrophe: ’',
  },
  {
    severity: 'warning',
    of: /^de\b/,
    pattern: /"|“[^“„]*”/u,
    what: 'has quotation marks of another language: „ “',
  },
  { severity: 'error', pattern: / {2}/, what: 'has two spaces' },
];

/** Signs as the language sets them. */
export const typography = (pair: Pair): Finding[] =>
  translatedIn(pair).flatMap((one) =>
    RULES.filter(({ of, pattern }) => (of?.test(pair.tag) ?? true) && pattern.test(plainText(one.text))).map(
      ({ severity, what, pattern }) =>
        finding(severity, one, `${what}: “${around(plainText(one.text), pattern)}”`),
    ),
  );

/** Where in a text it is. */
function around(text: string, pattern: RegExp): string {
  const { index = 0 } = pattern.exec(text) ?? {};
  return text.slice(Math.max(0, index - 12), index + 12).trim();
}
