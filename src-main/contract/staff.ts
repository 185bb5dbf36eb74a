/**
 * What crosses between the kiosk and the staff panel.
 *
 * | request                     | body            | answer                                                 |
 * | --------------------------- | --------------- | ------------------------------------------------------ |
 * | `GET /staff`                |                 | `StaffDoor`                                            |
 * | `POST /staff/enter`         | `PinGiven`      | `StaffPass`; 401 `pin-wrong`, 429 `pin-locked`         |
 * | `POST /staff/first-pin`     | `PinGiven`      | `StaffPass`; 403 `pin-set-already`, `first-pin-late`; 422 |
 * | `POST /staff/pin` *         | `PinChange`     | 204; 401 `pin-wrong`, 429 `pin-locked`; 422            |
 * | `GET /staff/panel` *        |                 | `StaffPanel`                                           |
 * | `PATCH /staff/settings` *   | `StaffChange`   | `StaffPanel`; 422 `settings-refused` with `faults`     |
 * | `POST /staff/logo` *        | `LogoChoice`    | `StaffPanel`; 422                                      |
 * | `POST /staff/packs/look` *  |                 | `StaffPanel`, after the folders were looked at         |
 * | `POST /staff/packs/rollback` * | `PackChoice` | `StaffPanel`; 422                                      |
 * | `POST /staff/logs/export` * |                 | `LogExport`; 422                                       |
 * | `POST /staff/print-test` *  |                 | `StaffPanel`, when the printer has the page; 422       |
 * | `POST /staff/restart` *     |                 | 204, and the kiosk restarts                            |
 * | `POST /staff/leave` *       |                 | 204, and the kiosk ends                                |
 * | `POST /staff/close` *       |                 | 204; the pass is void                                  |
 *
 * Those with a * take the header `Authorization: Bearer <pass>`, else 401 `staff-only`. The pass is in the page's memory only and
 * ends after `STAFF_IDLE_MS` without a request.
 *
 * Whatever is said about a PIN has the `StaffDoor` beside it, as `door`: also 429 `pin-busy` (one PIN is looked at at a time),
 * 403 `pin-unset`, 403 `pin-lost` (only `tonos reset-pin` helps) and, for a new PIN such as 123456, 422 `pin-simple`.
 * Any other 422 is `settings-refused`, with `faults` (`FaultState[]`) beside it. Bodies that have another shape than these are
 * answered 400 `body-malformed`.
 */
import { z } from 'zod';
import type { HostCapabilities, MeasuredDrawing } from './api.ts';
import { StaffFile, type StaffSettingName } from './settings.ts';

/** Digits of a PIN. */
export const PIN_LENGTH = { least: 6, most: 12 } as const;

export const Pin = z
  .string()
  .regex(
    new RegExp(`^\\d{${PIN_LENGTH.least},${PIN_LENGTH.most}}$`),
    `must be ${PIN_LENGTH.least} to ${PIN_LENGTH.most} digits`,
  );

export const PinGiven = z.strictObject({ pin: Pin });
export const PinChange = z.strictObject({ before: Pin, pin: Pin });
export const PackChoice = z.strictObject({ name: z.string().min(1).max(200) });
/** One of `StaffPanel.logoChoices`; `null` takes the logo away. */
export const LogoChoice = z.strictObject({ file: z.string().max(2000).nullable() });

/** Settings to change; `null` sets one back to what stands without it. */
export const StaffChange = z.strictObject(
  Object.fromEntries(
    Object.entries(StaffFile.omit({ version: true, clinicLogo: true }).shape).map(([name, schema]) => [
      name,
      schema.nullable(),
    ]),
  ) as {
    [Name in Exclude<StaffSettingName, 'clinicLogo'>]: z.ZodNullable<(typeof StaffFile.shape)[Name]>;
  },
);
export type StaffChange = z.infer<typeof StaffChange>;

/** The way in, as it stands now. */
export interface StaffDoor {
  /** `unset`: no PIN has been chosen yet. */
  readonly pin: 'set' | 'unset';
  /** Whether a first PIN may be chosen now: only for a while after the kiosk has started, so that no visitor does. */
  readonly open: boolean;
  /** Milliseconds until a PIN is looked at again, after wrong ones. */
  readonly waitMs: number;
  /** How many wrong PINs cost nothing before the next wait; absent: there is no PIN. */
  readonly triesLeft?: number | undefined;
}

export interface StaffPass {
  readonly pass: string;
}

/** A pass ends after this long without a request, ms. */
export const STAFF_IDLE_MS = 5 * 60_000;

/** How far the texts of a language have been reviewed: numbers of tours. */
export interface LanguageState {
  readonly tag: string;
  /** The language's own name. */
  readonly name: string;
  readonly tours: number;
  readonly reviewed: number;
  /** That a native speaker has to read, too. */
  readonly native: number;
}

export interface TourState {
  readonly id: string;
  /** In the first language. */
  readonly title: string;
  readonly review: 'awaiting-clinician' | 'awaiting-clinician-and-native' | 'reviewed';
  /** ISO date by which the text is to be looked at again. */
  readonly next: string;
}

export interface PackState {
  readonly name: string;
  /** The version that is shown; absent: the built-in content, in its place. */
  readonly version?: string | undefined;
  /** The version that a rollback returns to; absent: the built-in content. */
  readonly previous?: string | undefined;
}

/** A fault in words for staff. */
export interface FaultState {
  readonly severity: 'error' | 'warning';
  readonly where: string;
  readonly what: string;
  readonly todo: string;
}

export interface Health {
  readonly product: string;
  readonly host: HostCapabilities;
  /** ISO instants. */
  readonly now: string;
  readonly upSince: string;
  /** How often the kiosk has started, ever, and how often its page was shown again since `upSince`. */
  readonly starts: number;
  readonly pageRestarts: number;
  readonly lastFault?: { readonly at: string; readonly what: string } | undefined;
  /** Bytes on the disk that holds the kiosk's own files; absent where the system does not say. */
  readonly disk?: { readonly free: number; readonly total: number } | undefined;
  /** Bytes that the kiosk's process holds. */
  readonly memory: number;
  /** How the page draws on this machine; absent until it has measured it. */
  readonly drawing?: MeasuredDrawing | undefined;
}

/** The printers that this kiosk reaches. */
export interface PrintingState {
  /** Whether the kiosk can print as it is shown now, if there is a printer. */
  readonly able: boolean;
  /** By their names in the system, with what people call them. */
  readonly printers: readonly { readonly name: string; readonly called?: string | undefined }[];
  /** The system's usual one. */
  readonly usual?: string | undefined;
}

/** Counts of use of one month; they name nobody. */
export interface MonthOfUse {
  /** As in `2026-11`. */
  readonly month: string;
  readonly visits: number;
  /** Tour id → how often it was opened, and how often its end was reached. */
  readonly tours: Readonly<Record<string, { readonly opened: number; readonly finished: number }>>;
}

export interface StaffPanel {
  /** In force now, all layers together. */
  readonly settings: StaffFile;
  /** Locked by whoever administers the machine. */
  readonly locked: readonly StaffSettingName[];
  /** Whether the PIN is provisioned, so that it cannot be changed here. */
  readonly pinLocked: boolean;
  /** Why settings cannot be kept, such as a missing folder; absent: they can. */
  readonly unsaved?: string | undefined;
  readonly languages: readonly LanguageState[];
  readonly content: {
    readonly version: string;
    readonly tours: readonly TourState[];
    readonly packs: readonly PackState[];
    readonly faults: readonly FaultState[];
  };
  /** Pictures on the drives and folders of packs that may be the clinic's logo: where they are. */
  readonly logoChoices: readonly string[];
  readonly printing: PrintingState;
  readonly health: Health;
  /** Newest month first. */
  readonly use: readonly MonthOfUse[];
}

export interface LogExport {
  /** Where the file has been put. */
  readonly file: string;
}

/** What the page counts. */
export const Use = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('visit') }),
  z.strictObject({ what: z.enum(['tour-opened', 'tour-finished']), tour: z.string().max(80) }),
]);
export type Use = z.infer<typeof Use>;

/** What the page tells of itself every few seconds. */
export const Beat = z.strictObject({ /** Whether somebody is using it. */ used: z.boolean() });
export type Beat = z.infer<typeof Beat>;

/** How this machine draws, as the page has measured it: of the machine, and of nobody who uses it. */
export const Measured = z.strictObject({
  renderer: z.string().max(200),
  drawing: z.enum(['live', 'stills', 'none']),
  frameMs: z.number().min(0).max(60_000),
}) satisfies z.ZodType<MeasuredDrawing>;

/** A fault of the page, for the log: never anything of a visitor. */
export const PageFault = z.strictObject({
  what: z.string().max(2000),
  where: z.string().max(4000).optional(),
});
export type PageFault = z.infer<typeof PageFault>;
