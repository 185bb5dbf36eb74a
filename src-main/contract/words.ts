/**
 * Words without structure: what the files of `locales/<tag>/` hold.
 * A text may carry glossary terms, `[[term-id|words as they stand]]`; see `rich-text.ts`.
 */
import { z } from 'zod';
import { Id, LocaleTag } from './ids.ts';

const Text = z.string().trim().min(1, 'must not be empty').max(2000, 'must be at most 2000 characters');

/** `locale.json`: what a locale is called, which way it runs, and whom it borrows words from. */
export const LocaleFile = z.strictObject({
  tag: LocaleTag,
  /** The language's name in its own script, as its readers look for it. */
  name: Text,
  dir: z.enum(['ltr', 'rtl']),
  /** Locales asked, in this order, for words that this one lacks. English is always asked last. */
  fallback: z.array(LocaleTag).default([]),
  /** The invitation of the attract loop, as in *Touch to begin*. */
  invitation: Text,
  /**
   * Rows of letters of the visitors' keyboard, from the top, left to right; a space parts a vowel sign from the letter before.
   * Absent: the letters of the glossary's terms in their order.
   */
  keyboard: z.array(Text.max(60)).min(1).max(5).optional(),
  /** Words that voices get wrong → what they are given instead, such as numbers that are called one by one. */
  speech: z.record(Text.max(60), Text.max(120)).optional(),
});

interface Tree {
  [key: string]: string | Tree;
}

/** `ui.json`: the words of the page, an i18next namespace; nested objects of texts, plural suffixes allowed. */
export const UiWords: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([Text, UiWords])));

/** The words of one part of a diagram, keyed by the part's id without its side. */
export const PartWords = z.strictObject({
  /** What the visitor's language calls the part in everyday speech or by its usual name. */
  name: Text,
  /** What it does, in a few words, as in *turns the head*. */
  does: Text.optional(),
  /** Its name among professionals, where that is another one. */
  technical: Text.optional(),
  /** The nerve that drives it. */
  nerve: Text.optional(),
});

/** `diagrams.json`: for each diagram the names of its parts. */
export const DiagramsWords = z.record(
  Id,
  z.strictObject({
    title: Text,
    /** One word for it, where many stand beside each other. */
    short: Text.max(16).optional(),
    parts: z.record(Id, PartWords),
    /** What clinicians call its poses; those that have a name are offered in consult. */
    poses: z.record(Id, Text.max(60)).optional(),
  }),
);

/** One entry of the glossary. */
export const TermWords = z.strictObject({
  term: Text,
  /** One line for lists. */
  short: Text,
  /** The plain meaning, two to four sentences. */
  plain: Text,
  /** How to say it, respelled for the reader; the stressed part in capitals. */
  say: Text.optional(),
  /** Other words for the same thing, searched with it. */
  synonyms: z.array(Text).default([]),
  /** What visitors may type for it and is not shown, such as names of brands. */
  find: z.array(Text).optional(),
});

/** `glossary.json`: term id → entry. */
export const GlossaryWords = z.record(Id, TermWords);

/** Who stands behind a text, shown on its first and last page. */
export const Review = z.strictObject({
  status: z.enum(['awaiting-clinician', 'awaiting-clinician-and-native', 'reviewed']),
  /** The role of whoever wrote it. */
  writer: Text.optional(),
  /** ISO date of its last change. */
  written: z.iso.date().optional(),
  /** The role of the reviewer; present once reviewed. */
  reviewer: Text.optional(),
  /** ISO date of the review. */
  date: z.iso.date().optional(),
  /** ISO date by which the text is to be looked at again. */
  next: z.iso.date(),
});

/** One step's words. `myth`, `body` and `urgent` together hold at most 60 words. */
export const StepWords = z.strictObject({
  title: Text,
  /** Something that is often said and is not so; `body` says how it is. */
  myth: Text.optional(),
  body: Text,
  /** What to do at once when something is wrong; shown apart from the body, so that it is not overlooked. */
  urgent: Text.optional(),
  /** What the picture shows, for people who cannot see it. */
  alt: Text,
});

/** `tours/<id>.json`: the words of one tour; `steps` is keyed by the step ids of its structure. */
export const TourWords = z.strictObject({
  title: Text,
  summary: Text,
  /** One sentence that makes a passer-by curious. */
  attract: Text,
  /** What is to be kept of the tour, one or two sentences that say again what a step has said; shown at its end. */
  remember: Text.optional(),
  steps: z.record(Id, StepWords),
  /** Questions for the doctor. */
  ask: z.array(Text).min(1).max(8),
  review: Review,
});

export type LocaleFile = z.infer<typeof LocaleFile>;
export type UiWords = z.infer<typeof UiWords>;
export type PartWords = z.infer<typeof PartWords>;
export type DiagramsWords = z.infer<typeof DiagramsWords>;
export type TermWords = z.infer<typeof TermWords>;
export type GlossaryWords = z.infer<typeof GlossaryWords>;
export type Review = z.infer<typeof Review>;
export type StepWords = z.infer<typeof StepWords>;
export type TourWords = z.infer<typeof TourWords>;
