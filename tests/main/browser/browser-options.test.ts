import { describe, expect, it } from 'vitest';
import { browserOptions } from '../../../src-main/browser/browser-options.ts';

const look = {
  address: 'http://127.0.0.1:4518/enter/key',
  profile: '/tmp/profile',
  windowed: false,
  name: 'Chromium',
};

describe('the arguments of the browser', () => {
  it('fill the screen with the kiosk alone', () => {
    const options = browserOptions(look);
    expect(options).toContain('--kiosk');
    expect(options).toContain('--app=http://127.0.0.1:4518/enter/key');
    expect(options).toContain('--user-data-dir=/tmp/profile');
  });

  it('show a window when asked to', () => {
    const options = browserOptions({ ...look, windowed: true });
    expect(options).toContain('--window-size=1280,800');
    expect(options).not.toContain('--kiosk');
  });

  it('lead everything but the kiosk’s own port to nowhere', () => {
    expect(browserOptions(look)).toEqual(
      expect.arrayContaining([
        '--proxy-server=http://127.0.0.1:9',
        '--proxy-bypass-list=<-loopback>;127.0.0.1:4518',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ]),
    );
  });

  it('keep nothing of a visit', () => {
    expect(browserOptions(look)).toContain('--incognito');
    expect(browserOptions({ ...look, name: 'Microsoft Edge' })).toContain('--inprivate');
  });

  it('never weaken the sandbox, nor open a debugging port', () => {
    const text = browserOptions(look).join(' ');
    expect(text).not.toMatch(/sandbox|remote-debugging-port|disable-web-security|allow-running|headless/);
  });

  it('weaken it only for tests', () => {
    expect(browserOptions({ ...look, noSandbox: true, headless: true })).toEqual(
      expect.arrayContaining(['--no-sandbox', '--headless=new']),
    );
  });

  it('name each switch once', () => {
    const names = browserOptions(look).map((option) => option.split('=')[0]);
    expect(new Set(names).size).toBe(names.length);
  });
});
