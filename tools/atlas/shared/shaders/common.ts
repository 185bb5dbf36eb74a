/**
 * GLSL shared by all passes. Light lives in view space, so the key always comes from the upper left,
 * as in a drawing.
 */
import { hexToRgb } from '../palette.ts';

const glslColour = (hex: string): string =>
  `vec3(${hexToRgb(hex)
    .map((x) => x.toFixed(4))
    .join(',')})`;

/** A piecewise linear colour ramp as a GLSL function `vec3 name(float tone)`. */
export const glslRamp = (name: string, colours: readonly string[]): string =>
  `vec3 ${name}(float t){t=clamp(t,0.,1.)*${(colours.length - 1).toFixed(1)};vec3 o=${glslColour(colours[0])};` +
  colours
    .slice(1)
    .map((c, i) => `o+=(${glslColour(c)}-${glslColour(colours[i])})*clamp(t-${i}.,0.,1.);`)
    .join('') +
  'return o;}';

export const HEADER = `#version 300 es
precision highp float;
`;

/**
 * Vertex side: attributes, and the pose that bends the chain of the neck.
 * `slots` is the number of activation slots.
 */
export const poseGlsl = (slots: number): string => `
in vec4 aPosition, aNormal, aUv, aMaterial;
in vec2 aPart;
uniform mat4 uViewProjection;
uniform mat3 uView;
uniform vec4 uRotation;            // axis and angle of the moving segment
uniform vec3 uChainFoot, uChainHead;
uniform float uActivation[${slots}];
uniform vec4 uOccluders[2];        // two balls (head) that shade the neck: centre, radius
uniform vec2 uPixel;               // size of a pixel in clip space
vec2 halfAngle, fullAngle;
void frame(float w) {
  float h = uRotation.w * w * .5;
  halfAngle = vec2(cos(h), sin(h));
  fullAngle = vec2(halfAngle.x * halfAngle.x - halfAngle.y * halfAngle.y, 2. * halfAngle.x * halfAngle.y);
}
vec3 turn(vec3 v, vec2 a) {
  return v * a.x + cross(uRotation.xyz, v) * a.y + uRotation.xyz * (dot(uRotation.xyz, v) * (1. - a.x));
}
vec3 posed(vec3 p, float w) {
  frame(w);
  vec3 link = (uChainHead - uChainFoot) * w;
  return uChainFoot + turn(link, halfAngle) + turn(p - uChainFoot - link, fullAngle);
}
float shade(vec3 p, vec3 n) {
  float o = 1.;
  for (int i = 0; i < 2; i++) {
    vec3 d = uOccluders[i].xyz - p;
    float l2 = dot(d, d), r2 = uOccluders[i].w * uOccluders[i].w;
    o *= 1. - clamp(max(0., .42 + .58 * dot(n, d) * inversesqrt(l2)) * r2 / l2, 0., .9);
  }
  return o;
}
float activation() { int k = int(aMaterial.x); return k < 0 ? 0. : uActivation[k]; }
`;

/** Fragment side: the two lights, a hash, a fine film grain. */
export const LIGHT_GLSL = `
uniform float uPixelScale, uMood, uGrain;
const vec3 KEY = vec3(-.480, .500, .720), FILL = vec3(.957, .106, .270);
float hash(float n) { n = fract(n * .1031 + .0137); n *= n + 33.33; n *= n + n; return fract(n); }
float grain() {
  vec2 q = floor(gl_FragCoord.xy);
  return (fract(52.9829189 * fract(dot(q, vec2(.06711056, .00583715)))) - .5) * uGrain;
}
`;
