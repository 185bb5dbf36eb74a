import { expect, it } from 'vitest';
import { calmPage } from '../../../src-main/routes/calm-page.ts';
import { goodTree, localeTree, writeTree } from '../../fixtures/content.ts';
import { openedKiosk } from '../../fixtures/kiosk.ts';

const withRest = (tag: string, text: string) => {
  const tree = { ...goodTree(), ...localeTree('ar') } as Record<string, object>;
  const file = `locales/${tag}/ui.json`;
  return { ...tree, [file]: { ...tree[file], rest: { text } } };
};

it('is a whole page that needs nothing else', async () => {
  const { fetch } = await openedKiosk();
  const answer = await fetch('/rest');
  const html = await answer.text();
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html).toContain('This screen is resting. Please ask the clinic staff.');
  expect(html).not.toMatch(/<(script|link|img|style)|\sstyle=|src=|href=/);
  expect(html).toContain('bgcolor="#12211f"');
});

it('speaks the clinic’s language', async () => {
  const builtInDir = await writeTree(withRest('ar', 'هذه الشاشة مستريحة'));
  const { fetch } = await openedKiosk({ builtInDir, locale: 'ar' });
  const html = await (await fetch('/rest')).text();
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('هذه الشاشة مستريحة');
});

it('says so in the language that lends the words', async () => {
  const builtInDir = await writeTree(withRest('en', 'Resting.'));
  const { fetch } = await openedKiosk({ builtInDir, locale: 'ar' });
  expect(await (await fetch('/rest')).text()).toContain('<html lang="en" dir="ltr">');
});

it('cannot be made to say markup', () => {
  const html = calmPage({ lang: 'en"><script>', dir: 'ltr', text: '<script>alert(1)</script>&' });
  expect(html).not.toContain('<script>');
});
