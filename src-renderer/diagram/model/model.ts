/** What the landmarks of a diagram become: triangles for the graphics processor, and the numbers that move them. */
import type { Layer } from '../../../src-main/contract/diagram.ts';
import type { Material } from '../../../src-main/contract/shape-kinds.ts';
import type { ShapesFile } from '../../../src-main/contract/shapes.ts';

/**
 * Triangles of one material. Arrays hold n vertices; positions are centimetres with **y up**: the data's y, which grows
 * downwards, has been turned round.
 */
export interface Batch {
  readonly material: Material;
  /** Comes and goes with this layer; absent: always there. */
  readonly layer?: Layer | undefined;
  /** 4 × n: x, y, z, and how much the vertex follows its joint (0…1). */
  readonly positions: Float32Array;
  /** 4 × n: unit normal, and the ambient light that reaches the vertex (0…1). */
  readonly normals: Float32Array;
  /**
   * 4 × n. Muscle and hard parts: share across, share along, fascicles, bulge of the working belly (cm). Skin: distance to
   * the edge of each of three openings (cm, positive is skin; 1000 where there is none), 1 on an ear.
   * Ink: across (−1…1), share along, opacity, 1 where soft. Paint: x, y (down) from its centre, distance below its upper
   * edge (cm), share along.
   */
  readonly uvs: Float32Array;
  /**
   * 4 × n. Muscle: seed of its fascicles, tone at rest, tendon share at origin and at insertion. Skin: in the second and
   * third place, number of the neighbouring part that gives way here, and the effort of that; in the first and last, the
   * same of a third part.
   */
  readonly surface: Float32Array;
  /** 4 × n: number of the part (place in `Model.parts` + 1; 0 is nothing that has a name), opacity, effort, joint. */
  readonly marks: Float32Array;
  /**
   * Of each form of the model, 6 × n: how far positions and normals go in it; of paint, in place of normals, how far the
   * first three of `uvs` go. Absent: the form leaves the batch alone.
   */
  readonly forms: readonly (Float32Array | undefined)[];
  readonly indices: Uint32Array;
  /** How paint is coloured. */
  readonly paint?: Paint;
  /** The parameter by which it fades in. */
  readonly appears?: string | undefined;
  /** The parameter by which a light runs along it, see `signal` of a shape. */
  readonly signal?: string | undefined;
  /** How deep below others it is still seen through them, cm, see `seen` of a shape. */
  readonly seen?: number | undefined;
  /** Does not glow through closed skin while it works. */
  readonly through?: false;
  /** Lies on a surface: drawn after it, in order, and lifted a little so that the two do not fight. */
  readonly laid?: true;
}

export interface Paint {
  /** From the centre outwards: cm, then red, green, blue 0…1. */
  readonly stops: readonly (readonly [number, number, number, number])[];
  readonly shade: number;
  readonly glint?: readonly [number, number, number] | undefined;
}

/** Everything of a diagram that is made once; from then on a pose and a camera are a handful of numbers. */
export interface Model {
  /** In the order of drawing. */
  readonly batches: readonly Batch[];
  /** Ids of the parts; a batch names them by place + 1. */
  readonly parts: readonly string[];
  /** Parent before child; `joint` of a batch's marks is the place. */
  readonly joints: readonly ModelJoint[];
  /** In the order of the batches' `forms`. */
  readonly forms: readonly ModelForm[];
  /** Part → where its callout would like to sit (x, y up, z), what it follows (w, joint), and what its forms add. */
  readonly labels: Readonly<Record<string, Label>>;
  /** Centre (y up), radius, joint: they shade what lies beside them. */
  readonly shades: readonly {
    readonly ball: readonly [number, number, number, number];
    readonly joint: number;
    /** Of each form, how far the ball goes and how much its radius grows. */
    readonly forms: readonly (readonly [number, number, number, number] | undefined)[];
  }[];
  readonly light: ShapesFile['light'];
  readonly fade: ShapesFile['fade'];
  /** Names of the openings of the skin, in the order of the first three numbers of a skin's `uvs`; at most three. */
  readonly windows: readonly string[];
}

export interface ModelJoint {
  readonly id: string;
  /** Place of the parent; −1 for none. */
  readonly parent: number;
  /** y up. */
  readonly foot: readonly [number, number, number];
  readonly head: readonly [number, number, number];
  readonly turns: readonly {
    readonly parameter: string;
    /** A direction is of length 1, y up. */
    readonly axis: 'x' | 'y' | 'z' | readonly [number, number, number];
    readonly degrees: number;
  }[];
  /** y up. */
  readonly moves: readonly { readonly parameter: string; readonly by: readonly [number, number, number] }[];
  /** Of each form, how far foot and head go. */
  readonly forms: readonly (
    | {
        readonly foot: readonly [number, number, number];
        readonly head: readonly [number, number, number];
      }
    | undefined
  )[];
}

export interface ModelForm {
  readonly id: string;
  readonly parameter: string;
  readonly from: number;
  readonly at: number;
  readonly to?: number | undefined;
}

export interface Label {
  readonly point: readonly [number, number, number];
  readonly follows: number;
  readonly joint: number;
  readonly forms: readonly (readonly [number, number, number] | undefined)[];
}

/** A pose as numbers: parameters, and how hard each part works. What is not named is 0. */
export interface Numbers {
  readonly parameters: Readonly<Record<string, number>>;
  readonly activation: Readonly<Record<string, number>>;
}

/** Where the eye stands: degrees, cm; `centre` with y **down**, as in the data. */
export interface Eye {
  readonly orbit: number;
  readonly elevation: number;
  readonly centre: readonly [number, number, number];
  readonly height: number;
}

/** Everything that a picture depends on, besides its model. */
export interface Look {
  readonly numbers: Numbers;
  readonly eye: Eye;
  /** Parts that are not drawn. */
  readonly without: readonly string[];
  /** How far each opening of the skin stands open, 0…1, in the order of `Model.windows`. */
  readonly windows: readonly number[];
  /** Layers laid aside. */
  readonly hidden: readonly Layer[];
  /** The part that the visitor has chosen; it stands out, and others step back. */
  readonly selected?: string | undefined;
  /** How clearly the outline of the resting pose shows behind the present one, 0…1. */
  readonly ghost: number;
}

/** What is neither muscle nor skin, in the order in which a shader tells them apart. */
export const HARD_MATERIALS: readonly Batch['material'][] = [
  'bone',
  'cartilage',
  'membrane',
  'nerve',
  'vessel',
  'mucosa',
];
