/**
 * The kinds of shape of which diagrams are drawn, see `shapes.ts`. Centimetres; x to the patient's left, y **down**, z
 * towards the viewer.
 */
import { z } from 'zod';
import { Layer, Point } from './diagram.ts';
import { Id } from './ids.ts';

export const centimetres = z.number().min(-300).max(300);
export const share = z.number().min(0).max(1);
export const size = z.number().min(0.001).max(100);

/** `[x, y, z]`, and how much the point follows the moving end of its joint: 0 not at all, 1 wholly. Absent: 0. */
export const Landmark = z.union([Point, z.tuple([centimetres, centimetres, centimetres, share])]);

/** A point of a drawing laid on a surface: `[x, y]`, cm; the surface gives the depth. */
const Flat = z.tuple([centimetres, centimetres]);

const Line = z.union([z.array(Landmark).min(2).max(40), z.array(Flat).min(2).max(40)]);

/** Rows `[x, y]`, x rising: a smooth curve through them, level beyond both ends. */
export const Table = z
  .array(z.tuple([z.number().min(-1000).max(1000), z.number().min(-1000).max(1000)]))
  .min(2)
  .max(80);

export const Material = z.enum([
  'muscle',
  'bone',
  'cartilage',
  'membrane',
  'mucosa',
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
  /**
   * The layer with which it comes and goes, where it draws no part or a region, as a muscle of an arm; of another part, the
   * part's. Absent: always there.
   */
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
  /** Of a muscle: glows through closed skin while it works. Not where the skin over it is a region that works itself. */
  through: z.boolean().default(true),
  /** The parameter by which it fades in, 0 to 1; absent: always there. */
  appears: Id.optional(),
  /**
   * Of tubes and sheets of a hard material, as a nerve: the parameter by which a light runs along it, at its beginning near
   * 0 and at its end near 1; at 0 and at 1 there is none.
   */
  signal: Id.optional(),
  /**
   * Of a hard material: how deep below skin or other parts it is still seen through them, cm; itself faintly, a signal on
   * its way clearly. 0 not at all.
   */
  seen: z.number().min(0).max(30).default(0),
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
  /** How far its middle lies outwards of the straight way between its edges, cm: the wall of a hollow. Not of what is laid on a surface. */
  bow: z.number().min(-5).max(5).default(0),
  /** Thickness of the inner face, as a share of the outer one. */
  inner: share.default(0.35),
  /** Fascicles drawn across it. */
  fascicles: z.int().min(0).max(80).default(0),
  /** Share of the length that is tendon, at origin and insertion. */
  tendon: z.tuple([share, share]).default([0, 0]),
  /** Brightness at rest; deeper muscles are darker. Hard parts are at 0.4 as their material is. */
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
  /** Degrees by which its section is turned about its path, anticlockwise as one looks along it from its end. */
  roll: z.number().min(-180).max(180).default(0),
  /** How square its section is: 2 is an ellipse, more is squarer. */
  power: z.number().min(1).max(12).default(2),
  fascicles: z.int().min(0).max(80).default(0),
  /** As of a sheet. */
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

/** As a bell, of a side: at `[z, y]`, it rises outwards; its crest goes down by `slope` for each cm forwards. */
export const Flank = Bell;

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
export const Windows = z
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
export const Region = z.strictObject({
  part: Id,
  pair: z.boolean().default(false),
  at: Flat,
  /** Half width and half height, cm. */
  size: z.tuple([size, size]),
  /** It is whole up to this share of its half widths, and gone beyond the other. */
  fades: z.tuple([share, z.number().min(0.01).max(4)]).default([0.55, 1.25]),
  /** A callout of the part would like to sit in its middle. */
  label: z.boolean().default(false),
});

const loftLines = {
  relief: z
    .array(z.union([Bell, Ridge]))
    .max(80)
    .default([]),
};

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
  /**
   * A slit across its front that opens, as a mouth: its height and half its width. In its middle what lies above stays and
   * what lies below follows wholly; towards its ends both go over into `follows`.
   */
  slit: z.strictObject({ at: centimetres, half: size }).optional(),
  /** Over how many cm the curves are smoothed. */
  soften: z.number().min(0).max(5).default(0),
  /** Heights between which it is drawn. Absent: all. */
  between: z.tuple([centimetres, centimetres]).optional(),
  ...loftLines,
  /** Swellings and hollows of its sides, the same on both, as cheekbones. */
  flanks: z.array(Flank).max(40).default([]),
  /** Relief that a form adds, as for a cheek that rises. */
  forms: formsOf(loftLines),
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
  /**
   * Openings through which one looks under the skin, by name: chains of balls `[x, y, z, radius]`. What lies within one of
   * them is open; skin feathers into it.
   */
  windows: z.record(Id, z.array(limbLines.path).min(1).max(12)).default({}),
  /** Over how many cm from the edge of its openings it thins into them. */
  thins: z.number().min(0.5).max(20).default(1.5),
  /** Of a hard material: brightness at rest, as of a sheet. Absent: as its material is. */
  tone: share.optional(),
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
  /** The way that a line which lies on no surface looks, as a crease on a finger: it fades where it is seen from the side. */
  facing: Point.default([0, 0, 1]),
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
  /** Of the way from its middle to its line, the share over which it sinks into what lies below. */
  feather: share.default(0),
  forms: formsOf(fillLines),
});

export const Shape = z.discriminatedUnion('kind', [Sheet, Tube, Loft, Blend, Dish, Stroke, Fill]);

export type Landmark = z.infer<typeof Landmark>;
export type Material = z.infer<typeof Material>;
export type Shape = z.infer<typeof Shape>;
export type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;
export type Region = z.infer<typeof Region>;
