/** Skin and what is drawn upon it: lines of ink, spots of colour. */
import { RAMPS } from '../palette.ts';
import { glslRamp, HEADER, LIGHT_GLSL, POSE_GLSL } from './common.ts';
import { OPENINGS_GLSL } from './contour.ts';

export const SKIN_VERTEX = `${HEADER}{defines}${POSE_GLSL}
out vec3 vNormal, vPoint, vRest; out vec4 vUv; out vec4 vLight; out float vChoice;
void main() {
  pose();
  vNormal = uView * facing; vPoint = at; vRest = aPosition.xyz; vUv = aUv; vChoice = state.z;
  vLight = vec4(aNormal.w, shade(at, facing), act, aMarks.y);
  gl_Position = projected(at);
}`;

/**
 * Defines: `OPENED` the solid skin of a batch with openings, `THIN` where it thins into them, `WALL` the far wall, seen
 * through them; none of these: skin without openings.
 */
export const SKIN_FRAGMENT = `${HEADER}{defines}${LIGHT_GLSL}${OPENINGS_GLSL}${glslRamp('skin', RAMPS.skin)}${glslRamp(
  'chalk',
  RAMPS.region,
)}
uniform float uFade;
in vec3 vNormal, vPoint, vRest; in vec4 vUv; in vec4 vLight; in float vChoice; out vec4 colour;
void main() {
  float dark = mix(1., smoothstep(uGround.x, uGround.y, vPoint.y), .86);
#ifdef WALL
  float a = openings(vUv) * .96 * uFade;
  colour = vec4(mix(vec3(.05, .05, .047), vec3(.095, .055, .05), dark) * a, a);
#else
  float edge = 1.;
#if defined(OPENED) || defined(THIN)
  float body = openings(vUv);
#ifdef THIN
  if (body >= .995) discard;
#else
  if (body < .995) discard;
#endif
  // where it dips into an opening it darkens, as an edge that turns in
  vec3 near = mix(vec3(1.), smoothstep(vec3(0.), vec3(2.6), vUv.xyz), uWindows.xyz);
  edge = mix(.62, 1., near.x * near.y * near.z);
#endif
  vec3 N = normalize(vNormal); float ear = vUv.w, act = clamp(vLight.z, 0., 1.), ao = vLight.x * vLight.y;
  float front = clamp(N.z, 0., 1.), e = 1. - front, fill = clamp(dot(N, FILL), 0., 1.);
  float s = .03 + .74 * pow(clamp(dot(N, KEY) * .70 + .30, 0., 1.), 1.3) * ao + .13 * front * ao + .10 * fill * fill * fill;
  vec3 q = vPoint - uSpot.xyz; float spot = exp(-dot(q, q) * uSpot.w);
  s = (s * mix(.42, 1.06, spot) * dark - .10 * ear * (1. - vLight.x)) * edge;
  vec3 c = skin(s);
  // cool the shadow side, warm the light side
  c = mix(c, c * vec3(.78, 1., 1.03), (1. - smoothstep(.15, .5, s)) * .6);
  c *= mix(vec3(1.), vec3(1.03, 1., .96), smoothstep(.45, .8, s));
  c += e * e * e * sqrt(e) * vec3(.30, .40, .37) * (.30 + .70 * clamp(-N.x * .7 + N.y * .5, 0., 1.)) * mix(.35, 1., vLight.x) * dark;
  // a working region: red chalk that feathers out, modelled as the skin is and hatched where it turns into shade; the skin
  // round it sinks back
  vec3 seen = uView * vPoint;
  float hatch = (seen.x + seen.y * .8) * exp2(floor(log2(uPixel.w / (6.5 * uPixel.z)) + .5)), hw = max(fwidth(hatch), 1e-4);
  float work = smoothstep(0., 1., act);
  c *= mix(vec3(1.), vec3(.50, .53, .53), uTone.x * (1. - work));
  if (act > .004) {
    float tone = s * .94 + .08 - .14 * e * e, wide = hw * mix(1.2, .1, smoothstep(.25, .8, s));
    c = mix(c, chalk(tone), work * .9);
    float line = 1. - smoothstep(max(0., wide - hw * .5), wide + hw * .5, abs(fract(hatch) - .5));
    c = mix(c, chalk(tone * .62 - .03), line * smoothstep(.85, .45, s) * .3 * uEye.w * smoothstep(.1, .7, act) * clamp(1.6 - hw * 3., 0., 1.));
    c += work * e * e * e * vec3(.20, .08, .04) * dark;
  }
  float alpha = uFade;
#ifdef THIN
  // glassy where it stands open
  float glass = pow(1. - abs(N.z), 5.) * .6 * smoothstep(1.5, 4., abs(vRest.x));
  c = mix(vec3(.62, .70, .65) * (.45 + .55 * clamp(-N.x * .6 + .5, 0., 1.)), c, body);
  alpha *= mix(glass, 1., body);
#endif
  colour = vec4(chosen(c, vChoice) + dither(), 1.) * alpha;
#endif
}`;

export const INK_VERTEX = `${HEADER}{defines}${POSE_GLSL}
uniform float uLift;
out vec3 vNormal; out vec4 vUv; out vec2 vLight; out float vOpacity;
void main() {
  pose();
  vNormal = uView * facing; vUv = aUv; vOpacity = aMarks.y;
#ifdef PAINT
  vUv.xyz += colourShift;
#endif
  vLight = vec2(act, shade(at, facing));
  gl_Position = projected(nearer(at, uLift));
}`;

export const INK_FRAGMENT = `${HEADER}
uniform float uFade; in vec3 vNormal; in vec4 vUv; in vec2 vLight; in float vOpacity; out vec4 colour;
void main() {
  float x = abs(vUv.x), w = max(fwidth(vUv.x), 1e-4);
  float a = vUv.w > .5 ? .95 - .95 * smoothstep(0., 1., x) : 1. - smoothstep(max(0., .7 - 1.6 * w), 1., x);
  // a line ends; a soft band sinks away
  float end = vUv.w > .5 ? .22 : .06;
  a *= vUv.z * vOpacity * smoothstep(.1, .4, vNormal.z) * smoothstep(0., end, vUv.y) * (1. - smoothstep(1. - end, 1., vUv.y)) * uFade;
  colour = vec4(vec3(.06, .125, .125) * a, a);
}`;

/** Most colours of a spot. */
export const MOST_STOPS = 24;

/** Rings of colour round a centre, the shade of an upper edge, a small light. */
export const PAINT_FRAGMENT = `${HEADER}{defines}${LIGHT_GLSL}
uniform float uFade, uShadeDepth; uniform int uStops; uniform vec4 uStop[${MOST_STOPS}]; uniform vec3 uGlint;
in vec3 vNormal; in vec4 vUv; in vec2 vLight; in float vOpacity; out vec4 colour;
void main() {
  vec2 p = vUv.xy; float r = length(p), aa = max(fwidth(r), 1e-4);
  vec3 c = uStop[0].yzw;
  for (int k = 1; k < uStops; k++) {
    float from = uStop[k - 1].x, to = max(uStop[k].x, from + aa);
    c = mix(c, uStop[k].yzw, clamp((r - from) / (to - from), 0., 1.));
  }
  if (uShadeDepth > 0.) c *= mix(.22, 1., smoothstep(-.02, uShadeDepth, vUv.z));
  if (uGlint.z > 0.) c = mix(c, vec3(.93, .91, .84), .8 * (1. - smoothstep(uGlint.z * .6, uGlint.z, length(p - uGlint.xy))));
  // as bright as where it lies: an eye on the shaded side of a face does not shine
  c *= mix(.2, 1.12, clamp(dot(normalize(vNormal), KEY) * .70 + .30, 0., 1.));
  float a = vOpacity * smoothstep(0., .2, vNormal.z) * uFade;
  colour = vec4(c * vLight.y + dither(), 1.) * a;
}`;
