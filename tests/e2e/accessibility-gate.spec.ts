/** The checkers of `npm run a11y`: they find nothing on a screen that is right, and what they look for on one that is not. */
import type { Page } from '@playwright/test';
import { askAxe } from '../../tools/a11y/axe.ts';
import { OWN_CHECKS } from '../../tools/a11y/check-names.ts';
import { lookAt } from '../../tools/a11y/checks.ts';
import type { Place } from '../../tools/a11y/finding.ts';
import { askIbm } from '../../tools/a11y/ibm.ts';
import { readReviewed, judge } from '../../tools/a11y/reviewed.ts';
import { ways } from '../../tools/screens/ways.ts';
import { expect, faded, test } from './kiosk.ts';
import { faultsOfTargets } from './rules.ts';

const home: Place = { panel: '21.5l', locale: 'en', text: 100, theme: 'soft', screen: 'home' };

async function judged(page: Page) {
  await faded(page);
  const findings = [...(await askAxe(page, home, true)), ...(await askIbm(page, home))];
  return judge(findings, readReviewed());
}

for (const screen of ['home', 'step', 'help', 'comfort, letters'] as const) {
  test(
    `axe-core and IBM’s checker find nothing on ${screen} (R-44)`,
    { tag: ['@lying', '@full'] },
    async ({ page }) => {
      await ways[screen](page);
      const { violations, unreviewed } = await judged(page);
      expect([...violations, ...unreviewed]).toEqual([]);
    },
  );
}

test(
  'both find a button without a name, and a picture without words',
  { tag: '@lying' },
  async ({ page }) => {
    await ways.home(page);
    expect((await judged(page)).violations).toEqual([]);
    await page.evaluate(() =>
      document.querySelector('main')!.append(document.createElement('button'), new Image()),
    );
    const { violations } = await judged(page);
    expect(violations.map(({ by, on }) => `${by} ${on}`)).toEqual(
      expect.arrayContaining(['axe button', 'axe img', 'ibm button', 'ibm img']),
    );
  },
);

test('each of the project’s own checks finds what it looks for', { tag: '@lying' }, async ({ page }) => {
  await ways.home(page);
  await faded(page);
  const seen = new Map<string, string>();
  expect(await lookAt(page, home, seen, true)).toEqual([]);
  await page.evaluate(spoil);
  const found = await lookAt(page, home, seen, true);
  expect([...new Set(found.map(({ check }) => check))]).toEqual(OWN_CHECKS);
});

test('a target that goes to and fro with every frame is found', { tag: '@lying' }, async ({ page }) => {
  await ways.home(page);
  await faded(page);
  const size = { inches: 21.5, least: 20 };
  expect(await faultsOfTargets(page, size)).toEqual([]);
  await page.evaluate(() => {
    const help = document.querySelector<HTMLElement>('[data-control=help]')!;
    const turn = (): void => {
      help.style.translate = help.style.translate ? '' : '4px';
      requestAnimationFrame(turn);
    };
    turn();
  });
  expect(await faultsOfTargets(page, size)).toEqual(['Help does not stand still']);
});

/** Does everything at once that a screen must not do. */
function spoil(): void {
  const root = document.documentElement;
  root.lang = 'xx';
  root.style.setProperty('--mm', '4.3px');
  root.style.setProperty('--paper', '#fff');
  const heading = document.querySelector('h1')!;
  Object.assign(heading.style, { textAlign: 'justify', fontSize: '9px' });
  heading.animate([{ opacity: 1 }, { opacity: 0.9 }], { duration: 1000, iterations: Infinity });
  const [first, second] = document.querySelectorAll<HTMLElement>('nav.controls button');
  Object.assign(first!.style, { transform: 'translateX(-9mm)' });
  first!.append('Toolong'.repeat(30));
  second!.style.outline = 'none';
  document.querySelector('main')!.append('Words that nobody hears.');
  const light = document.createElement('div');
  Object.assign(light.style, { position: 'fixed', inset: '0', background: 'white', pointerEvents: 'none' });
  document.body.append(light);
}
