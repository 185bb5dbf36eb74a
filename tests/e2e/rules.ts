/** What holds on every screen: targets that are large enough and apart, and all that a machine can find otherwise. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { faded } from './kiosk.ts';

/**
 * What axe-core finds, its rule of target sizes included.
 * @param also further rules by their ids
 */
export async function violations(page: Page, also: readonly string[] = []): Promise<string[]> {
  await faded(page);
  // There are no frames: it need not open a page of its own to gather what it finds in them.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: Object.fromEntries(['target-size', ...also].map((id) => [id, { enabled: true }])) })
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Frames that targets are watched for: two that measure each other change places with every one. */
const WATCHED = 8;

/** Targets that go to and fro between two places, as when a text and the buttons under it make room for each other without end. */
const restless = (page: Page): Promise<string[]> =>
  page.evaluate(async (frames) => {
    const seen = new Map<Element, string[]>();
    for (let frame = 0; frame < frames; frame++) {
      await new Promise(requestAnimationFrame);
      for (const button of document.querySelectorAll('button')) {
        const { x, y, width, height } = button.getBoundingClientRect();
        const box = [x, y, width, height].map(Math.round).join();
        seen.set(button, [...(seen.get(button) ?? []), box]);
      }
    }
    const returns = (boxes: readonly string[]): boolean =>
      boxes.some((box, at) => box !== boxes[at - 1] && boxes.indexOf(box) < at);
    return [...seen]
      .filter(([, boxes]) => returns(boxes))
      .map(([button]) => `${button.textContent.trim()} does not stand still`);
  }, WATCHED);

/**
 * Targets on a panel of this diagonal, in inches, that do not stand still, are smaller than `least` mm, too near to another
 * or to the bezel.
 */
export async function faultsOfTargets(
  page: Page,
  size: { readonly inches: number; readonly least: number },
): Promise<string[]> {
  return [...(await restless(page)), ...(await misplaced(page, size))];
}

function misplaced(page: Page, size: { readonly inches: number; readonly least: number }): Promise<string[]> {
  return page.evaluate(({ inches, least }) => {
    const mm = Math.hypot(innerWidth, innerHeight) / (inches * 25.4);
    const scope = document.querySelector('dialog[open]') ?? document;
    const targets = [...scope.querySelectorAll<HTMLElement>('button')]
      .filter((button) => button.checkVisibility({ visibilityProperty: true }))
      .map((button) => ({
        button,
        // Keys of the visitors' keyboard are the listed exception: 16 mm, 3 mm apart.
        isKey: button.closest('.keys') !== null && least === 20,
        name: button.textContent.trim(),
        box: button.getBoundingClientRect(),
      }))
      // What a scroller hides until its buttons bring it up is not a target yet.
      .filter(({ button, box }) => {
        const isShown = (share: number): boolean =>
          button.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share));
        return [0.05, 0.5, 0.95].every(isShown) && !button.closest('[inert]');
      });
    const found: string[] = [];
    for (const { name, box, isKey } of targets) {
      const needed = isKey ? 16 : least;
      if (box.width / mm < needed - 0.1 || box.height / mm < needed - 0.1)
        found.push(`${name}: ${(box.width / mm).toFixed(1)} × ${(box.height / mm).toFixed(1)} mm`);
      const edge = Math.min(box.left, box.top, innerWidth - box.right, innerHeight - box.bottom) / mm;
      if (edge < 9.9) found.push(`${name}: ${edge.toFixed(1)} mm from the bezel`);
    }
    for (const [index, a] of targets.entries()) {
      for (const b of targets.slice(index + 1)) {
        const across = Math.max(a.box.left - b.box.right, b.box.left - a.box.right);
        const down = Math.max(a.box.top - b.box.bottom, b.box.top - a.box.bottom);
        if (across < 0 && down < 0) found.push(`${a.name} overlaps ${b.name}`);
        const between = Math.max(across, down) / mm;
        if (a.isKey && b.isKey && between < 2.9)
          found.push(`${a.name} is ${between.toFixed(1)} mm from ${b.name}`);
        if (a.isKey !== b.isKey && between < 7.9)
          found.push(`${a.name} is ${between.toFixed(1)} mm from ${b.name}`);
      }
    }
    return found;
  }, size);
}
