import type { Page } from '@playwright/test';
import { ways } from '../../tools/screens/ways.ts';
import { expect, openOnPanel, test } from './kiosk.ts';
import { faultsOfTargets, violations } from './rules.ts';
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
    // The smallest is mostly laid, the largest mostly stood, and one way is enough for staff, sheets, the pages of Comfort and living pictures.
    const isOnce =
      ofStaff || /^(comfort|explore|consult|my questions|review|read it|languages|still)/.test(name);
    const way = inches === 32 && !ofStaff ? ['@standing'] : inches === 15.6 || isOnce ? ['@lying'] : [];
    // The other panels have their matrix in the full run; a quick one looks there at one screen of each kind.
    const isOfItsKind = ['home', 'step', 'explore', 'glossary', 'glossary search', 'comfort, light'].includes(
      name,
    );
    // Of what draws live, a quick run asks each screen as it opens.
    const isLeft = /^(consult|explore), /.test(name) || (inches !== 21.5 && (ofStaff || !isOfItsKind));
    const tag = isLeft ? [...way, '@full'] : way;
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
