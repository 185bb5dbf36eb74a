import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ways } from '../../tools/screens/ways.ts';
import { expect, faded, openOnPanel, test } from './kiosk.ts';
import { enterPanel, openDoor, sections } from './staff.ts';

/** The screens that a visitor comes upon. */
const screens: Record<string, (page: Page) => Promise<void>> = { ...ways, 'PIN pad': openDoor };

/** The screens of staff. The PIN pad has the visitors' sizes, since a visitor may come upon it; the panel has its own. */
const staffScreens: Record<string, (page: Page) => Promise<void>> = {
  ...Object.fromEntries(sections.map((id) => [`panel, ${id}`, (page: Page) => enterPanel(page, id)])),
  'panel, opening hours': async (page) => {
    // Shown, not set: the kiosk of these tests would sleep in those after this one.
    await page.route('**/staff/panel', async (route) => {
      const answer = await route.fetch();
      const panel = (await answer.json()) as { settings: object };
      const openingHours = { mon: [{ from: '08:00', to: '18:00' }] };
      await route.fulfill({ json: { ...panel, settings: { ...panel.settings, openingHours } } });
    });
    await enterPanel(page);
    const refreshed = page.waitForResponse('**/staff/panel');
    await page.locator('[data-section=times]').tap();
    await refreshed;
    await expect(page.locator('[data-day=mon]')).toBeVisible();
  },
  'panel, keyboard': async (page) => {
    await enterPanel(page, 'clinic');
    await page.locator('[data-control=write-name]').tap();
    await expect(page.getByRole('textbox')).toBeFocused();
  },
  'panel, asked once more': async (page) => {
    await enterPanel(page, 'service');
    await page.locator('[data-control=leave]').tap();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  cleaning: async (page) => {
    await enterPanel(page, 'service');
    await page.locator('[data-control=clean]').tap();
    await expect(page.getByRole('timer')).toBeVisible();
  },
};
/** Panels of the requirement R-01, by their diagonal in inches. */
for (const inches of [15.6, 21.5, 32]) {
  for (const [name, lead] of Object.entries({ ...screens, ...staffScreens })) {
    const ofStaff = name in staffScreens;
    // The smallest is mostly laid, the largest mostly stood, and one way is enough for staff, the pages of Comfort and living pictures.
    const isOnce = ofStaff || /^(comfort|explore)/.test(name);
    const way = inches === 32 && !ofStaff ? ['@standing'] : inches === 15.6 || isOnce ? ['@lying'] : [];
    const tag = ofStaff && inches !== 21.5 ? [...way, '@full'] : way;
    const title = `${name} on ${inches}″: targets are large, apart and off the bezel (R-20, R-21)`;
    // What a machine finds otherwise does not depend on the panel.
    const alsoRules = inches === 21.5;
    test(
      alsoRules ? `${title}; no violation that a machine can find` : title,
      { tag },
      async ({ page, kiosk }) => {
        await openOnPanel(page, kiosk, inches);
        await lead(page);
        // Staff are able-bodied; nothing of theirs is smaller than 15 mm, keys of their keyboard included.
        expect(await faultsOfTargets(page, { inches, least: ofStaff ? 15 : 20 })).toEqual([]);
        if (alsoRules) expect(await violations(page)).toEqual([]);
      },
    );
  }
}

/** What axe-core finds, its rule of target sizes included. */
async function violations(page: Page): Promise<string[]> {
  await faded(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Targets on a panel of this diagonal, in inches, that are smaller than `least` mm, too near to another or to the bezel. */
function faultsOfTargets(
  page: Page,
  size: { readonly inches: number; readonly least: number },
): Promise<string[]> {
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
      // Staff hold this corner for three seconds; no visitor should rest there on the way to something.
      if (least === 20 && box.left / mm < 20 && box.top / mm < 20)
        found.push(`${name} lies in the corner of staff`);
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
