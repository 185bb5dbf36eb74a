import { scriptOf } from './locales.ts';

/**
 * Typefaces of scripts beside Latin, in the program: by script, fetched when something is to be shown that is written in
 * it. Scripts that are not listed are drawn with what the machine has.
 */
const FACES: Readonly<Record<string, () => Promise<unknown>>> = {
  Arab: () => import('../styles/faces/arabic.css'),
  Deva: () => import('../styles/faces/devanagari.css'),
  Hans: () => import('../styles/faces/han.css'),
};

/** Fetches what these locales are written with, once. A typeface that does not come is no reason to wait, or to stop. */
export async function fetchFaces(tags: readonly string[]): Promise<void> {
  const wanted = [...new Set(tags.map(scriptOf))].flatMap((script) => FACES[script] ?? []);
  await Promise.allSettled(wanted.map((face) => face()));
}
