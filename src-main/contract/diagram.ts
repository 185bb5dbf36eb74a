/**
 * A diagram: what it consists of and how it can stand. Three files of `assets/diagrams/<id>/`: `diagram.json` (parts,
 * poses, motions, views: all that the page needs to speak about the picture), `shapes.json` (the landmarks of which the
 * picture is drawn, see `shapes.ts`) and `posters.json` (stills with the anchors of their callouts).
 */
import { z } from 'zod';
import { Id, PartId } from './ids.ts';

const pixels = z.number().min(0).max(8192);
const centimetres = z.number().min(-300).max(300);

/** A point `[x, y, z]`: cm, x to the patient's left, y **down**, z towards the viewer. */
export const Point = z.tuple([centimetres, centimetres, centimetres]);

/** What can be laid aside, outermost first. Parts of other layers are always drawn. */
export const Layer = z.enum(['skin', 'muscle', 'bone', 'cartilage', 'nerve', 'region']);

const Part = z.strictObject({
  layer: Layer,
  /** The glossary term that explains the part. */
  term: Id.optional(),
  /** The parameter by which it is there, in a diagram of several scenes; absent: always. Where it is not, it cannot be chosen. */
  appears: Id.optional(),
});

/** A number that a pose sets: an angle, a closure, a touch. 0 is rest. */
const Parameter = z.strictObject({
  least: z.number().min(-360).max(360).default(0),
  most: z.number().min(-360).max(360).default(1),
  /** A mirrored pose takes the opposite number, as for a turn; else the same, as for a bend. */
  sided: z.boolean().default(false),
});

/** Numbers of the parameters, and how hard the muscles work, 0 to 1. What is not named is 0. */
const Pose = z.union([
  z.strictObject({
    parameters: z.record(Id, z.number().min(-360).max(360)).default({}),
    activation: z.record(PartId, z.number().min(0).max(1)).default({}),
    /** The view from which it shows best, where that is not the one of the movement that leads to it. */
    view: Id.optional(),
  }),
  /** The mirror image of another pose: the left becomes the right. */
  z.strictObject({ mirrors: Id }),
]);

/** Where the eye stands. */
const View = z.strictObject({
  /** Degrees round the patient: 0 is in front, positive towards the patient's left, 180 behind. */
  orbit: z.number().min(-180).max(180),
  /** Degrees above the horizon. */
  elevation: z.number().min(-60).max(80).default(0),
  /** The point in the middle of the picture. */
  centre: Point,
  /** Height of what fits into the picture, cm. */
  height: z.number().min(1).max(400),
  /** Parts taken away in this view to show what lies under them. */
  without: z.array(PartId).default([]),
  /** Layers of `hidden` that are there in this view, as the nerves of a picture of nerves. */
  shows: z.array(Layer).optional(),
  /** Which opening of the skin stands open: see `window` of a loft. */
  window: Id.optional(),
  /**
   * The only side of the patient that is in the picture: the other is not marked beside it. `none`: a picture of several
   * people, or of things; no side is marked.
   */
  side: z.enum(['left', 'right', 'none']).optional(),
  /** Shown from its top to its foot, above the controls, as a figure on its feet; else it fills the stage. */
  whole: z.boolean().optional(),
});

/** A movement that lies over a motion. */
const Modifier = z.strictObject({
  /** `tremor` swings to and fro; `spasm` pulls in uneven, slow bursts. */
  kind: z.enum(['tremor', 'spasm']),
  parameter: Id,
  amplitude: z.number().min(-90).max(90),
  /** Swings, or bursts, a second. */
  hertz: z.number().min(0.05).max(8),
});

/** Poses on a time line. Played forward, held, and back again, or from its first pose anew. */
const Motion = z.strictObject({
  view: Id,
  poses: z.array(Id).min(2).max(48),
  /** From one pose to the next, ms. */
  stepMs: z.number().min(60).max(5000),
  /** Rest at either end, ms. */
  holdMs: z.number().min(0).max(10_000),
  /** Goes back the way that it came. If not, it begins anew, as a signal does that only runs one way. */
  returns: z.boolean().default(true),
  modifiers: z.array(Modifier).max(3).default([]),
  /** Stills from one pose to the next, for machines that cannot draw fast enough. */
  frames: z.int().min(1).max(12).default(1),
});

/** `assets/diagrams/<id>/diagram.json`. */
export const DiagramFile = z.strictObject({
  /** Width and height of every picture, px. */
  size: z.tuple([pixels, pixels]),
  /** Key → part; a part that is one of a pair is named twice, with `.left` and `.right`. In the order in which they are read. */
  parts: z.record(PartId, Part),
  /** Layers that a visitor may lay aside or add, outermost first. */
  layers: z.array(Layer).default([]),
  /** Those of `layers` that are not there to begin with. */
  hidden: z.array(Layer).default([]),
  /** How clearly the outline of the body at rest stands behind one that has moved, 0 not at all. */
  ghost: z.number().min(0).max(1).default(0),
  parameters: z.record(Id, Parameter).default({}),
  /** The first is rest. */
  poses: z.record(Id, Pose),
  /** The first is where the eye returns to. */
  views: z.record(Id, View),
  motions: z.record(Id, Motion).default({}),
});

/** Where a callout's ring stands on a picture: x and y in picture pixels, and whether the eye sees the part there. */
const Anchor = z.tuple([pixels, pixels, z.enum(['seen', 'hidden'])]);

const PictureFile = z
  .string()
  .regex(/^[a-z0-9.-]+\.(webp|png)$/, 'must be the name of a file beside posters.json');

/**
 * `assets/diagrams/<id>/posters.json`: stills of a diagram. Keyed `<pose>@<view>`, frames of a motion
 * `<motion>.<number>@<view>`, counted from 0.
 */
export const PostersFile = z.strictObject({
  /** Of which data they were drawn, see `tools/atlas`; stills of other data are passed over. Absent: drawn by hand. */
  of: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  pictures: z.record(
    z
      .string()
      .regex(/^[a-z0-9-]+(\.\d{1,3})?@[a-z0-9-]+$/, 'must be <pose>@<view> or <motion>.<number>@<view>'),
    z.strictObject({
      file: PictureFile,
      anchors: z.record(PartId, Anchor),
      /**
       * What lies under a finger: rows of runs from the top, a grid of `columns` × `rows` cells laid over the picture;
       * each run is `[part, length]`, the part a place in `names` (−1: nothing).
       */
      touch: z
        .strictObject({
          columns: z.int().min(1).max(512),
          rows: z.int().min(1).max(512),
          names: z.array(PartId).max(255),
          runs: z.array(z.tuple([z.int().min(-1).max(254), z.int().min(1).max(262_144)])).max(20_000),
        })
        .optional(),
    }),
  ),
});

export type Point = z.infer<typeof Point>;
export type Layer = z.infer<typeof Layer>;
export type DiagramFile = z.infer<typeof DiagramFile>;
export type Pose = z.infer<typeof Pose>;
export type View = z.infer<typeof View>;
export type Motion = z.infer<typeof Motion>;
export type Modifier = z.infer<typeof Modifier>;
export type Parameter = z.infer<typeof Parameter>;
export type PostersFile = z.infer<typeof PostersFile>;
export type PosterFile = PostersFile['pictures'][string];
