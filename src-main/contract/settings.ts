import { z } from 'zod';
import { LocaleTag } from './ids.ts';

/** The version of the settings file that this kiosk writes and reads. */
export const SETTINGS_VERSION = 1;

/** The settings file. Every key may be left out; the defaults make a working kiosk. */
export const Settings = z.strictObject({
  version: z.literal(SETTINGS_VERSION).default(SETTINGS_VERSION),
  /** The language of the attract loop and of each new visit. */
  locale: LocaleTag.default('en'),
  /** Languages offered, in this order; absent: all that are installed. */
  locales: z.array(LocaleTag).min(1).optional(),
  /** Seconds without a touch or key before *Are you still there?* (R-42). */
  idleSeconds: z.number().int().min(60).max(1800).default(180),
  /** The panel's diagonal in inches; with the window's pixels it gives the size of a millimetre. */
  panelInches: z.number().min(10).max(100).default(21.5),
  /** Shown on the attract loop and home. */
  clinicName: z.string().trim().min(1).max(60).optional(),
});

export type Settings = z.infer<typeof Settings>;
