/**
 * `assets/diagrams/<id>/shapes.json`: the landmarks of which a diagram is drawn. Centimetres; x to the patient's left,
 * y **down**, z towards the viewer; where the origin lies is said in `frame`. The engine that draws them knows no
 * anatomy: it knows sheets (muscles, plates), tubes (bones, vessels, nerves), lofts (skin in sections), blends (limbs that
 * melt into one skin), dishes (ears), strokes (ink) and fills (spots of colour).
 */
import { z } from 'zod';
import { Point } from './diagram.ts';
import { Id, PartId } from './ids.ts';
import { centimetres, Flank, Landmark, Region, Shape, share, size, Table, Windows } from './shape-kinds.ts';

/** A chain that bends: a point of weight w lies between `foot` (stays) and `head` (moves) and turns by that share. */
const Joint = z.strictObject({
  parent: Id.optional(),
  foot: Point,
  head: Point,
  /**
   * Parameter → degrees about an axis for each unit of it. Positive: about x the front goes down (a nod), about y the front
   * goes to the patient's left, about z the top goes to the patient's right. An axis may also be a direction, as of a finger's
   * hinge: seen from where it points to, positive goes anticlockwise. The first is turned last.
   */
  turns: z
    .record(
      Id,
      z.strictObject({
        axis: z.union([z.enum(['x', 'y', 'z']), Point]),
        degrees: z.number().min(-360).max(360),
      }),
    )
    .default({}),
  /** Parameter → cm moved for each unit of it. */
  moves: z.record(Id, Point).default({}),
});

/** A form that shapes take on as a parameter goes from `from` over `at` (wholly) to `to` (left again, if given). */
const Form = z.strictObject({
  parameter: Id,
  from: z.number(),
  at: z.number(),
  to: z.number().optional(),
  /**
   * What the form makes of everything in the diagram, as a body that grows: by height y at rest, the y that it comes to,
   * and the factor of x and z.
   */
  grown: z.strictObject({ height: Table, girth: Table }).optional(),
});

/** Shared shapes, as they stand in this diagram. */
const Use = z.strictObject({
  shapes: Id,
  /** Leaned about the x axis through the origin, degrees; positive lifts the chin. */
  pitch: z.number().min(-180).max(180).default(0),
  /** Moved by, cm, after that. */
  move: Point.default([0, 0, 0]),
  /** Made larger, first of all. */
  scale: z.number().min(0.01).max(100).default(1),
  /** How much finer they are made. */
  detail: z.number().min(0.25).max(4).default(1),
  /** The joint that they follow, in place of those that they name. */
  joint: Id.optional(),
  /** Openings that their skins (lofts, by id) have in this diagram besides their own. */
  windows: z.record(Id, Windows).default({}),
  /** Regions that their lofts have here, besides their own; by the id of the loft. */
  regions: z.record(Id, z.array(Region).max(12)).default({}),
  /** Swellings of the sides that their lofts have here, besides their own; by the id of the loft. */
  flanks: z.record(Id, z.array(Flank).max(40)).default({}),
});

/** `assets/diagrams/<id>/shapes.json`. */
export const ShapesFile = z.strictObject({
  /** Where the origin lies, for people. */
  frame: z.string().min(1).max(400),
  /** Shared shapes of `assets/shapes/` that are drawn too, before its own. */
  use: z.array(Use).max(8).default([]),
  joints: z.record(Id, Joint).default({}),
  forms: z.record(Id, Form).default({}),
  shapes: z.array(Shape).max(400),
  /** Parts that have a place but no shape, or want their callout elsewhere. */
  labels: z.record(PartId, Landmark).default({}),
  /** Balls that shade what lies beside them, as a chin its neck: `[x, y, z, radius]`, and the joint that they follow wholly. */
  shades: z
    .array(
      z.strictObject({ ball: z.tuple([centimetres, centimetres, centimetres, size]), joint: Id.optional() }),
    )
    .max(4)
    .default([]),
  light: z
    .strictObject({
      /** Where the soft spot of light lies in the view from the front. */
      spot: Point.default([-3, 6, 9]),
      /** How fast it falls off: 0 everywhere the same. */
      fall: z.number().min(0).max(1).default(0.0026),
      /** Heights between which the picture sinks into the dark. */
      ground: z.tuple([centimetres, centimetres]).optional(),
      /** How much skin lies over a resting muscle, and its opacity then: for muscles seen through the skin. */
      veil: share.default(0),
      restOpacity: share.default(1),
      /** How far the skin at rest sinks back while a region of it works, so that this stands out also in grey. */
      sinks: share.default(0),
      /** How clearly skin that works is hatched in the shade: less where whole figures are small. Absent: wholly. */
      hatch: share.optional(),
      /** How much lighter hollows become where a view takes away what lies over them. */
      lift: share.default(0),
      /** How far the soft shadow of skin reaches onto what lies close behind it: 1 for a body, less for a hand. */
      contact: share.default(1),
      /** The same of what is hard, as bone: 0, none at all, where small hard things stand close together, as teeth. */
      hard: share.default(1),
      /** How far the shadow of what is hard, as a pen, falls aside of it in the picture: to the right and down, cm. */
      aside: z.tuple([z.number().min(-1).max(1), z.number().min(-1).max(1)]).default([0, 0]),
      /** The same of skin, as of fingers on keys. */
      falls: z.tuple([z.number().min(-1).max(1), z.number().min(-1).max(1)]).default([0, 0]),
    })
    .prefault({}),
  /**
   * Where a picture fades to nothing. Shares of its height: from none to full at the top, from full to none at the foot;
   * shares of its width from either side: from none to full; `left` and `right` of the picture in place of it.
   */
  fade: z
    .strictObject({
      top: z.tuple([share, share]).optional(),
      foot: z.tuple([share, share]).optional(),
      sides: z.tuple([share, share]).optional(),
      left: z.tuple([share, share]).optional(),
      right: z.tuple([share, share]).optional(),
    })
    .default({}),
});

/** `assets/shapes/<id>.json`: shapes that several diagrams draw. */
export const SharedShapesFile = ShapesFile.omit({ use: true });

export type ShapesFile = z.infer<typeof ShapesFile>;
export type SharedShapesFile = z.infer<typeof SharedShapesFile>;
export type Use = z.infer<typeof Use>;
export type Joint = ShapesFile['joints'][string];
export type Form = ShapesFile['forms'][string];
