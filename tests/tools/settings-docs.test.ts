/** docs/settings.md and the JSON schema against the code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaults, ProvisionedFile, STAFF_SETTINGS } from '../../src-main/contract/settings.ts';
import { usualProvisionedFile } from '../../src-main/places.ts';
import { SCHEMA_FILE, settingsSchema } from '../../tools/settings-schema.ts';

const doc = readFileSync(path.join(import.meta.dirname, '../../docs/settings.md'), 'utf8');
const rows = [...doc.matchAll(/^\| `(\w+)` +\| (.*?) +\| (.*?) +\| (.*?) +\|$/gm)].map(
  ([, key = '', value = '', limits = '', meaning = '']) => ({ key, value, limits, meaning }),
);
const row = (key: string) => rows.find((other) => other.key === key)!;
const takes = (value: object): boolean => ProvisionedFile.safeParse(value).success;

describe('docs/settings.md', () => {
  it('has every key', () => {
    expect(rows.map(({ key }) => key).sort()).toEqual(Object.keys(ProvisionedFile.shape).sort());
  });

  it('has every default', () => {
    for (const [key, value] of Object.entries(defaults)) {
      const isEmpty = typeof value === 'object' && Object.keys(value).length === 0;
      const text = isEmpty ? 'none' : JSON.stringify(value).replace(/^".*"$/, '`$&`');
      expect([key, row(key).value]).toEqual([key, text]);
    }
  });

  it.each([
    ['idleSeconds', 60, 1800],
    ['panelInches', 10, 100],
    ['volume', 0, 100],
  ])('has the limits of %s', (key, least, most) => {
    expect(row(key).limits).toBe(`${least} to ${most}`);
    expect([least - 1, least, most, most + 1].map((value) => takes({ [key]: value }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('says which keys are not for staff', () => {
    const provisionedOnly = rows
      .filter(({ meaning }) => meaning.includes('provisioned only'))
      .map(({ key }) => key);
    const notForStaff = Object.keys(ProvisionedFile.shape).filter(
      (key) => key !== 'version' && !(STAFF_SETTINGS as string[]).includes(key),
    );
    expect(provisionedOnly.sort()).toEqual(notForStaff.sort());
  });

  it('has an example that is good', () => {
    const [, example = ''] = /```json\n([^]*?)```/.exec(doc) ?? [];
    expect(ProvisionedFile.parse(JSON.parse(example))).toMatchObject({ clinicName: 'Neurology, 2nd floor' });
  });

  it('names the provisioned file', () => {
    for (const platform of ['linux', 'darwin'] as const)
      expect(doc).toContain(`\`${usualProvisionedFile({ platform, env: {} })}\``);
    expect(usualProvisionedFile({ platform: 'win32', env: { ProgramData: '%ProgramData%' } })).toBe(
      '%ProgramData%\\Tonos\\settings.json',
    );
    expect(doc).toContain('`%ProgramData%\\Tonos\\settings.json`');
  });
});

it('publishes the schema that the code has', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8'), 'write it anew with: npm run schema').toBe(settingsSchema());
});
