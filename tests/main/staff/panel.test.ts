import { describe, expect, it } from 'vitest';
import { defaults, type Settings } from '../../../src-main/contract/settings.ts';
import type { Health } from '../../../src-main/contract/staff.ts';
import { fault } from '../../../src-main/faults.ts';
import { staffPanel, type PanelParts } from '../../../src-main/staff/panel.ts';
import { libraryOf, localeTree, tourWords, type Tree } from '../../fixtures/content.ts';

const review = (status: string, next = '2028-01-01') => ({
  status,
  next,
  reviewer: 'Neurologist',
  date: '2026-10-01',
});

const words = (tag: string, status: string, steps?: string[]) => ({
  ...tourWords(tag, steps),
  review: review(status),
});

async function panelOf(changes: Tree = {}, parts: Partial<PanelParts> = {}) {
  const { library } = await libraryOf(changes);
  const settings: Settings = {
    ...defaults,
    packFolders: [],
    packKeys: ['ed25519:key'],
    staffPin: 'scrypt$secret',
    clinicName: 'Clinic',
  };
  const panel = await staffPanel({
    settings: () => settings,
    locked: () => ['locale'],
    pinLocked: () => true,
    unsaved: () => undefined,
    library: () => library!,
    locale: () => 'es',
    packs: () => [],
    faults: () => [],
    logoChoices: () => Promise.resolve([]),
    printing: () => ({ able: true, printers: [{ name: 'Office' }] }),
    health: () => Promise.resolve({ starts: 1 } as Health),
    use: () => [],
    ...parts,
  });
  return { panel, library: library! };
}

describe('the staff panel', () => {
  it('has the settings in force, and nothing of who is trusted', async () => {
    const { panel } = await panelOf();
    expect(panel.settings).toMatchObject({ locale: 'en', clinicName: 'Clinic', restartAt: '03:30' });
    expect(JSON.stringify(panel)).not.toMatch(/scrypt|ed25519|staffPin|packKeys/);
    expect(panel).toMatchObject({ locked: ['locale'], pinLocked: true });
    expect(panel).not.toHaveProperty('unsaved');
  });

  it('says faults in words', async () => {
    const faults = [fault('file-missing', { folder: '/drive', file: 'locales/en/ui.json', path: 'home' })];
    const { panel } = await panelOf({}, { faults: () => faults, unsaved: () => 'no folder' });
    expect(panel.content.faults).toEqual([
      {
        severity: 'error',
        where: '/drive/locales/en/ui.json › home',
        what: 'is missing',
        todo: 'Add the file.',
      },
    ]);
    expect(panel.unsaved).toBe('no folder');
  });

  it('says how far each language has been reviewed', async () => {
    const { panel } = await panelOf({
      ...localeTree('fr'),
      'locales/fr/tours/eyes.json': undefined,
      'locales/en/tours/neck.json': words('en', 'reviewed'),
      'locales/en/tours/eyes.json': words('en', 'reviewed', ['only']),
      'locales/es/tours/neck.json': words('es', 'reviewed'),
      'locales/es/tours/eyes.json': words('es', 'awaiting-clinician-and-native', ['only']),
    });
    expect(panel.languages).toEqual([
      { tag: 'en', name: 'Name of en', tours: 2, reviewed: 2, native: 0 },
      { tag: 'es', name: 'Name of es', tours: 2, reviewed: 1, native: 1 },
      { tag: 'fr', name: 'Name of fr', tours: 1, reviewed: 0, native: 0 },
    ]);
    expect(panel.content.tours).toEqual([
      { id: 'neck', title: 'es title', review: 'reviewed', next: '2028-01-01' },
      { id: 'eyes', title: 'es title', review: 'awaiting-clinician-and-native', next: '2028-01-01' },
    ]);
  });
});

describe('whether a tour has been reviewed', () => {
  it('goes with the words that are shown, borrowed ones too', async () => {
    const { library } = await panelOf({
      ...localeTree('fr'),
      'locales/en/tours/neck.json': words('en', 'awaiting-clinician'),
      'locales/en/tours/eyes.json': words('en', 'reviewed', ['only']),
      // Reviewed, and one of its steps is borrowed from words that are not.
      'locales/es/tours/neck.json': words('es', 'reviewed', ['start']),
      'locales/es/tours/eyes.json': undefined,
      'locales/fr/tours/neck.json': words('fr', 'reviewed'),
    });
    const marks = (tag: string) =>
      Object.fromEntries(
        Object.entries(library.toursIndex(tag).words).map(([id, { reviewed }]) => [id, reviewed]),
      );
    expect(marks('en')).toEqual({ neck: false, eyes: true });
    expect(marks('es')).toEqual({ neck: false, eyes: true });
    expect(marks('fr')).toEqual({ neck: true, eyes: false });
    expect([...library.reviews('es')]).toEqual([
      ['neck', { status: 'awaiting-clinician', next: '2028-01-01', own: true }],
      ['eyes', { status: 'reviewed', next: '2028-01-01', own: false }],
    ]);
    expect(library.toursIndex('es')).toBe(library.toursIndex('es'));
  });
});
