import type { Tour, ToursWords } from '../../src-main/contract/api.ts';
import type { TourWords } from '../../src-main/contract/words.ts';
import { pictureOf } from '../diagram/parts.ts';
import type { Page } from '../kiosk/page.svelte.ts';
import { runOf, sidesOf, type SheetWish, type WishedPicture } from './wish.ts';

/**
 * What a visitor takes home of a tour: its first picture, beside what is to be kept.
 * @throws KioskError
 */
export async function tourWish(page: Page, tour: Tour): Promise<SheetWish> {
  await page.words.need('tours', `tours/${tour.id}`);
  const titles = page.words.namespace<ToursWords>('tours')?.words;
  return {
    title: runOf(titles?.[tour.id]?.title ?? tour.id, page.words.run('tours', `${tour.id}.title`)),
    pictures: await firstPicture(page, tour),
    tours: [tour.id],
  };
}

/** None where pictures are not shown either, or where there is no still of it. */
async function firstPicture(page: Page, { id, steps }: Tour): Promise<WishedPicture[]> {
  const [step] = steps;
  if (!step || page.drawing.mode === 'off') return [];
  const diagram = await page.diagram(step.diagram);
  const still = pictureOf(diagram, step.pose, step.camera);
  const text = page.words.namespace<TourWords>(`tours/${id}`)?.words.steps[step.id];
  if (!still || !text) return [];
  return [
    {
      image: still.src,
      isOfStage: true,
      title: runOf(text.title, page.words.run(`tours/${id}`, `steps.${step.id}.title`)),
      ...(sidesOf(diagram, step.camera) && { sides: sidesOf(diagram, step.camera) }),
    },
  ];
}
