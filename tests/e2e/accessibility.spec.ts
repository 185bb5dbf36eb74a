import type { Page } from '@playwright/test';
import { goHome, ways } from '../../tools/screens/ways.ts';
import { expect, openOnPanel, test, whenMade } from './kiosk.ts';
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

/** From these no way leads on, or a clock of the test's own runs. */
const APART = ['attract', 'still there', 'PIN pad', 'cleaning'];
/** So many screens are looked at in one visit. */
const IN_A_VISIT = 8;

/** Which projects ask a screen on a panel, and whether a quick run does. */
function tagsOf(name: string, inches: number): string[] {
  const ofStaff = name in staffScreens;
  // The largest is mostly stood, the others laid. What a machine finds otherwise is the same however a panel hangs.
  const way = inches === 32 && !ofStaff ? ['@standing'] : ['@lying'];
  // The other panels have their matrix in the full run; a quick one looks there at one screen of each kind.
  const isOfItsKind = ['home', 'step', 'explore', 'glossary', 'glossary search', 'comfort, light'].includes(
    name,
  );
  // Of what draws live, a quick run asks each screen as it opens; those of staff it leaves.
  const isLeft = /^(consult|explore), /.test(name) || ofStaff || (inches !== 21.5 && !isOfItsKind);
  return isLeft ? [...way, '@full'] : way;
}

/** The screens by their tags, a visit's worth each. */
function* visitsOn(inches: number): Generator<{ names: string[]; tag: string[] }> {
  const all = Object.keys({ ...screens, ...staffScreens });
  const kind = (name: string): string => [...tagsOf(name, inches), name in staffScreens].join();
  for (const name of all.filter((name) => APART.includes(name)))
    yield { names: [name], tag: tagsOf(name, inches) };
  const together = Object.values(
    Object.groupBy(
      all.filter((name) => !APART.includes(name)),
      kind,
    ),
  );
  for (const names of together)
    for (let at = 0; at < names!.length; at += IN_A_VISIT)
      yield { names: names!.slice(at, at + IN_A_VISIT), tag: tagsOf(names![at]!, inches) };
}

/** To where the next way begins. */
async function goOn(page: Page, ofStaff: boolean): Promise<void> {
  if (!ofStaff) return goHome(page);
  await page.reload();
  await whenMade(page);
}

/** Panels of the requirement R-01, by their diagonal in inches. */
for (const inches of [15.6, 21.5, 32]) {
  for (const { names, tag } of visitsOn(inches)) {
    const what = names.length > 1 ? `${names[0]!} to ${names.at(-1)!}` : names[0]!;
    const title = `${what} on ${inches}″: targets are large, apart and off the bezel (R-20, R-21)`;
    // What a machine finds otherwise does not depend on the panel.
    const alsoRules = inches === 21.5;
    test(
      alsoRules ? `${title}; no violation that a machine can find` : title,
      { tag },
      async ({ page, kiosk }) => {
        test.slow();
        await openOnPanel(page, kiosk, inches);
        const found: Record<string, string[]> = {};
        for (const name of names) {
          const ofStaff = name in staffScreens;
          await (staffScreens[name] ?? screens[name]!)(page);
          // Staff are able-bodied; nothing of theirs is smaller than 15 mm, keys of their keyboard included.
          found[name] = await faultsOfTargets(page, { inches, least: ofStaff ? 15 : 20 });
          if (alsoRules) found[name].push(...(await violations(page)));
          if (name !== names.at(-1)) await goOn(page, ofStaff);
        }
        expect(found).toEqual(Object.fromEntries(names.map((name) => [name, []])));
      },
    );
  }
}
