/** Structure without words: what the files of `assets/` hold. */
import { z } from 'zod';
import { BaseFactId, FactId, Id, PartId } from './ids.ts';

/** What the stage shows: a pose of a diagram, seen by one of its cameras. */
const Scene = z.strictObject({
  diagram: Id,
  pose: Id,
  camera: Id,
  /** A motion of the diagram that the visitor may play. */
  motion: Id.optional(),
  /** Parts named by callouts, most important first. Few: each more multiplies the ways to lay them out. */
  show: z.array(PartId).max(5).default([]),
  /** Parts that the step speaks of as working now; drawn in coral, marked also by a ring. */
  mark: z.array(PartId).max(8).default([]),
});

/**
 * What writers, illustrators and reviewers note of a step; the kiosk passes it over. Sentences stand as they are read in
 * English, without the brackets of terms.
 */
const Notes = z.strictObject({
  /** Fact of the base document → the one sentence that teaches it. */
  teaches: z.record(BaseFactId, z.string().min(1)).optional(),
  /** Sentences that rest on no source that was seen, and the line of the dossier from which they come. */
  needsReview: z.array(z.strictObject({ sentence: z.string().min(1), line: z.string().min(1) })).optional(),
  /** The picture that the step should have, while the atlas has no such picture. */
  wants: z
    .strictObject({
      diagram: Id,
      pose: Id,
      show: z.array(PartId).max(5).default([]),
      note: z.string().min(1),
    })
    .optional(),
});

/** One step of a tour. */
export const Step = z.strictObject({
  id: Id,
  ...Scene.shape,
  /** Glossary terms that the step explains, in the order of their chips. */
  terms: z.array(Id).default([]),
  /** Facts that the step teaches. */
  facts: z.array(FactId).min(1),
  /** Keys of `sources.json`. */
  sources: z.array(z.string()).default([]),
  /** The box of signs of an emergency stands above the words; it is the same wherever it stands. */
  emergency: z.boolean().optional(),
  ...Notes.shape,
});

/** `assets/tours/<id>.json`: one tour. The file's name is the tour's id. */
export const TourFile = z.strictObject({
  /** Place in lists; equal numbers are ordered by id. */
  order: z.number().int(),
  /** The part of the home picture that leads to this tour, if it is about a place in the body. */
  place: PartId.optional(),
  /** What the attract loop shows for this tour. */
  scene: Scene,
  steps: z.array(Step).min(1).max(12),
  /** Tours offered at the end. */
  related: z.array(Id).default([]),
});

/** `assets/home.json`: the picture on which places in the body are touched. */
export const HomeFile = z.strictObject({ diagram: Id, pose: Id, camera: Id });

/** `assets/sources.json`: source key → citation, the same in every language. */
export const SourcesFile = z.record(
  z.string().regex(/^[A-Z][A-Z0-9-]*$/, 'must be a source key such as CHAN'),
  z.string().min(1),
);

/** `bundle.json` of a content pack: its files with their SHA-256; renamed into place last, so its presence means whole. */
export const PackFile = z.strictObject({
  /** Packs of one name replace each other. */
  name: Id.max(60),
  /** For people. */
  version: z.string().min(1).max(60),
  /** Larger is newer. Of packs brought by hand only a newer one is taken. */
  sequence: z.int().min(0).default(0),
  /** Path relative to the pack, with forward slashes → SHA-256 in hexadecimal. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal')),
});

/** `bundle.sig` beside it: the Ed25519 signature of the exact bytes of `bundle.json`. */
export const SignatureFile = z.strictObject({
  /** Says which public key: the first 16 digits of the SHA-256 of its 32 bytes. */
  key: z.string().regex(/^[0-9a-f]{16}$/, 'must be 16 digits of a SHA-256 in hexadecimal'),
  // The four bits that no byte needs are zero, so that a signature has one form only.
  signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/, 'must be 64 bytes in base64'),
});

export type Scene = z.infer<typeof Scene>;
/** A step as the kiosk uses it. */
export type Step = Omit<z.infer<typeof Step>, keyof z.infer<typeof Notes>>;
export type TourFile = z.infer<typeof TourFile>;
export type HomeFile = z.infer<typeof HomeFile>;
export type SourcesFile = z.infer<typeof SourcesFile>;
export type PackFile = z.infer<typeof PackFile>;
export type SignatureFile = z.infer<typeof SignatureFile>;
export type PartId = z.infer<typeof PartId>;
