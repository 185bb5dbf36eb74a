/**
 * `assets/diagrams/<id>/shapes.json`: the landmarks of which a diagram is drawn. Centimetres; x to the patient's left,
 * y **down**, z towards the viewer; where the origin lies is said in `frame`. The engine that draws them knows no
 * anatomy: it knows sheets (muscles, plates), tubes (bones, vessels, nerves), lofts (skin in sections), blends (limbs that
 * melt into one skin), dishes (ears), strokes (ink) and fills (spots of colour).
 */
import { z } from 'zod';
import { Id, PartId } from './ids.ts';
import { Layer, Point } from './diagram.ts';

const centimetres = z.number().min(-300).max(300);
const share = z.number().min(0).max(1);
const size = z.number().min(0.001).max(100);

/** `[x, y, z]`, and how much the point follows the moving end of its joint: 0 not at all, 1 wholly. Absent: 0. */
export const Landmark = z.union([Point, z.tuple([centimetres, centimetres, centimetres, share])]);

/** A point of a drawing laid on a surface: `[x, y]`, cm; the surface gives the depth. */
const Flat = z.tuple([centimetres, centimetres]);

const Line = z.union([z.array(Landmark).min(2).max(40), z.array(Flat).min(2).max(40)]);

/** Rows `[x, y]`, x rising: a smooth curve through them, level beyond both ends. */
const Table = z
  .array(z.tuple([z.number().min(-1000).max(1000), z.number().min(-1000).max(1000)]))
  .min(2)
  .max(80);

export const Material = z.enum([
  'muscle',
  'bone',
  'cartilage',
  'membrane',
  'nerve',
  'vessel',
  'skin',
  'ink',
  'paint',
]);

const common = {
  /** Names the shape, for `on` of others. */
  id: Id.optional(),
  /** The part that it draws, without side; a pair may also draw one part twice. Absent: something that has no name. */
  part: Id.optional(),
  /** The layer with which it comes and goes, where it draws no part; of a part, the part's. Absent: always there. */
  layer: Layer.optional(),
  /** Authored for the patient's left, drawn on both sides. */
  pair: z.boolean().default(false),
  /** Authored from the midline to the patient's left; the other half is its mirror image. */
  halved: z.boolean().default(false),
  /**
   * The joint that its landmarks follow; of a pair, each side follows its own where there are `<joint>-left` and
   * `<joint>-right`. Absent: that of the surface that it is laid on, else the first of the diagram.
   */
  joint: Id.optional(),
  material: Material,
  /** Of the part's activation, the share that reaches this shape. */
  effort: share.default(1),
  /** The parameter by which it fades in, 0 to 1; absent: always there. */
  appears: Id.optional(),
  /** Where a callout of the part would like to sit: share across (or round), share along. Of several shapes of a part, the first counts. */
  label: z.tuple([share, share]).optional(),
  /** How finely it is made, 0.25 coarse to 4 fine. */
  detail: z.number().min(0.25).max(4).default(1),
};

const formsOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.record(Id, z.strictObject(shape)).default({} as never);

const laid = {
  /** The surface that it is laid on (the id of a loft, blend); its lines are then `[x, y]`. */
  on: Id.optional(),
  /** Above the surface, cm. */
  lift: z.number().min(-5).max(5).default(0.02),
};

const sheetLines = { edges: z.tuple([Line, Line]) };

/** A body between two edge lines from origin to insertion: a muscle, a plate, a ring round an eye. */
const Sheet = z.strictObject({
  ...common,
  ...laid,
  kind: z.literal('sheet'),
  ...sheetLines,
  /** The edges run back into their beginning. */
  closed: z.boolean().default(false),
  /** How crisp the corners at the ends of a closed line are (its first and middle point), 0 round to 1: inner, outer edge. */
  crisp: z.tuple([share, share]).default([0, 0]),
  /** Of the belly, cm. */
  thickness: size,
  /** `belly` swells in the middle; `plate` is even. */
  profile: z.enum(['belly', 'plate']).default('belly'),
  /** Thickness of the inner face, as a share of the outer one. */
  inner: share.default(0.35),
  /** Fascicles drawn across it. */
  fascicles: z.int().min(0).max(80).default(0),
  /** Share of the length that is tendon, at origin and insertion. */
  tendon: z.tuple([share, share]).default([0, 0]),
  /** Brightness at rest; deeper muscles are darker. */
  tone: share.default(0.4),
  /** How far the working belly rises, cm. Absent: grows with the thickness. */
  bulge: z.number().min(0).max(5).optional(),
  /** The depth from which it bellies away, z, cm. */
  axis: centimetres.default(-2),
  /**
   * Of the length or width over which its ends and edges fade into the skin: ends, edges. Of a closed sheet only the outer
   * edge fades; an edge on the midline never does.
   */
  feather: z.tuple([share, share]).default([0, 0]),
  forms: formsOf(sheetLines),
});

const tubeLines = {
  path: z.array(Landmark).min(2).max(40),
  /** At each point of the path, cm: one number, or across and up. */
  radii: z
    .array(z.union([size, z.tuple([size, size])]))
    .min(1)
    .max(40),
};

/** A rod along a path: a bone, a cartilage ring, a nerve. */
const Tube = z.strictObject({
  ...common,
  kind: z.literal('tube'),
  ...tubeLines,
  caps: z.boolean().default(true),
  fascicles: z.int().min(0).max(80).default(0),
  tone: share.default(0.4),
  /** Drawn again and again, each time moved on by `step`. */
  repeat: z.strictObject({ count: z.int().min(2).max(40), step: Landmark }).optional(),
  forms: formsOf(tubeLines),
});

/** A swelling or hollow of a surface: a bell at `[x, y]` with the given half widths, `rise` cm high. */
const Bell = z.strictObject({
  at: Flat,
  size: z.tuple([size, size]),
  rise: z.number().min(-5).max(5),
  /** Leans: how far down its crest goes for each cm outwards, as for a brow that falls outwards. */
  slope: z.number().min(-3).max(3).default(0),
});

/** A ridge along the midline, as a nose: rows `[y, height, half width]`. */
const Ridge = z.strictObject({
  ridge: z
    .array(z.tuple([centimetres, z.number().min(-5).max(10), size]))
    .min(2)
    .max(40),
  /** Of its flanks: 2 is a bell, more is steeper. */
  power: z.number().min(1).max(6).default(2),
});

/** Heights as tables over x, in front and behind; of rows from x = 0 on, the other side is the mirror image. */
const Heights = { front: Table, back: Table };

/**
 * Openings through which one looks under the skin, by name: the height y at which the skin begins below the opening.
 * Skin feathers into its opening.
 */
const Windows = z
  .record(
    Id,
    z.strictObject({
      ...Heights,
      /** The height at which skin above the opening ends, as a scalp over a neck. Absent: there is none above. */
      from: z.strictObject(Heights).optional(),
    }),
  )
  .default({});

/** A spot of a surface that is a part of its own: all of it within an ellipse, feathering out beyond. */
const Region = z.strictObject({
  part: Id,
  pair: z.boolean().default(false),
  at: Flat,
  /** Half width and half height, cm. */
  size: z.tuple([size, size]),
  /** A callout of the part would like to sit in its middle. */
  label: z.boolean().default(false),
});

/** A skin made of level sections, symmetrical about the midline, with relief in front. */
const Loft = z.strictObject({
  ...common,
  kind: z.literal('loft'),
  /** Half width, depth of the front, of the back and of the axis (z), by height. */
  width: Table,
  front: Table,
  back: Table,
  axis: Table,
  /** How square the sections are, by height: 2 is an ellipse, more is squarer. */
  power: Table,
  /** How much a height follows the joint. */
  follows: Table,
  /** Over how many cm the curves are smoothed. */
  soften: z.number().min(0).max(5).default(0),
  /** Heights between which it is drawn. Absent: all. */
  between: z.tuple([centimetres, centimetres]).optional(),
  relief: z
    .array(z.union([Bell, Ridge]))
    .max(80)
    .default([]),
  /** Rows and columns, and how much finer the front is. */
  grid: z.tuple([z.int().min(8).max(400), z.int().min(8).max(400)]).default([90, 120]),
  /** Share of the columns that lie on the front half. */
  frontal: share.default(0.5),
  /** Rows `[share, y]`: where the rows are dense. Absent: even. */
  rows: Table.optional(),
  windows: Windows,
  /** Spots of its front that are parts of their own. */
  regions: z.array(Region).max(12).default([]),
  /** Only lent to blends as a limb, not drawn itself. */
  lent: z.boolean().default(false),
});

const limbLines = {
  path: z
    .array(z.tuple([centimetres, centimetres, centimetres, size]))
    .min(1)
    .max(24),
};

/** A limb of a blend: balls `[x, y, z, radius]` along a path, joined; or the body of a loft. */
const Limb = z
  .strictObject({
    /** The part (region) that it is, without side. */
    part: Id.optional(),
    pair: z.boolean().default(false),
    joint: Id.optional(),
    path: limbLines.path.default([]),
    /** The loft that it is in place of a path; it follows its joint as the loft does. */
    loft: Id.optional(),
    /** How far below its own surface it lies, cm: a loft that is drawn itself hides it, except where other limbs melt in. */
    sunk: z.number().min(0).max(5).default(0),
    /** Weight of the joint along the path. */
    follows: z.tuple([share, share]).default([0, 0]),
    /** Made flatter: factors of width (x) and depth (z). */
    flat: z.tuple([size, size]).default([1, 1]),
    /** Over how many cm it melts into its neighbours. */
    melt: z.number().min(0).max(20).optional(),
    /** Taken away instead of added, as for a hollow. */
    hollow: z.boolean().default(false),
    label: share.optional(),
    forms: formsOf(limbLines),
  })
  .refine(({ path, loft }) => path.length > 0 !== (loft !== undefined), {
    error: 'needs either a path or a loft',
  });

/** A skin of limbs that melt into each other: a body, a hand. */
const Blend = z.strictObject({
  ...common,
  kind: z.literal('blend'),
  limbs: z.array(Limb).min(1).max(120),
  /** Over how many cm limbs melt into each other. */
  melt: z.number().min(0).max(20),
  /** Edge of the cells of which the skin is woven, cm. */
  cell: z.number().min(0.05).max(5),
});

/** A shell swept round a closed rim towards its centre, as an ear. */
const Dish = z.strictObject({
  ...common,
  kind: z.literal('dish'),
  rim: z.array(Point).min(4).max(60),
  centre: Point,
  outward: Point,
  /** How much it follows its joint. */
  follows: share.default(1),
  /** From the back over the rim to the middle: share of the radius, height cm, light 0…1. */
  section: z
    .array(z.tuple([z.number().min(0).max(2), z.number().min(-5).max(5), share]))
    .min(3)
    .max(40),
  /** Round the rim (0…1): how much the section is made calm there. */
  calm: Table.optional(),
});

const strokeLines = { points: Line };

/** A line of ink, or a soft shaded band, laid on a surface. */
const Stroke = z.strictObject({
  ...common,
  ...laid,
  kind: z.literal('stroke'),
  ...strokeLines,
  /** Half width, cm. */
  width: z.number().min(0.005).max(5),
  opacity: share,
  soft: z.boolean().default(false),
  /** Fine hairs along it instead of a band. */
  hairs: z.strictObject({ count: z.int().min(1).max(400), length: size, seed: z.int() }).optional(),
  forms: formsOf(strokeLines),
});

const fillLines = { line: Line };

/**
 * A spot of colour within a closed line from corner to corner and back, rings of colour round a centre: what shows between
 * two lids.
 */
const Fill = z.strictObject({
  ...common,
  ...laid,
  kind: z.literal('fill'),
  on: Id,
  ...fillLines,
  centre: Flat,
  /** From the centre outwards: `[cm, #rrggbb]`. */
  stops: z
    .array(z.tuple([z.number().min(0).max(100), z.string().regex(/^#[0-9a-f]{6}$/)]))
    .min(1)
    .max(24),
  /** Shade that its upper edge throws on it, cm. */
  shade: z.number().min(0).max(5).default(0),
  /** A small light at this place from the centre, of this radius. */
  glint: z.tuple([centimetres, centimetres, size]).optional(),
  forms: formsOf(fillLines),
});

export const Shape = z.discriminatedUnion('kind', [Sheet, Tube, Loft, Blend, Dish, Stroke, Fill]);

/** A chain that bends: a point of weight w lies between `foot` (stays) and `head` (moves) and turns by that share. */
const Joint = z.strictObject({
  parent: Id.optional(),
  foot: Point,
  head: Point,
  /**
   * Parameter → degrees about an axis for each unit of it. Positive: about x the front goes down (a nod), about y the front
   * goes to the patient's left, about z the top goes to the patient's right. The first is turned last.
   */
  turns: z
    .record(Id, z.strictObject({ axis: z.enum(['x', 'y', 'z']), degrees: z.number().min(-360).max(360) }))
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
    })
    .prefault({}),
  /**
   * Where a picture fades to nothing. Shares of its height: from none to full at the top, from full to none at the foot;
   * shares of its width from either side: from none to full.
   */
  fade: z
    .strictObject({
      top: z.tuple([share, share]).optional(),
      foot: z.tuple([share, share]).optional(),
      sides: z.tuple([share, share]).optional(),
    })
    .default({}),
});

/** `assets/shapes/<id>.json`: shapes that several diagrams draw. */
export const SharedShapesFile = ShapesFile.omit({ use: true });

export type Landmark = z.infer<typeof Landmark>;
export type Material = z.infer<typeof Material>;
export type Shape = z.infer<typeof Shape>;
export type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;
export type ShapesFile = z.infer<typeof ShapesFile>;
export type SharedShapesFile = z.infer<typeof SharedShapesFile>;
export type Use = z.infer<typeof Use>;
export type Region = z.infer<typeof Region>;
export type Joint = ShapesFile['joints'][string];
export type Form = ShapesFile['forms'][string];
