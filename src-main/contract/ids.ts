import { z } from 'zod';

/** An identifier of content: lower case, digits and single hyphens, as in `splenius-capitis`. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/**
 * A part of a diagram: an id, and the *patient's* side where the part is one of a pair,
 * as in `sternocleidomastoid.left`.
 */
export const PartId = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.(left|right))?$/,
    'must be an id, with .left or .right where paired',
  );

/** A BCP 47 language tag in its canonical form, as in `en`, `pt-BR`, `zh-Hans`. */
export const LocaleTag = z
  .string()
  .refine(isCanonicalTag, 'must be a canonical language tag such as en or pt-BR');

/** A fact of the base document. */
export const BaseFactId = z.string().regex(/^S([1-9]|[1-7]\d|8[0-3])$/, 'must be a fact from S1 to S83');

/** A fact of the dossier: `S1` … `S83` of the base document, or a section such as `C2`, `E`, `H18`. */
export const FactId = z
  .string()
  .regex(
    /^(S([1-9]|[1-7]\d|8[0-3])|B|C([1-9]|1[01])|D|E|G|H([1-9]|1\d|2[0-4]))$/,
    'must be a fact id such as S37 or C2',
  );

function isCanonicalTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
