import type { Diagram } from '../../src-main/contract/api.ts';
import type { SheetPicture } from '../../src-main/contract/sheet.ts';
import { plainText } from '../../src-main/contract/rich-text.ts';
import type { Run } from '../../src-main/contract/sheet.ts';
import { atLeft, type AtLeft } from '../diagram/sight.ts';

/** A picture that shall be on the sheet. */
export interface WishedPicture {
  /** Its address, or the picture itself. */
  readonly image: Blob | string;
  /** Whether it is lit for the dark stage, as stills are, rather than drawn for paper. */
  readonly isOfStage: boolean;
  readonly title: Run;
  readonly sides?: SheetPicture['sides'];
  readonly names?: readonly Run[];
}

/** What a visitor, or the clinician beside them, wants on paper. */
export interface SheetWish {
  readonly title: Run;
  /** The first four are taken. */
  readonly pictures: readonly WishedPicture[];
  /** Tours whose sentences to be kept, words and sources go with it; the first has the most to say. */
  readonly tours: readonly string[];
  /** Terms of the glossary that stand before those of the tours. */
  readonly terms?: readonly string[];
}

const OPPOSITE: Readonly<Record<AtLeft, AtLeft>> = {
  'patient-left': 'patient-right',
  'patient-right': 'patient-left',
  front: 'back',
  back: 'front',
};

/** The sides of a picture, told by where the eye stands. */
export function sidesFrom(orbit: number): NonNullable<SheetPicture['sides']> {
  const left = atLeft(orbit);
  return { left, right: OPPOSITE[left] };
}

/** The sides of a still; one of several people, or of things, has none. */
export function sidesOf({ views }: Pick<Diagram, 'views'>, view: string): SheetPicture['sides'] {
  const found = views[view];
  return found && found.side !== 'none' ? sidesFrom(found.orbit) : undefined;
}

/** An authored text as a run: without marks of terms, and with the language that it was borrowed from. */
export const runOf = (text: string, of: { lang?: string; dir?: 'ltr' | 'rtl' } = {}): Run => ({
  text: plainText(text),
  ...of,
});
