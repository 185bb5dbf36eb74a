/**
 * The numbers of a picture: one uniform block (std140) that all programs share, so that a pose or a camera costs one small
 * upload. Here its layout, once for GLSL and once for the side that fills it.
 */

/** Most joints (with the one that never moves, 0), parts (with the nameless one, 0), forms and shades of a model. */
export const MOST = { joints: 25, parts: 256, forms: 8, shades: 4 } as const;

/** vec4s of a joint: foot, link, axis and angle, move, three rows of what its parents do. */
export const JOINT_ROWS = 7;

/** Name, GLSL type and length in vec4s, in order. */
const FIELDS = [
  ['uViewProjection', 'mat4', 4],
  ['uView', 'mat3', 3],
  /** Size of a pixel in clip space, height in px / 1000, px of a cm. */
  ['uPixel', 'vec4', 1],
  /** Where the eye is; how clearly skin that works is hatched. */
  ['uEye', 'vec4', 1],
  /** The soft spot of light, and how fast it falls off. */
  ['uSpot', 'vec4', 1],
  /** Heights (y up) between which the picture sinks into the dark; how hard the hardest muscle works; 1 while a part is chosen. */
  ['uGround', 'vec4', 1],
  /** How far each opening stands open. */
  ['uWindows', 'vec4', 1],
  /** How far skin at rest sinks back while a region of it works; how much lighter hollows are; veil; opacity of a resting muscle under it. */
  ['uTone', 'vec4', 1],
  ['uShades', `vec4 [${MOST.shades}]`, MOST.shades],
  ['uJoints', `vec4 [${MOST.joints * JOINT_ROWS}]`, MOST.joints * JOINT_ROWS],
  /** Of a part: activation, 1 if drawn, chosen (1), stepping back (−1) or neither (0). */
  ['uParts', `vec4 [${MOST.parts}]`, MOST.parts],
] as const;

export type Field = (typeof FIELDS)[number][0];

const places = new Map<Field, number>();
let length = 0;
for (const [name, , rows] of FIELDS) {
  places.set(name, length);
  length += rows * 4;
}

/** Floats of the block. */
export const BLOCK_LENGTH = length;

/** Where a field begins, in floats. */
export const placeOf = (field: Field): number => places.get(field) ?? 0;

export const BLOCK_GLSL = `layout(std140) uniform Picture {\n${FIELDS.map(([name, type]) => {
  const [base, size = ''] = type.split(' ');
  return `  ${base} ${name}${size};`;
}).join('\n')}\n};\n`;
