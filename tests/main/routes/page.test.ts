import { describe, expect, it } from 'vitest';
import { jsonForHtml } from '../../../src-main/routes/html.ts';
import { goodTree, localeTree, writeTree } from '../../fixtures/content.ts';
import { bootIn, openedKiosk, page } from '../../fixtures/kiosk.ts';

describe('the page', () => {
  it.each(['/', '/index.html', ''])(
    'at "%s" carries everything that the first screen needs',
    async (path) => {
      const { fetch } = await openedKiosk();
      const response = await fetch(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('Cache-Control')).toBe('no-cache');
      const html = await response.text();
      expect(html).toContain('<html lang="en" dir="ltr" data-theme="soft">');
      expect(html).toContain('<summary class="begin" autofocus lang="en">en touch</summary>');
      expect(html).toContain('<h1 class="title" lang="en">en home</h1>');
      expect(bootIn(html)).toEqual({
        version: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        locales: [
          { tag: 'en', name: 'Name of en', dir: 'ltr', invitation: 'en touch' },
          { tag: 'es', name: 'Name of es', dir: 'ltr', invitation: 'es touch' },
        ],
        settings: {
          locale: 'en',
          locales: ['en', 'es'],
          idleSeconds: 180,
          panelInches: 21.5,
          unreviewed: 'show',
          consult: 'open',
          volume: 60,
          drawing: 'auto',
          touch: 'standard',
          keys: {},
          keyHoldMs: 0,
          keyLockoutMs: 0,
          scanSeconds: 2,
          asleep: false,
          prints: false,
        },
        host: { kind: 'serve' },
        firstPin: false,
        home: { diagram: 'neck', pose: 'rest', camera: 'front' },
        tours: [
          expect.objectContaining({ id: 'neck', place: 'trapezius.left', steps: 2 }),
          expect.objectContaining({ id: 'eyes', steps: 1 }),
        ],
        words: {
          ui: {
            words: expect.objectContaining({ home: { title: 'en home', back: 'en back' } }) as object,
            from: {},
          },
          tours: {
            words: {
              neck: { title: 'en title', summary: 'en summary', attract: 'en attract', reviewed: false },
              eyes: { title: 'en title', summary: 'en summary', attract: 'en attract', reviewed: false },
            },
            from: {},
          },
          language: { words: { keyboard: ['en keys'], speech: { 112: 'en one one two' } }, from: {} },
        },
      });
    },
  );

  it('speaks the language of this run, else of the settings', async () => {
    const builtInDir = await writeTree({ ...goodTree(), ...localeTree('ar') });
    const stateDir = await writeTree({ 'settings.json': { locale: 'es', locales: ['ar', 'en'] } });
    const bySettings = await openedKiosk({ builtInDir, stateDir });
    expect((await bySettings.boot()).settings.locale).toBe('es');
    expect((await bySettings.boot()).locales.map(({ tag }) => tag)).toEqual(['es', 'ar', 'en']);
    expect((await bySettings.boot()).settings.locales).toEqual(['es', 'ar', 'en']);

    const byRun = await openedKiosk({ builtInDir, stateDir, locale: 'ar' });
    const html = await (await byRun.fetch('/')).text();
    expect(html).toContain('<html lang="ar" dir="rtl" data-theme="soft">');
    expect(bootIn(html).words.ui.words).toMatchObject({ home: { title: 'ar home' } });
  });

  it('speaks English where the wanted language is not installed, and says so', async () => {
    const stateDir = await writeTree({ 'settings.json': { locale: 'fr', locales: ['de', 'es'] } });
    const { boot, logged } = await openedKiosk({ stateDir, locale: 'xx' });
    expect((await boot()).settings.locale).toBe('en');
    expect((await boot()).locales.map(({ tag }) => tag)).toEqual(['en', 'es']);
    expect((await boot()).settings.locales).toEqual(['en', 'es']);
    expect(logged()).toEqual([
      expect.stringContaining('--locale: names the locale "xx", which is not installed; "en" stands instead'),
      expect.stringContaining('settings.json › locale: names the locale "fr", which is not installed'),
      expect.stringContaining('settings.json › locales[0]: names the locale "de", which is not installed'),
    ]);
  });

  it('welcomes, in the words that stand before its script does, where no tour may be shown', async () => {
    const builtInDir = await writeTree({
      ...goodTree(),
      'locales/en/ui.json': {
        home: { title: 't', welcome: 'en welcome', back: 'b' },
        steps_one: '1',
        steps_other: 'n',
      },
      'locales/es/ui.json': {},
    });
    const stateDir = await writeTree({ 'settings.json': { locale: 'es', unreviewed: 'hide' } });
    const { fetch } = await openedKiosk({ builtInDir, stateDir });
    const html = await (await fetch('/')).text();
    expect(html).toContain('<summary class="begin" autofocus lang="es">es touch</summary>');
    expect(html).toContain('<h1 class="title" lang="en">en welcome</h1>');
  });

  it('holds no text that could end its script, or be mistaken for a pattern', async () => {
    const title = "</script><script>alert(1)</script> <!-- $& $' \u2028 end";
    const builtInDir = await writeTree({
      ...goodTree(),
      'locales/en/ui.json': { home: { title, back: 'b' }, steps_one: '1', steps_other: 'n' },
    });
    const { fetch } = await openedKiosk({ builtInDir });
    const html = await (await fetch('/')).text();
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).toContain('lang="en">&#60;/script&#62;&#60;script&#62;alert(1)');
    expect(bootIn(html).words.ui.words).toMatchObject({ home: { title } });
    expect(jsonForHtml('<>&\u2028')).toBe('"\\u003c\\u003e\\u0026\\u2028"');
  });

  it('is spared when the asker has it', async () => {
    const { fetch } = await openedKiosk();
    const etag = (await fetch('/')).headers.get('ETag') ?? '';
    for (const asked of [etag, `"x", W/${etag}`, '*']) {
      const again = await fetch('/', { headers: { 'If-None-Match': asked } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await fetch('/', { headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['is not built', { 'index.html': undefined }, /There is no page in .*npm run build/],
    [
      'is of something else',
      { 'index.html': '<html></html>' },
      /has no place for what the kiosk tells it.*npm run build/,
    ],
  ])('that %s keeps the kiosk from opening, with what to do', async (_, changes, message) => {
    const pageDir = await writeTree({ ...page(), ...changes });
    await expect(openedKiosk({ pageDir })).rejects.toThrow(message);
  });
});

describe('assets', () => {
  it.each([
    ['index-Ab_1.js', 'text/javascript'],
    ['index-Cd-2.css', 'text/css'],
    ['font-E.woff2', 'font/woff2'],
  ])('%s is %s and never changes', async (name, type) => {
    const { fetch } = await openedKiosk();
    const response = await fetch(`/assets/${name}`);
    expect(response.headers.get('Content-Type')).toContain(type);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe(page()[`assets/${name}`]);

    const head = await fetch(`/assets/${name}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([
      200,
      String(page()[`assets/${name}`]?.length),
      '',
    ]);
    const etag = response.headers.get('ETag') ?? '';
    expect((await fetch(`/assets/${name}`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('are what was there when the kiosk opened', async () => {
    const pageDir = await writeTree(page());
    const { fetch } = await openedKiosk({ pageDir });
    await writeTree({ 'assets/late.js': 'late', 'assets/index-Ab_1.js': 'changed' }, pageDir);
    expect((await fetch('/assets/late.js')).status).toBe(404);
    expect(await (await fetch('/assets/index-Ab_1.js')).text()).toBe('export {};');
  });
});
