import { z } from 'zod';
import { LocaleTag } from './ids.ts';

/** The version of the settings files that this kiosk writes and reads. */
export const SETTINGS_VERSION = 1;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A time of day on the clinic's clock. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:30');

/** From opening to closing, on one day. */
const Hours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from < to, 'must close later than it opens, on the same day');

/** How a touch is read: by the browser alone, or by Steady Touch, more and more patiently. */
const TouchChoice = z.enum(['off', 'standard', 'steady', 'careful']);
export type TouchChoice = z.infer<typeof TouchChoice>;

/**
 * What a key of a keypad, a switch or a jack can ask for, in the order in which staff are asked for their keys. `switch` is
 * the one switch that scans.
 */
export const KEY_ACTIONS = [
  'previous',
  'next',
  'left',
  'right',
  'select',
  'back',
  'help',
  'home',
  'listen',
  'louder',
  'quieter',
  'larger',
  'dim',
  'steady',
  'low',
  'switch',
  'jackIn',
  'jackOut',
] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** A key as the browser calls it (`KeyboardEvent.code`): its place on the keyboard, whatever it writes. */
const KeyCode = z.string().regex(/^[A-Za-z0-9]{1,40}$/, 'must be the code of a key such as F13 or ArrowDown');

/** Each setting: what it may be, and for whom. In the order in which the documentation lists them. */
const shape = {
  locale: LocaleTag.describe('The language of the attract loop and of each new visit.'),
  locales: z
    .array(LocaleTag)
    .min(1)
    .describe('Languages offered, in this order. Absent: all that are installed.'),
  idleSeconds: z
    .int()
    .min(60)
    .max(1800)
    .describe('Seconds without a touch or key before “Are you still there?” (R-42).'),
  panelInches: z
    .number()
    .min(10)
    .max(100)
    .describe('The panel’s diagonal in inches; everything that is touched is sized by it (R-01).'),
  mountHeight: z
    .int()
    .min(0)
    .max(1500)
    .describe(
      'Millimetres from the floor to the lower edge of the picture: “Everything low” brings all within reach by it (R-32).',
    ),
  panelTurn: z
    .literal([0, 90, 180, 270])
    .describe(
      'Degrees clockwise by which the picture is turned, as the panel hangs. Absent: as the system has it.',
    ),
  clinicName: z.string().trim().min(1).max(60).describe('The clinic’s name, on the attract loop and home.'),
  clinicLogo: z
    .string()
    .regex(
      /^[^/\\]{1,120}\.(png|jpe?g|webp)$/i,
      'must be the name of a PNG, JPEG or WebP file beside this file',
    )
    .describe('The clinic’s logo: the name of a PNG, JPEG or WebP file beside this file, at most 1 MiB.'),
  clinicContact: z
    .array(z.string().trim().min(1).max(80))
    .max(3)
    .describe('How the clinic is reached, up to 3 lines, on the take-home sheet.'),
  printer: z
    .string()
    .regex(/^[^-\p{Cc}][^\p{Cc}]{0,199}$/u, 'must be the name of a printer as the system has it, or none')
    .describe(
      'The printer of the take-home sheet, by its name in the system. Absent: the system’s usual one; `none`: nothing is printed.',
    ),
  paper: z.enum(['a4', 'letter']).describe('The paper in the printer.'),
  unreviewed: z
    .enum(['show', 'hide'])
    .describe(
      'Whether tours that await their clinical review are offered, and languages that have no others; they are marked as such.',
    ),
  consult: z
    .enum(['open', 'pin', 'off'])
    .describe(
      'Whether home leads to the pictures for clinicians: `open`, `pin` (asks for the staff PIN first), or `off`.',
    ),
  openingHours: z
    .strictObject(
      Object.fromEntries(WEEKDAYS.map((day) => [day, z.array(Hours).max(4).optional()])) as Record<
        Weekday,
        z.ZodOptional<z.ZodArray<typeof Hours>>
      >,
    )
    .describe(
      'When the clinic is open; a day that is left out is closed. Absent: always open. Closed, the screen is dark until touched.',
    ),
  restartAt: TimeOfDay.describe('When the kiosk restarts quietly each night, if nobody uses it.'),
  volume: z.int().min(0).max(100).describe('How loud the kiosk speaks, in percent.'),
  drawing: z
    .enum(['auto', 'live', 'stills', 'off'])
    .describe(
      'How the pictures are drawn: `live`, `stills` (pictures drawn beforehand), `off` (words only), or `auto`: as the machine can.',
    ),
  touch: TouchChoice.describe(
    'How patiently a touch is read as each visit begins: `standard`, `steady`, `careful` (asks which of two was meant), or `off`: as the browser has it.',
  ),
  keys: z
    .partialRecord(z.enum(KEY_ACTIONS), z.array(KeyCode).max(4))
    .refine((keys) => isOnce(Object.values(keys).flat()), 'must name each key once')
    .describe(
      'What keys of a keypad or switch ask for, by their codes. What is left out keeps its usual keys.',
    ),
  keyHoldMs: z
    .int()
    .min(0)
    .max(1000)
    .describe('Milliseconds that such a key or switch is held before it acts (R-36).'),
  keyLockoutMs: z
    .int()
    .min(0)
    .max(2000)
    .describe('Milliseconds after its release in which the same key does nothing (R-18).'),
  scanSeconds: z.number().min(0.5).max(10).describe('Seconds on each choice while one switch scans (R-36).'),
  screenReader: z
    .boolean()
    .describe(
      'Whether the page is always ready for a screen reader; it costs some speed. Else it is when the system says that one runs (R-37).',
    ),
  pdfFolder: z
    .string()
    .min(1)
    .max(1024)
    .describe(
      'A folder that gets each take-home sheet as a PDF, named by its time, for a system of the clinic’s own that prints it.',
    ),
  packFolders: z
    .array(z.string().min(1).max(1024))
    .max(8)
    .describe('Folders and drives in which content packs are looked for.'),
  packKeys: z
    .array(
      z.string().regex(/^ed25519:[A-Za-z0-9+/]{43}=$/, 'must be a public key as `tonos new-key` prints it'),
    )
    .max(16)
    .describe('Public keys whose content packs are taken. Without one, none are.'),
  staffPin: z
    .string()
    .regex(
      /^scrypt\$\d+\$\d+\$\d+\$[A-Za-z0-9_-]{16,}\$[A-Za-z0-9_-]{32,}$/,
      'must be what `tonos hash-pin` prints',
    )
    .describe('The hash of the staff PIN, as `tonos hash-pin` prints it.'),
};

const isOnce = (codes: readonly string[]): boolean => new Set(codes).size === codes.length;

export type Weekday = (typeof WEEKDAYS)[number];
export type SettingName = keyof typeof shape;

/** Only whoever administers the machine may say these: they decide who is trusted, and where something is written. */
const PROVISIONED_ONLY = ['pdfFolder', 'packKeys', 'staffPin'] as const satisfies readonly SettingName[];

/** What staff may change from the panel, where provisioning has not locked it. */
export const STAFF_SETTINGS = (Object.keys(shape) as SettingName[]).filter(
  (name): name is StaffSettingName => !(PROVISIONED_ONLY as readonly string[]).includes(name),
);
export type StaffSettingName = Exclude<SettingName, (typeof PROVISIONED_ONLY)[number]>;

const file = z.strictObject({ version: z.literal(SETTINGS_VERSION).optional(), ...shape }).partial();

/** `settings.json` of the staff layer. Every key may be left out. */
export const StaffFile = file.omit({ pdfFolder: true, packKeys: true, staffPin: true });

/** `settings.json` of the provisioned layer, written by whoever administers the machine. */
export const ProvisionedFile = file.extend({
  locked: z
    .union([z.literal(true), z.array(z.enum(STAFF_SETTINGS as [StaffSettingName, ...StaffSettingName[]]))])
    .describe('Settings that staff may not change; true: none.')
    .optional(),
});

export type StaffFile = z.infer<typeof StaffFile>;
export type ProvisionedFile = z.infer<typeof ProvisionedFile>;

/** What stands where no layer says anything: a working kiosk. */
export const defaults = {
  locale: 'en',
  idleSeconds: 180,
  panelInches: 21.5,
  clinicContact: [],
  paper: 'a4',
  unreviewed: 'show',
  consult: 'open',
  restartAt: '03:30',
  volume: 60,
  drawing: 'auto',
  touch: 'standard',
  keys: {},
  keyHoldMs: 0,
  keyLockoutMs: 0,
  scanSeconds: 2,
  screenReader: false,
  packFolders: [],
  packKeys: [],
} as const satisfies Partial<ProvisionedFile>;

type Defaulted = keyof typeof defaults;

/** The settings in force, all layers together. */
export type Settings = Omit<ProvisionedFile, 'version' | 'locked' | Defaulted> & {
  [Name in Defaulted]-?: NonNullable<ProvisionedFile[Name]>;
};
