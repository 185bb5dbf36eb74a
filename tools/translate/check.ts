import { keys } from './checks/keys.ts';
import { length } from './checks/length.ts';
import { links, placeholders } from './checks/marks.ts';
import { reading } from './checks/reading.ts';
import { careLine, emergencyCall, sameWarnings } from './checks/safety.ts';
import { terms } from './checks/terms.ts';
import { typography } from './checks/typography.ts';
import { forbidden, unsaid } from './checks/wording.ts';
import type { Finding, Pair } from './pair.ts';

const CHECKS = [
  keys,
  placeholders,
  links,
  emergencyCall,
  careLine,
  sameWarnings,
  forbidden,
  typography,
  unsaid,
  terms,
  length,
  reading,
];

/** Everything that is wrong with a translation, or asks for a second look, file by file. */
export const check = (pair: Pair): Finding[] =>
  CHECKS.flatMap((one) => one(pair)).toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
