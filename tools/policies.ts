/** `npm run policies`: writes deploy/policies from the table in tools/package/browser-policies.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { policyFiles } from './package/browser-policies.ts';

const folder = path.join(import.meta.dirname, '../deploy/policies');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(policyFiles())) writeFileSync(path.join(folder, name), text);
