/** A walk by Tab alone: every control gets the focus, shows it, and lets it go to the next. */
import type { Page } from 'playwright-core';

/** Breadth of the ring at the least, mm. */
const LEAST_RING = 1;

interface Step {
  /** Index of the control that has the focus; -1: none of them. */
  readonly at: number;
  /** Indexes of those that are shut off meanwhile. */
  readonly shutOff: readonly number[];
  readonly fault: string | undefined;
}

export async function outOfReachOfKeys(page: Page): Promise<string[]> {
  const names = await page.evaluate(markControls);
  const done = new Set<number>();
  const faults = new Set<string>();
  // Twice round, since the browser's own places lie between: a trap would hold the focus for that long.
  for (let press = 0; press < names.length * 2 + 8 && done.size < names.length; press++) {
    await page.keyboard.press('Tab');
    const { at, shutOff, fault } = await page.evaluate(focused, LEAST_RING);
    // A list turns its page to what has the focus: at its end there is no way further down, and none is needed.
    for (const index of [at, ...shutOff]) if (index >= 0) done.add(index);
    if (fault) faults.add(fault);
  }
  const missed = names.filter((_, index) => !done.has(index));
  return [...missed.map((name) => `Tab never reaches ${name}`), ...faults];
}

/** Numbers the controls that can be touched now. @returns their names */
function markControls(): string[] {
  const scope = document.querySelector('dialog:modal') ?? document;
  const controls = [...scope.querySelectorAll<HTMLElement>('button, a[href], input, [tabindex="0"]')].filter(
    (control) =>
      control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !control.matches(':disabled, [inert] *') &&
      // Of a group whose arrows choose, Tab reaches one.
      (control.tabIndex >= 0 || !control.closest('[role=radiogroup], [role=tablist], [role=listbox]')),
  );
  document.querySelectorAll('[data-a11y]').forEach((old) => old.removeAttribute('data-a11y'));
  return controls.map((control, index) => {
    control.dataset['a11y'] = String(index);
    const known = Object.entries(control.dataset).find(([key]) => key !== 'a11y')?.[1];
    return `“${control.innerText.trim().slice(0, 40) || known || control.className}”`;
  });
}

function focused(least: number): Step {
  const shutOff = [...document.querySelectorAll<HTMLElement>('[data-a11y]:disabled')].map(({ dataset }) =>
    Number(dataset['a11y']),
  );
  const element = document.activeElement as HTMLElement | null;
  const mark = element?.dataset['a11y'];
  const at = mark === undefined ? -1 : Number(mark);
  // A field shows by the line below it and by its caret that it is written on.
  if (!element || at < 0 || element.matches('input')) return { at, shutOff, fault: undefined };
  const name = `“${element.innerText.trim().slice(0, 40)}”`;
  const mm = parseFloat(document.documentElement.style.getPropertyValue('--mm'));
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const ring = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) / mm;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isSeen = hit !== null && (element.contains(hit) || hit.contains(element));
  const fault =
    ring < least - 0.05
      ? `the focus on ${name} has a ring of ${ring.toFixed(2)} mm`
      : isSeen
        ? undefined
        : `the focus on ${name} is covered`;
  return { at, shutOff, fault };
}
