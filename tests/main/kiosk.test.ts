import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../src-main/content/fingerprint.ts';
import type { Diagram } from '../../src-main/contract/api.ts';
import { goodTree, localeTree, tourWords, webp, writeTree } from '../fixtures/content.ts';
import { hostDouble } from '../doubles/host.ts';
import { openedKiosk } from '../fixtures/kiosk.ts';

const hashOfGood = (name: string): string =>
  createHash('sha256')
    .update(JSON.stringify(goodTree()[`assets/${name}.json`]))
    .digest('hex');

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
  });
});

it('remembers how its machine draws, and tells the page and staff', async () => {
  const stateDir = await writeTree({});
  const measured = { renderer: 'SwiftShader', drawing: 'stills', frameMs: 52 };
  const { kiosk, fetch, boot, logged } = await openedKiosk({ stateDir });
  expect((await boot()).drawing).toBeUndefined();
  const told = await fetch('/host/drawing', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(measured),
  });
  expect(told.status).toBe(204);
  expect((await boot()).drawing).toEqual(measured);
  expect((await kiosk.status()).drawing).toEqual(measured);
  expect(logged()).toContain('info: The page draws on this machine: stills.');
  await kiosk.close();
  expect((await (await openedKiosk({ stateDir })).boot()).drawing).toEqual(measured);
});

it('shows stills that are drawn while it runs, and misses none that are not', async () => {
  const postersDir = path.join(await writeTree({}), 'atlas');
  const { kiosk, clock, boot, json, logged } = await openedKiosk({ postersDir });
  expect(kiosk.faults).toEqual([]);
  const before = (await boot()).version;
  const of = fingerprintOf(
    ...(['diagrams/eyes/diagram', 'diagrams/eyes/shapes'].map(hashOfGood) as [string, string]),
    [hashOfGood('shapes/head')],
  );
  const pictures = { 'open@front': { file: 'open.webp', anchors: {} } };
  const stills = (kind: string) => ({
    [`assets/diagrams/eyes/posters.json`]: { of: kind, pictures },
    'assets/diagrams/eyes/open.webp': webp('open'),
  });
  await writeTree(stills(of), postersDir);
  for (let time = 0; time < 2; time++) await clock.passChecks(2000);
  const { version } = await boot();
  expect(version).not.toBe(before);
  const shown = async (): Promise<string[]> =>
    Object.keys((await json<Diagram>(`/content/${(await boot()).version}/diagrams/eyes`)).pictures);
  expect(await shown()).toEqual(['blink.0@front', 'open@front']);

  await writeTree(stills('0123456789abcdef'), postersDir);
  for (let time = 0; time < 2; time++) await clock.passChecks(2000);
  expect(await shown()).toEqual([]);
  expect((await kiosk.status()).faults).toEqual([]);
  expect(logged().at(-1)).toContain('info: [');
  expect(logged().at(-1)).toContain('posters.json › of: were drawn of other data');
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
