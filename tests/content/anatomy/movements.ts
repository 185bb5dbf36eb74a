/** Which muscles make which movement, on which side: what every diagram has to agree with. Sides are the patient's. */

export interface Movement {
  readonly diagram: string;
  readonly pose: string;
  /** The pose that it starts from. */
  readonly from: string;
  /** Section of the facts. */
  readonly fact: string;
  /** Work in it. */
  readonly works: readonly string[];
  /** May not work in it: they would do the opposite, or which side they turn to is disputed (H18). */
  readonly rests: readonly string[];
  /** Drawn muscles that have to be shorter than in `from`. */
  readonly shortens: readonly string[];
  /** Which way a part goes: cm along x (patient's left +), y (down +), z (towards the viewer +); only its sign counts. */
  readonly goes?: readonly { readonly part: string; readonly axis: 'x' | 'y' | 'z'; readonly sign: 1 | -1 }[];
}

/** Both of each pair. */
export const both = (...bases: string[]): string[] =>
  bases.flatMap((base) => [`${base}.left`, `${base}.right`]);

export const MOVEMENTS: readonly Movement[] = [
  {
    diagram: 'neck',
    pose: 'turn-right',
    from: 'rest',
    fact: 'C2, H18',
    works: ['sternocleidomastoid.left', 'splenius-capitis.right', 'obliquus-capitis-inferior.right'],
    rests: [
      'sternocleidomastoid.right',
      'splenius-capitis.left',
      'obliquus-capitis-inferior.left',
      ...both('trapezius', 'semispinalis-capitis', 'longus'),
    ],
    shortens: ['sternocleidomastoid.left', 'splenius-capitis.right', 'obliquus-capitis-inferior.right'],
  },
  {
    diagram: 'neck',
    pose: 'turn-left',
    from: 'rest',
    fact: 'C2, H18',
    works: ['sternocleidomastoid.right', 'splenius-capitis.left', 'obliquus-capitis-inferior.left'],
    rests: [
      'sternocleidomastoid.left',
      'splenius-capitis.right',
      'obliquus-capitis-inferior.right',
      ...both('trapezius', 'semispinalis-capitis', 'longus'),
    ],
    shortens: ['sternocleidomastoid.right', 'splenius-capitis.left', 'obliquus-capitis-inferior.left'],
  },
  {
    diagram: 'neck',
    pose: 'tilt-right',
    from: 'rest',
    fact: 'C2',
    works: ['splenius-capitis.right', 'sternocleidomastoid.right', 'levator-scapulae.right'],
    rests: ['splenius-capitis.left', 'sternocleidomastoid.left', 'levator-scapulae.left', 'scalenes.left'],
    shortens: ['splenius-capitis.right', 'sternocleidomastoid.right', 'levator-scapulae.right'],
  },
  {
    diagram: 'neck',
    pose: 'tilt-left',
    from: 'rest',
    fact: 'C2',
    works: ['splenius-capitis.left', 'sternocleidomastoid.left', 'levator-scapulae.left'],
    rests: [
      'splenius-capitis.right',
      'sternocleidomastoid.right',
      'levator-scapulae.right',
      'scalenes.right',
    ],
    shortens: ['splenius-capitis.left', 'sternocleidomastoid.left', 'levator-scapulae.left'],
  },
  {
    diagram: 'neck',
    pose: 'forward',
    from: 'rest',
    fact: 'C2',
    works: both('sternocleidomastoid', 'scalenes', 'longus'),
    rests: both('splenius-capitis', 'semispinalis-capitis', 'trapezius'),
    shortens: both('sternocleidomastoid', 'longus'),
  },
  {
    diagram: 'neck',
    pose: 'back',
    from: 'rest',
    fact: 'C2',
    works: both('splenius-capitis', 'semispinalis-capitis', 'trapezius'),
    rests: both('sternocleidomastoid', 'scalenes', 'longus'),
    shortens: both('splenius-capitis', 'semispinalis-capitis'),
  },
  {
    diagram: 'eyes',
    pose: 'blink',
    from: 'open',
    fact: 'C1',
    works: both('orbicularis-pretarsal', 'orbicularis-preseptal'),
    rests: [...both('orbicularis-orbital', 'corrugator', 'frontalis', 'levator-palpebrae'), 'procerus'],
    shortens: both('orbicularis-pretarsal'),
  },
  {
    diagram: 'eyes',
    pose: 'squeeze',
    from: 'open',
    fact: 'C1',
    works: [
      ...both('orbicularis-pretarsal', 'orbicularis-preseptal', 'orbicularis-orbital', 'corrugator'),
      'procerus',
    ],
    rests: both('frontalis', 'levator-palpebrae'),
    shortens: [
      ...both('orbicularis-pretarsal', 'orbicularis-preseptal', 'orbicularis-orbital', 'corrugator'),
      'procerus',
    ],
  },
  {
    diagram: 'eyes',
    pose: 'brow-raise',
    from: 'squeeze',
    fact: 'C1',
    works: both('frontalis', 'orbicularis-pretarsal'),
    rests: [],
    shortens: both('frontalis'),
  },
];
