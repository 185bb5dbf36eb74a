import type { Run, Sheet, SheetPicture } from '../../src-main/contract/sheet.ts';

/** What stands on the sheet one below the other, none of it ever torn apart. */
export type Block =
  /** One picture with what is to be kept beside it. */
  | { readonly kind: 'opening'; readonly picture: SheetPicture; readonly sentences: readonly Run[] }
  /** Of several pictures, two abreast. */
  | { readonly kind: 'pictures'; readonly pictures: readonly SheetPicture[] }
  | { readonly kind: 'kept'; readonly sentences: readonly Run[] }
  | { readonly kind: 'head'; readonly key: string }
  | { readonly kind: 'of'; readonly title: Run }
  | { readonly kind: 'question'; readonly text: Run }
  | { readonly kind: 'word'; readonly term: Run; readonly meaning: Run }
  | { readonly kind: 'sources'; readonly sources: readonly string[] }
  | { readonly kind: 'review' };

/** How much of the sheet gives way so that it fills no more than two pages. */
export interface Thrift {
  /** Each question has a line for what the doctor says. */
  readonly lines: boolean;
  /** Most words that are explained. */
  readonly words: number;
  /** They are explained in sentences rather than in a line. */
  readonly plain: boolean;
  /** Pictures are smaller. */
  readonly small: boolean;
  readonly sources: boolean;
  /** Questions stand closer. */
  readonly dense: boolean;
}

const ALL: Thrift = { lines: true, words: 8, plain: true, small: false, sources: true, dense: false };

/** What gives way first, and what last. Questions and pictures never go: who ticks very many gets a third page. */
export const THRIFT: readonly Thrift[] = [
  ALL,
  { ...ALL, words: 6 },
  { ...ALL, plain: false },
  { ...ALL, plain: false, small: true },
  { ...ALL, plain: false, small: true, lines: false },
  { ...ALL, plain: false, small: true, lines: false, words: 4 },
  { ...ALL, plain: false, small: true, lines: false, words: 0 },
  { ...ALL, plain: false, small: true, lines: false, words: 0, dense: true },
  { ...ALL, plain: false, small: true, lines: false, words: 0, dense: true, sources: false },
];

/** The sheet as blocks, in their order. */
export function blocksOf(sheet: Sheet, thrift: Thrift): Block[] {
  const isTitled = sheet.questions.length > 1;
  const questions = sheet.questions.flatMap(({ of, asks }): Block[] => [
    ...(isTitled ? [{ kind: 'of', title: of } as const] : []),
    ...asks.map((text) => ({ kind: 'question', text }) as const),
  ]);
  const words = sheet.words.slice(0, thrift.words).map(({ term, plain, short }): Block => {
    return { kind: 'word', term, meaning: thrift.plain ? plain : short };
  });
  const { sources } = sheet;
  return [
    ...openingOf(sheet),
    ...section('sheet.questions', questions),
    ...section('sheet.words', words),
    { kind: 'review' },
    ...section('sheet.sources', thrift.sources && sources.length > 0 ? [{ kind: 'sources', sources }] : []),
  ];
}

function openingOf({ pictures, sentences }: Sheet): Block[] {
  const [picture, ...others] = pictures;
  if (picture && others.length === 0) return [{ kind: 'opening', picture, sentences }];
  const rows = Array.from({ length: Math.ceil(pictures.length / 2) }, (_, row): Block => {
    return { kind: 'pictures', pictures: pictures.slice(2 * row, 2 * row + 2) };
  });
  return [...rows, ...(sentences.length > 0 ? [{ kind: 'kept', sentences } as const] : [])];
}

/** Nothing without a head, and no head over nothing. */
const section = (key: string, inner: readonly Block[]): Block[] =>
  inner.length > 0 ? [{ kind: 'head', key }, ...inner] : [];

/** Whether a block does not stand last on a page: a head, and the first that stands under it where more follow. */
export function leads(blocks: readonly Block[], at: number): boolean {
  const [before, here, after] = [blocks[at - 1], blocks[at]!, blocks[at + 1]];
  if (here.kind === 'head' || here.kind === 'of') return true;
  return (before?.kind === 'head' || before?.kind === 'of') && after?.kind === here.kind;
}
