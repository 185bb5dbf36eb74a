import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CALM_COLOUR } from '../../../src-main/routes/calm-page.ts';
import { kioskWindowOptions, webPreferences } from '../../../src-main/shell/kiosk-window.ts';
import {
  preventedOfApp,
  preventedOfContents,
  preventedOfSession,
  preventedOfWindow,
} from '../../../src-main/shell/lockdown-tables.ts';
import { isPermitted, permissions } from '../../../src-main/shell/permissions.ts';
import { isOurs, privileges } from '../../../src-main/shell/scheme.ts';
import { electronSwitches } from '../../../src-main/shell/switches.ts';

const root = path.join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const bounds = { x: 0, y: 0, width: 1080, height: 1920 };

describe('the window', () => {
  it('covers the display that it is given, without a frame or a menu', () => {
    expect(kioskWindowOptions({ windowed: false, bounds })).toMatchObject({
      ...bounds,
      kiosk: true,
      fullscreen: true,
      frame: false,
      autoHideMenuBar: true,
    });
  });

  it('is an ordinary one where that was asked for', () => {
    const options = kioskWindowOptions({ windowed: true, bounds });
    expect(options).toMatchObject({ width: 1280, height: 800 });
    expect(options.kiosk).toBeUndefined();
  });

  it.each([true, false])('is never white and locked alike (windowed: %s)', (windowed) => {
    const options = kioskWindowOptions({ windowed, bounds });
    expect(options.backgroundColor).toBe(CALM_COLOUR);
    expect(options.webPreferences).toBe(webPreferences);
  });

  it('has the colour of the page’s stage', () => {
    expect(read('src-renderer/styles/tokens.css')).toContain(`--stage: ${CALM_COLOUR};`);
  });

  it('gives the page nothing but a page', () => {
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
    });
    expect(webPreferences).not.toHaveProperty('preload');
    expect(webPreferences.partition).not.toMatch(/^persist:/);
  });
});

describe('permissions', () => {
  it('are denied, every one that Electron knows', () => {
    const types = read('node_modules/electron/electron.d.ts');
    const [, union = ''] = /setPermissionRequestHandler\(.*?permission: ([^,]+),/.exec(types) ?? [];
    const known = [...union.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    expect(known.length).toBeGreaterThan(30);
    expect(permissions.map(({ what }) => what).toSorted()).toEqual(known.toSorted());
    expect(known.filter(isPermitted)).toEqual([]);
  });

  it('are denied when nobody has thought of them', () => {
    expect(isPermitted('mind-reading')).toBe(false);
  });
});

describe('the tables of what is prevented', () => {
  const all = [...preventedOfApp, ...preventedOfContents, ...preventedOfSession, ...preventedOfWindow];
  const types = read('node_modules/electron/electron.d.ts');

  it.each(all.map(({ what, why }) => [what, why]))(
    '%s is an event of Electron, and has a reason',
    (what, why) => {
      expect(types).toContain(`on(event: '${what}'`);
      expect(why).toMatch(/^[A-Z].{15,}\.$/);
    },
  );

  const navigation = preventedOfContents.find(({ what }) => what === 'will-navigate');
  it.each([
    ['tonos://kiosk/', true],
    ['tonos://kiosk/host', false],
    ['tonos://kiosk/rest', false],
    ['tonos://kiosk', false],
    ['tonos://elsewhere/', false],
    ['https://kiosk/', false],
    ['file:///etc/passwd', false],
    ['about:blank', false],
  ])('let the page go to %s: %s', (url, may) => {
    expect(navigation?.unless?.({ url, isMainFrame: true }) ?? false).toBe(may);
  });
});

describe('the scheme', () => {
  it('has no way past the content security policy and no service workers', () => {
    expect(privileges).toMatchObject({
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      allowServiceWorkers: false,
      bypassCSP: false,
      corsEnabled: false,
    });
  });

  it.each([
    ['tonos://kiosk/', true],
    ['tonos://kiosk/assets/a.js', true],
    ['tonos://kiosk.example/', false],
    ['tonos://other/', false],
    ['tonos://user@kiosk/', false],
    ['tonos://kiosk:80/', false],
    ['http://kiosk/', false],
    ['tonos:kiosk', false],
    ['data:text/html,x', false],
    ['', false],
  ])('is ours: %s %s', (address, is) => {
    expect(isOurs(address)).toBe(is);
  });
});

describe('the switches', () => {
  it('leave Chromium no network and no names', () => {
    const switches = new Map(electronSwitches.map(([name, value]) => [name, value]));
    expect(switches.get('proxy-server')).toBe('http://127.0.0.1:9');
    expect(switches.get('proxy-bypass-list')).toBe('<-loopback>');
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    for (const name of [
      'disable-background-networking',
      'disable-component-update',
      'disable-sync',
      'no-pings',
    ]) {
      expect(switches.has(name)).toBe(true);
    }
  });

  it('never weaken the sandbox, nor open a debugging port, and are named once', () => {
    const names = electronSwitches.map(([name]) => name);
    expect(names.join(' ')).not.toMatch(/no-sandbox|remote-debugging|disable-web-security|allow-running/);
    expect(new Set(names).size).toBe(names.length);
  });
});
