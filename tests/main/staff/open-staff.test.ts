import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Boot, ErrorAnswer } from '../../../src-main/contract/api.ts';
import type { LogExport, StaffPanel, StaffPass } from '../../../src-main/contract/staff.ts';
import { hashPin } from '../../../src-main/staff/pin.ts';
import { hostDouble } from '../../doubles/host.ts';
import { temporaryFolder, writeTree } from '../../fixtures/content.ts';
import { openedKiosk } from '../../fixtures/kiosk.ts';
import { png } from '../../fixtures/pictures.ts';

const PIN = '482915';

type Opened = Awaited<ReturnType<typeof openedKiosk>>;

/** Asks as the page does. */
const asker = ({ fetch }: Opened, pass?: string) => {
  return async <Answer = Partial<ErrorAnswer>>(line: string, body?: unknown) => {
    const [method = '', address = ''] = line.split(' ');
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json', ...(pass && { Authorization: `Bearer ${pass}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, answer: (text ? JSON.parse(text) : {}) as Answer };
  };
};

describe('a clinic sets up its kiosk', () => {
  it(
    'chooses a PIN, changes settings, brings its logo, takes the log away',
    { timeout: 30_000 },
    async () => {
      const stateDir = await temporaryFolder();
      const drive = await writeTree({ 'logo.png': png() });
      await writeTree({ 'settings.json': { version: 1, packFolders: [drive] } }, stateDir);
      const host = hostDouble({ kind: 'browser' });
      const kiosk = await openedKiosk({ stateDir, host });
      expect((await kiosk.boot()).firstPin).toBe(true);
      const { answer } = await asker(kiosk)<StaffPass>('POST /staff/first-pin', { pin: PIN });
      expect((await kiosk.boot()).firstPin).toBe(false);

      const ask = asker(kiosk, answer.pass);
      const changed = await ask<StaffPanel>('PATCH /staff/settings', { locale: 'es', clinicName: 'Clinic' });
      expect(changed.answer.settings).toMatchObject({ locale: 'es', clinicName: 'Clinic' });
      const { answer: panel } = await ask<StaffPanel>('GET /staff/panel');
      expect(panel.health).toMatchObject({ host: { kind: 'browser' }, starts: 1 });
      expect(panel.logoChoices).toContain(path.join(drive, 'logo.png'));
      expect(panel.languages.map(({ tag }) => tag)).toEqual(['en', 'es']);

      await ask('POST /staff/logo', { file: path.join(drive, 'logo.png') });
      const { settings }: Boot = await kiosk.boot();
      expect(settings).toMatchObject({ locale: 'es', clinicName: 'Clinic' });
      const logo = await kiosk.fetch(settings.clinicLogo ?? '');
      expect(Buffer.from(await logo.arrayBuffer())).toEqual(png());

      await asker(kiosk)('POST /use', { what: 'tour-opened', tour: 'neck' });
      await asker(kiosk)('POST /host/fault', { what: 'A picture was not drawn.' });
      const after = (await ask<StaffPanel>('GET /staff/panel')).answer;
      expect(after.use).toMatchObject([{ visits: 0, tours: { neck: { opened: 1, finished: 0 } } }]);
      expect(after.health.lastFault?.what).toBe('The page had a fault: A picture was not drawn.');

      const { file } = (await ask<LogExport>('POST /staff/logs/export')).answer;
      expect(gunzipSync(await readFile(file)).toString()).toContain('A picture was not drawn.');
      expect((await ask('POST /staff/restart')).status).toBe(204);
      kiosk.clock.pass(1000);
      expect(host.restart.mock.calls).toHaveLength(1);
      await kiosk.kiosk.close();

      const again = await openedKiosk({ stateDir, host });
      expect((await again.boot()).firstPin).toBe(false);
      expect((await asker(again, answer.pass)('GET /staff/panel')).answer.error?.name).toBe('staff-only');
      expect((await asker(again)('POST /staff/enter', { pin: PIN })).status).toBe(200);
    },
  );

  it('whose administrator has set the PIN and the language cannot change them', async () => {
    const provisioned = await writeTree({
      'settings.json': { staffPin: await hashPin(PIN), locale: 'es', locked: ['locale'] },
    });
    const kiosk = await openedKiosk({
      stateDir: await temporaryFolder(),
      provisionedFile: path.join(provisioned, 'settings.json'),
      host: hostDouble({ kind: 'browser' }),
    });
    expect((await kiosk.boot()).firstPin).toBe(false);
    expect((await asker(kiosk)('POST /staff/first-pin', { pin: '719204' })).status).toBe(403);
    const { answer } = await asker(kiosk)<StaffPass>('POST /staff/enter', { pin: PIN });
    const ask = asker(kiosk, answer.pass);
    expect((await ask('PATCH /staff/settings', { locale: 'en' })).status).toBe(422);
    expect((await ask('POST /staff/pin', { before: PIN, pin: '719204' })).status).toBe(422);
    const { answer: panel } = await ask<StaffPanel>('GET /staff/panel');
    expect(panel).toMatchObject({ locked: ['locale'], pinLocked: true, settings: { locale: 'es' } });
    expect(JSON.stringify(panel)).not.toContain('scrypt');
  });

  it('whose administrator’s file has a slip where the PIN is lets no visitor choose one', async () => {
    const provisioned = await writeTree({ 'settings.json': { staffPin: '482915' } });
    const kiosk = await openedKiosk({
      stateDir: await temporaryFolder(),
      provisionedFile: path.join(provisioned, 'settings.json'),
      host: hostDouble({ kind: 'browser' }),
    });
    expect((await kiosk.boot()).firstPin).toBe(false);
    expect((await asker(kiosk)('POST /staff/first-pin', { pin: '719204' })).status).toBe(403);
    expect((await asker(kiosk)('POST /staff/enter', { pin: PIN })).answer.error?.name).toBe('pin-lost');
  });
});
