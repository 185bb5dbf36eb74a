import type { Tour } from '../../src-main/contract/api.ts';
import type { Page } from '../kiosk/page.svelte.ts';
import { MOST_NAMES, MOST_PICTURES } from './limits.ts';
import { sidesFrom, type SheetWish } from './wish.ts';

/** What a clinician has kept of a picture for the sheet. */
export interface KeptPicture {
  readonly diagram: string;
  readonly pose: string;
  /** In the visitor's language, as are `words`. */
  readonly title: string;
  /** PNG of the picture with its ink, drawn for white paper. */
  readonly image: Blob;
  /** Names of the parts that it calls out. */
  readonly words: readonly string[];
  /** Where the eye stood, degrees round the patient; absent where the picture has no sides. */
  readonly orbit?: number | undefined;
}

/** So many tours have a say on one sheet. */
const MOST_TOURS = 2;

/**
 * What is taken home of what a clinician has shown: the pictures, the words for the muscles that work in them, and what the
 * tours say that show the same.
 * @param title of the sheet, in the visitor's language
 * @throws KioskError
 */
export async function consultWish(
  page: Pick<Page, 'tours' | 'tour' | 'diagram'>,
  title: string,
  kept: readonly KeptPicture[],
): Promise<SheetWish> {
  const shown = kept.slice(0, MOST_PICTURES);
  const [tours, terms] = await Promise.all([
    Promise.all(page.tours.map(({ id }) => page.tour(id))),
    Promise.all(shown.map((picture) => termsOf(page, picture))),
  ]);
  return {
    title: { text: title },
    pictures: shown.map(({ title: text, image, words, orbit }) => ({
      image,
      isOfStage: false,
      title: { text },
      ...(orbit !== undefined && { sides: sidesFrom(orbit) }),
      names: words.slice(0, MOST_NAMES).map((name) => ({ text: name })),
    })),
    tours: toursOf(tours, shown),
    terms: terms.flat(),
  };
}

/** Terms of the muscles that work. */
async function termsOf(page: Pick<Page, 'diagram'>, { diagram, pose }: KeptPicture): Promise<string[]> {
  const { parts, poses } = await page.diagram(diagram);
  return (poses[pose]?.working ?? []).flatMap((part) => parts[part]?.term ?? []);
}

/** The tours that show the same forms, those first that show most of them; else those that show the same diagrams. */
export function toursOf(
  tours: readonly Tour[],
  shown: readonly Pick<KeptPicture, 'diagram' | 'pose'>[],
): string[] {
  const score = ({ steps }: Tour): number =>
    shown.reduce((sum, { diagram, pose }) => {
      const same = steps.filter((step) => step.diagram === diagram);
      return sum + (same.length > 0 ? 1 : 0) + (same.some((step) => step.pose === pose) ? 10 : 0);
    }, 0);
  const scored = tours.map((tour) => ({ id: tour.id, score: score(tour) })).filter((each) => each.score > 0);
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_TOURS)
    .map(({ id }) => id);
}
