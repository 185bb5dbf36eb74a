/**
 * GLSL that all stages share. Light lives in view space, so the key always comes from the upper left, as in a drawing.
 */
import { BLOCK_GLSL, JOINT_ROWS, MOST } from '../block.ts';
import { hexToRgb } from '../palette.ts';

/** How far a signal's light reaches before its head and behind it, as shares of the way. */
const SIGNAL = { rise: 0.06, fall: 0.34 } as const;

/** Where no signal is. */
export const NO_SIGNAL = -9;

/** Where the head of a signal is that has come so far: at 0 and at 1 nothing of its light is on the way. */
export const signalHead = (progress: number): number =>
  progress <= 0 || progress >= 1 ? NO_SIGNAL : progress * (1 + SIGNAL.rise + SIGNAL.fall) - SIGNAL.rise;

export const HEADER = `#version 300 es
precision highp float;
precision highp int;
`;

const glslColour = (hex: string): string =>
  `vec3(${hexToRgb(hex)
    .map((x) => x.toFixed(4))
    .join(',')})`;

/** A tone ramp as a GLSL function `vec3 name(float tone)`: smooth between its colours, so that no band shows. */
export const glslRamp = (name: string, colours: readonly string[]): string => {
  const steps = colours.slice(1).map((colour, k) => {
    const difference = `(${glslColour(colour)}-${glslColour(colours[k] ?? colour)})`;
    return `o+=${difference}*clamp(t-${k}.,0.,1.);`;
  });
  return `vec3 ${name}(float t){t=clamp(t,0.,1.)*${(colours.length - 1).toFixed(1)};vec3 o=${glslColour(colours[0] ?? '#000000')};${steps.join('')}return o;}\n`;
};

/**
 * Vertex side: `pose()` fills `at` (world), `facing` (world normal), `state` and `act` from the attributes.
 * With `FORMS` the batch brings morph targets in a texture, two texels a vertex and form; with `BULGE` a working belly rises.
 */
export const POSE_GLSL = `${BLOCK_GLSL}
layout(location = 0) in vec4 aPosition;
layout(location = 1) in vec4 aNormal;
layout(location = 2) in vec4 aUv;
layout(location = 3) in vec4 aSurface;
layout(location = 4) in vec4 aMarks;
#ifdef FORMS
uniform highp sampler2D uForms;
uniform int uFormSlots;                    // forms that the texture holds
uniform int uFormCount;                    // forms at work
uniform vec2 uFormWork[${MOST.forms}];     // place in the texture, weight
#endif
vec3 at, facing; vec4 state; float act;
#ifdef PAINT
vec3 colourShift = vec3(0.);       // forms of paint move its colours, not its normals
#endif

vec3 swing(vec3 v, vec3 axis, float c, float s) {
  return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1. - c));
}

/** The chain bends: a link of weight w is swung by half its share of the angle, what hangs on it by the whole share. */
void bend(vec3 p, vec3 n, float w, int joint) {
  int k = joint * ${JOINT_ROWS};
  vec4 turn = uJoints[k + 2];
  vec3 foot = uJoints[k].xyz, link = uJoints[k + 1].xyz * w;
  float h = turn.w * w * .5, c = cos(h), s = sin(h), c2 = c * c - s * s, s2 = 2. * c * s;
  vec4 q = vec4(foot + swing(link, turn.xyz, c, s) + swing(p - foot - link, turn.xyz, c2, s2) + uJoints[k + 3].xyz * w, 1.);
  vec3 m = swing(n, turn.xyz, c2, s2);
  vec4 x = uJoints[k + 4], y = uJoints[k + 5], z = uJoints[k + 6];
  at = vec3(dot(x, q), dot(y, q), dot(z, q));
  facing = vec3(dot(x.xyz, m), dot(y.xyz, m), dot(z.xyz, m));
}

void pose() {
  state = uParts[int(aMarks.x + .5)];
  act = state.x * aMarks.z;
#ifdef SKIN
  // up to three regions share the skin between them
  vec4 beside = uParts[int(aSurface.y + .5)], third = uParts[int(aSurface.x + .5)];
  act += beside.x * aSurface.z + third.x * aSurface.w;
  state.z += (beside.z - state.z) * aSurface.z + (third.z - state.z) * aSurface.w;
#endif
  vec3 p = aPosition.xyz, n = aNormal.xyz;
#ifdef FORMS
  int width = textureSize(uForms, 0).x;
  for (int k = 0; k < uFormCount; k++) {
    int texel = (gl_VertexID * uFormSlots + int(uFormWork[k].x)) * 2;
    ivec2 place = ivec2(texel % width, texel / width);
    p += texelFetch(uForms, place, 0).xyz * uFormWork[k].y;
    vec3 second = texelFetch(uForms, place + ivec2(1, 0), 0).xyz * uFormWork[k].y;
#ifdef PAINT
    colourShift += second;
#else
    n += second;
#endif
  }
  n = normalize(n);
#endif
#ifdef BULGE
  p += n * aUv.w * act;
#endif
  bend(p, n, aPosition.w, int(aMarks.w + 1.5));
}

/** What is not drawn goes where no picture is. */
vec4 projected(vec3 p) { return state.y > .5 ? uViewProjection * vec4(p, 1.) : vec4(2., 2., 2., 1.); }

/** Nearer to the eye by so many cm, at the same place of the picture. */
vec3 nearer(vec3 p, float lift) { return p + normalize(uEye.xyz - p) * lift; }

/** Light that the shading balls leave. */
float shade(vec3 p, vec3 n) {
  float o = 1.;
  for (int i = 0; i < ${MOST.shades}; i++) {
    vec3 d = uShades[i].xyz - p;
    float l2 = max(dot(d, d), 1e-4), r2 = uShades[i].w * uShades[i].w;
    o *= 1. - clamp(max(0., .42 + .58 * dot(n, d) * inversesqrt(l2)) * r2 / l2, 0., .9);
  }
  return o;
}

/** Sinks into the dark towards the ground. */
float ground(vec3 p) { return mix(.38, 1., smoothstep(uGround.x, uGround.y, p.y)); }
`;

/**
 * A light that runs along what has a beginning and an end: `uSignal` is where its head is, as a share of the way; a short rise
 * before it, a long fall behind it, so that also a still tells which way it goes. See `signalHead`.
 */
export const SIGNAL_GLSL = `
uniform float uSignal;
float signalAt(float along) {
  float behind = uSignal - along;
  float l = behind < 0. ? smoothstep(-${SIGNAL.rise.toFixed(3)}, 0., behind) : 1. - smoothstep(0., ${SIGNAL.fall.toFixed(3)}, behind);
  return l * l;
}
/** Whether one is on its way at all, 0 to 1: what carries it is awake from its beginning to its end. */
float awake() { return smoothstep(-${SIGNAL.rise.toFixed(3)}, .12, uSignal) * (1. - smoothstep(1.1, ${(1 + SIGNAL.fall).toFixed(3)}, uSignal)); }
`;

/** Fragment side: the two lights, a hash, and a dither that hides the steps of eight bits. */
export const LIGHT_GLSL = `${BLOCK_GLSL}
const vec3 KEY = vec3(-.480, .500, .720), FILL = vec3(.957, .106, .270);
const vec3 HALF_KEY = vec3(-.2588, .2696, .9275);
float hash(float n) { n = fract(n * .1031 + .0137); n *= n + 33.33; n *= n + n; return fract(n); }
float dither() {
  return (fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(.06711056, .00583715)))) - .5) / 160.;
}
/** A chosen part stands out, the others step back. */
vec3 chosen(vec3 c, float choice) {
  vec3 far = mix(vec3(.70, 1.02, 1.) * dot(c, vec3(.3, .55, .15)), c, .5) * .66;
  return choice > 0. ? c * (1. + .22 * choice) + .02 * choice : mix(c, far, -choice);
}
`;
