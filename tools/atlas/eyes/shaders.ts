/** Fragment stages of the eyes only: the eyeball between the lids, and the glow in the skin. */
import { HEADER, LIGHT_GLSL, poseGlsl } from '../shared/shaders/common.ts';

export const eyeballVertex = (slots: number): string =>
  HEADER +
  poseGlsl(slots) +
  `
out vec3 vEye; out vec2 vLid;
void main() {
  vEye = aUv.xyz; vLid = aMaterial.xy;
  gl_Position = uViewProjection * vec4(posed(aPosition.xyz, aPosition.w), 1.);
}`;

/** Centimetres throughout; a calm, matt eye with one small light. */
export const eyeballFragment = (iris: number, pupil: number): string =>
  HEADER +
  LIGHT_GLSL +
  `
in vec3 vEye; in vec2 vLid; out vec4 colour;
void main() {
  vec2 p = vEye.xy; float r = length(p), side = vEye.z;
  float aa = fwidth(r);
  vec3 white = mix(vec3(.66, .67, .62), vec3(.30, .35, .34), smoothstep(.2, 1.7, r));
  white *= 1. - .25 * smoothstep(-.2, 1.4, p.x);
  float corner = 1. - smoothstep(.0, .14, vLid.y);
  white = mix(white, vec3(.56, .36, .31), corner * .8);
  float angle = atan(p.y, p.x);
  float rays = .5 + .5 * sin(angle * 37. + 3. * sin(angle * 5.)) * .6;
  vec3 ring = mix(vec3(.42, .40, .31), vec3(.28, .36, .34), smoothstep(.25, .75, r / ${iris.toFixed(3)}));
  ring *= .82 + .25 * rays;
  ring = mix(ring, vec3(.09, .15, .155), smoothstep(.78, 1., r / ${iris.toFixed(3)}));
  ring *= .8 + .45 * clamp(.5 + .6 * p.y, 0., 1.);
  vec3 c = mix(ring, white, smoothstep(${iris.toFixed(3)} - aa, ${iris.toFixed(3)} + aa + .03, r));
  c = mix(vec3(.035, .06, .065), c, smoothstep(${pupil.toFixed(3)} - aa, ${pupil.toFixed(3)} + aa + .015, r));
  // shade of the upper lid and its lashes
  c *= mix(.22, 1., smoothstep(-.02, .42, vLid.x));
  float light = 1. - smoothstep(.045, .075, length(p - vec2(-.19, -.10)));
  c = mix(c, vec3(.93, .91, .84), light * .8);
  colour = vec4(c * (1. + grain() * .04), 1.);
}`;

export const glowVertex = (slots: number): string =>
  HEADER +
  poseGlsl(slots) +
  `
out float vGlow;
void main() {
  vGlow = activation() * aPart.y;
  gl_Position = uViewProjection * vec4(posed(aPosition.xyz, aPosition.w), 1.);
}`;

export const GLOW_FRAGMENT =
  HEADER +
  `
in float vGlow; out vec4 colour;
void main() { float a = vGlow * .30; colour = vec4(vec3(.92, .36, .19) * a, a); }`;
