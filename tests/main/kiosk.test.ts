import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { goodTree, localeTree, tourWords, writeTree } from '../fixtures/content.ts';
import { hostDouble } from '../doubles/host.ts';
import { openedKiosk } from '../fixtures/kiosk.ts';

const WORDS = 'locales/en/tours/neck.json';

it('says what its host can do and what the settings are', async () => {
  const stateDir = await writeTree({ 'settings.json': { clinicName: 'Clinic', idleSeconds: 60 } });
  const { json } = await openedKiosk({ stateDir, host: hostDouble({ kind: 'browser' }) });
  expect(await json('/host')).toEqual({ kind: 'browser' });
  expect(await json('/settings')).toEqual({
    locale: 'en',
    locales: ['en', 'es'],
    idleSeconds: 60,
    panelInches: 21.5,
    clinicName: 'Clinic',
    unreviewed: 'show',
    volume: 60,
    asleep: false,
  });
});

it('tells pages when the languages offered change, as the next page is told', async () => {
  const folder = await writeTree({});
  const { fetch, clock, boot } = await openedKiosk({ overlays: [folder] });
  const reader = (await fetch('/events')).body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain('"locales":["en","es"]');

  await writeTree(localeTree('ar'), folder);
  for (let time = 0; time < 4; time++) await clock.passChecks(2000);
  const { value } = await reader.read();
  expect(value).toContain('event: settings');
  const { locales, settings } = await boot();
  expect(settings.locales).toEqual(locales.map(({ tag }) => tag));
  expect(settings.locales).toContain('ar');
  expect(value).toContain(`"locales":${JSON.stringify(settings.locales)}`);
  await reader.cancel();
});

it('tells its host each time that a page is ready', async () => {
  const { fetch, host } = await openedKiosk();
  for (const times of [1, 2]) {
    expect((await fetch('/host/ready', { method: 'POST', body: 'ignored' })).status).toBe(204);
    expect(host.pageIsReady).toHaveBeenCalledTimes(times);
  }
});

it('tells pages of new content, and logs each fault once', async () => {
  const folder = await writeTree({ [WORDS]: tourWords('en') });
  const { kiosk, fetch, clock, logged, boot } = await openedKiosk({ overlays: [folder] });
  const reader = (await fetch('/events')).body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const look = async (times: number) => {
    for (let time = 0; time < times; time++) await clock.passChecks(2000);
  };

  await writeFile(path.join(folder, WORDS), '{');
  await look(4);
  expect(logged().filter((line) => line.startsWith('error: ') && line.includes('well-formed'))).toHaveLength(
    1,
  );
  expect(kiosk.faults.map(({ name }) => name)).toContain('overlay-left-out');

  await writeTree({ [WORDS]: { ...tourWords('en'), title: 'new' } }, folder);
  await look(2);
  const { version, words } = await boot();
  expect(words.tours.words['neck']?.title).toBe('new');
  expect((await reader.read()).value).toContain(`event: content\ndata: {"version":"${version}"}`);
  expect(kiosk.faults).toEqual([]);

  // A page that was served before the swap and listens only now hears of it all the same.
  const late = (await fetch('/events')).body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await late.read()).value).toContain(`event: content\ndata: {"version":"${version}"}`);
});

it('opens with everything that is wrong at once, and names all of it', async () => {
  const builtInDir = await writeTree({
    ...goodTree(),
    'assets/tours/eyes.json': '{',
    'locales/es/locale.json': '{',
  });
  const stateDir = await writeTree({ 'settings.json': '{"locale"' });
  const { boot, kiosk } = await openedKiosk({ builtInDir, stateDir, overlays: ['/nowhere'] });
  expect((await boot()).tours.map(({ id }) => id)).toEqual(['neck']);
  expect(new Set(kiosk.faults.map(({ file, folder }) => file || folder))).toEqual(
    new Set(['settings.json', 'assets/tours/eyes.json', 'locales/es/locale.json', '/nowhere']),
  );
});

it('lets go of everything when it closes', async () => {
  const { kiosk, fetch, clock } = await openedKiosk({
    overlays: [await writeTree({ [WORDS]: tourWords('en') })],
  });
  const reader = (await fetch('/events')).body!.getReader();
  await reader.read();
  expect(clock.waiting).toBeGreaterThan(2);
  await kiosk.close();
  expect((await reader.read()).done).toBe(true);
  expect(clock.waiting).toBe(0);
});
