/** `npm run schema`: writes the JSON schema of the provisioned settings, for editors and for tools that lay settings out. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ProvisionedFile } from '../src-main/contract/settings.ts';

export const SCHEMA_FILE = path.join(import.meta.dirname, '../docs/settings.schema.json');

/** The schema as text, as the file holds it. */
export function settingsSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(ProvisionedFile, { io: 'input' });
  const described = {
    $schema,
    title: 'Tonos settings',
    description:
      'Settings of a Tonos kiosk, laid down by whoever administers the machine. Every key may be left out.',
    ...schema,
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

if (import.meta.main) await writeFile(SCHEMA_FILE, settingsSchema());
