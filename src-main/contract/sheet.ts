/**
 * The take-home sheet: what the page asks to have on paper, and what the print view gets of it.
 *
 * | request                      | body    | answer                                                             |
 * | ---------------------------- | ------- | ------------------------------------------------------------------ |
 * | `POST /sheet`                | `Sheet` | `SheetAnswer`, when it is handed over; 404 `print-none`, 409 `print-busy` |
 * | `DELETE /sheet`              |         | 204; whatever was held of a sheet is gone                          |
 * | `GET /sheet/<ticket>`        |         | the print view, once                                               |
 * | `POST /sheet/<ticket>/ready` |         | 204; the view is laid out                                          |
 *
 * The ticket is known to the host alone, which opens the view with it.
 */
import { z } from 'zod';
import { LocaleTag } from './ids.ts';
import type { Review } from './words.ts';

/** The most that one sheet weighs, bytes: its pictures, and more words than two pages hold. */
export const MOST_SHEET_BYTES = 9 * 1024 * 1024;

export const MOST_PICTURES = 4;
/** Of one picture as PNG. */
export const MOST_PICTURE_BYTES = 1_500_000;
/** Of one picture's side, px. */
export const MOST_PICTURE_SIDE = 2400;
/** Visitors tick what they want to ask, and none of it is left out. */
export const MOST_QUESTIONS = 60;

/** A text, and where it was borrowed from another language, its language and direction. */
const Run = z.strictObject({
  text: z.string().trim().min(1).max(1000),
  lang: LocaleTag.optional(),
  dir: z.enum(['ltr', 'rtl']).optional(),
});

const SideOfPicture = z.enum(['patient-left', 'patient-right', 'front', 'back']);

const Picture = z.strictObject({
  /** PNG in base64. */
  png: z
    .string()
    .max(Math.ceil(MOST_PICTURE_BYTES / 3) * 4)
    .regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/, 'must be a PNG in base64'),
  title: Run,
  /** What lies at its left and at its right, where it has sides. */
  sides: z.strictObject({ left: SideOfPicture, right: SideOfPicture }).optional(),
  /** Names of what it shows at work. */
  names: z.array(Run).max(12),
});

/** What shall be on paper. Nothing of it says who the visitor is. */
export const Sheet = z.strictObject({
  /** The visitor's language. */
  locale: LocaleTag,
  title: Run,
  pictures: z.array(Picture).max(MOST_PICTURES),
  /** What is to be kept. */
  sentences: z.array(Run).max(8),
  /** What the visitor means to ask, under the titles of the tours that ask it. */
  questions: z
    .array(z.strictObject({ of: Run, asks: z.array(Run).min(1).max(20) }))
    .max(24)
    .refine((all) => all.flatMap(({ asks }) => asks).length <= MOST_QUESTIONS, 'must be fewer questions'),
  words: z
    .array(
      z.strictObject({
        term: Run,
        /** In one line. */ short: Run,
        /** In two to four sentences. */ plain: Run,
      }),
    )
    .max(24),
  /** Citations, as in `assets/sources.json`. */
  sources: z.array(z.string().trim().min(1).max(600)).max(40),
  review: z.strictObject({
    status: z.enum(['awaiting-clinician', 'awaiting-clinician-and-native', 'reviewed']),
    reviewer: Run.optional(),
    date: z.iso.date().optional(),
  }) satisfies z.ZodType<{ status: Review['status'] }>,
});

export type Run = z.infer<typeof Run>;
export type SheetPicture = z.infer<typeof Picture>;
export type PictureSide = z.infer<typeof SideOfPicture>;
export type Sheet = z.infer<typeof Sheet>;

/** What a printer needs somebody for. Each is told to the visitor in one sentence (`print.trouble` in `ui.json`). */
export const PRINT_TROUBLES = ['paper', 'ink', 'jam', 'away', 'refused', 'view', 'folder'] as const;
export type PrintTrouble = (typeof PRINT_TROUBLES)[number];

export interface SheetAnswer {
  /** What stands in the way; absent: the printer has the sheet. */
  readonly trouble?: PrintTrouble | undefined;
}

/** What the print view is given, written into it as JSON. */
export interface SheetView {
  readonly sheet: Sheet;
  readonly dir: 'ltr' | 'rtl';
  readonly paper: 'a4' | 'letter';
  readonly clinic: { readonly name?: string | undefined; readonly contact: readonly string[] };
  /** Version of the content. */
  readonly version: string;
  /** The day of printing on the clinic's clock, `YYYY-MM-DD`. */
  readonly date: string;
  /** Texts of `ui.json` by their dotted keys, and where one was borrowed, its language. */
  readonly words: Readonly<Record<string, Run>>;
  /** Where the view says that it is laid out. */
  readonly ready: string;
}
