import { expect, it } from 'vitest';
import { Entry } from '../../../src-main/browser/entry.ts';
import { printOptions } from '../../../src-main/browser/print-in-browser.ts';

const look = { origin: 'http://127.0.0.1:4518', profile: '/tmp/profile', name: 'Chromium' };

it('opens a browser without a window, in its sandbox, that reaches the kiosk alone', () => {
  const options = printOptions(look);
  expect(options).toContain('--headless=new');
  expect(options).toContain('--incognito');
  expect(options).toContain('--remote-debugging-pipe');
  expect(options).toContain('--proxy-bypass-list=<-loopback>;127.0.0.1:4518');
  expect(options.join(' ')).not.toMatch(/no-sandbox|remote-debugging-port|enter\//);
  expect(options.at(-1)).toBe('about:blank');
});

it('uses the private mode of Edge', () => {
  expect(printOptions({ ...look, name: 'Microsoft Edge' })).toContain('--inprivate');
});

it('gives it a cookie that the kiosk knows', () => {
  const entry = new Entry({ reusable: false });
  const { name, value, httpOnly, sameSite } = entry.ownCookie(look.origin);
  expect(entry.knows(`${name}=${value}`, 4518)).toBe(true);
  expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: 'Strict' });
});
