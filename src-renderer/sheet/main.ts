/** The print view: one sheet, laid out on pages of paper in a window that nobody sees. */
import { mount } from 'svelte';
import type { SheetView } from '../../src-main/contract/sheet.ts';
import Sheet from './Sheet.svelte';

const view = JSON.parse(document.getElementById('sheet')?.textContent ?? '') as SheetView;
document.documentElement.lang = view.sheet.locale;
document.documentElement.dir = view.dir;
document.title = view.sheet.title.text;

/** A typeface that is not used yet is not fetched yet: each weight of the sheet is asked for before anything is measured. */
const faces = [430, 560, 640].map((weight) => document.fonts.load(`${weight} 12pt ${fontFamily()}`));
await Promise.all(faces).catch(() => undefined);
mount(Sheet, {
  target: document.body,
  props: { view, onready: () => void fetch(view.ready, { method: 'POST' }) },
});

function fontFamily(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font');
}
