/** The print view: one sheet, laid out on pages of paper in a window that nobody sees. */
import { mount } from 'svelte';
import type { SheetView } from '../../src-main/contract/sheet.ts';
import { fetchFaces } from '../i18n/faces.ts';
import Sheet from './Sheet.svelte';

const written = document.getElementById('sheet')?.textContent ?? '';
const view = JSON.parse(written) as SheetView;
document.documentElement.lang = view.sheet.locale;
document.documentElement.dir = view.dir;
document.title = view.sheet.title.text;

await fetchFaces([view.sheet.locale, ...borrowedFrom(view)]);
// A typeface that is not used yet is not fetched yet: each weight of the sheet, and each script of its words, is asked for
// before anything is measured. What only the machine's own typefaces would draw, another machine prints as empty boxes.
const signs = [...new Set(written)].join('');
const faces = [430, 560, 640].map((weight) => document.fonts.load(`${weight} 12pt ${fontFamily()}`, signs));
await Promise.all(faces).catch(() => undefined);
mount(Sheet, {
  target: document.body,
  props: { view, onready: () => void fetch(view.ready, { method: 'POST' }) },
});

/** Languages of texts that the sheet's own language lacks. */
function borrowedFrom(of: SheetView): string[] {
  const tags: string[] = [];
  JSON.stringify(of, (key, value: unknown) => {
    if (key === 'lang' && typeof value === 'string') tags.push(value);
    return value;
  });
  return tags;
}

function fontFamily(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font');
}
