/** Stages that draw no surface: ink contour, contact shadow, glow, rim of the resting pose, and part numbers. */
import { HEADER, POSE_GLSL, SIGNAL_GLSL } from './common.ts';

/** Contour: back faces pushed outwards by a constant number of pixels. */
export const HULL_VERTEX = `${HEADER}{defines}${POSE_GLSL}
uniform float uWidth;              // px of a picture 1000 px high
uniform float uChosenOnly;
out float vAct; out float vBody; flat out float vChoice;
{openings}
void main() {
  pose();
  vAct = act; vChoice = state.z; vBody = openings(aUv);
  // a little behind, so that a coarse outline nowhere cuts through the surface that it goes round
  gl_Position = projected(nearer(at, -.1));
  vec3 n = uView * facing;
  // faces that look straight at the eye have no outline direction: leave them where they are
  float slant = length(n.xy), wide = uWidth * (uChosenOnly > .5 ? max(state.z, 0.) : 1.);
  gl_Position.xy += n.xy / max(slant, 1e-4) * smoothstep(.1, .5, slant) * uPixel.xy * uPixel.z * wide * gl_Position.w;
  if (uChosenOnly > .5 && state.z < .5) gl_Position = vec4(2., 2., 2., 1.);
}`;

export const HULL_FRAGMENT = `${HEADER}
uniform vec3 uInk; uniform float uFade, uHeat; in float vAct; in float vBody; flat in float vChoice; out vec4 colour;
void main() {
  if (vBody < .97) discard;
  colour = vec4(mix(uInk, vec3(.36, .085, .04), clamp(vAct, 0., 1.) * uHeat), 1.) * uFade;
}`;

/** A soft shell around a part, pushed a little away from the eye. */
export const HALO_VERTEX = `${HEADER}{defines}${POSE_GLSL}
uniform float uGrow, uBack, uEnds;
uniform vec3 uAside;               // cm to the right, up and towards the eye, as the eye sees it
out vec3 vNormal; out float vAct, vEnds; out float vBody, vEar;
{openings}
void main() {
  pose();
  vNormal = uView * facing; vAct = act; vBody = openings(aUv); vEar = aUv.w;
  vEnds = uEnds > 0. ? smoothstep(0., uEnds, aUv.y) * (1. - smoothstep(1. - uEnds, 1., aUv.y)) : 1.;
  float back = uBack * (1. + act * 1.6 + 1.4 * (1. - clamp(vNormal.z, 0., 1.)));
  vec4 b = projected(nearer(at, -back)), g = projected(at + uAside * uView + facing * uGrow * (1. + act * step(.001, uEnds)));
  gl_Position = vec4(g.xy, b.z / b.w * g.w, g.w);
}`;

/** A soft shell of light round a signal, as wide in every picture. */
export const SHINE_VERTEX = `${HEADER}{defines}${POSE_GLSL}${SIGNAL_GLSL}
uniform float uWidth;              // px of a picture 1000 px high
uniform float uLift;               // towards the eye, cm
out vec3 vNormal; out float vLight;
void main() {
  pose();
  vNormal = uView * facing; vLight = signalAt(aUv.y);
  gl_Position = projected(nearer(at + facing * uWidth * vLight * uPixel.z / uPixel.w, uLift));
}`;

export const SHINE_FRAGMENT = `${HEADER}
uniform float uFade; uniform vec3 uShine; in vec3 vNormal; in float vLight; out vec4 colour;
void main() {
  float s = clamp(normalize(vNormal).z, 0., 1.), a = vLight * s * s * s * .5 * uFade;
  colour = vec4(uShine * a, a * .35);
}`;

/** Contact shadow: darkens what is already drawn, never the empty stage (alpha is left alone). */
export const SHADOW_FRAGMENT = `${HEADER}
uniform float uDark, uSoft, uFade; in vec3 vNormal; in float vAct, vEnds; in float vBody; out vec4 colour;
void main() {
  float s = smoothstep(0., uSoft, clamp(normalize(vNormal).z, 0., 1.)) * vEnds * vBody;
  colour = vec4(0., 0., 0., s * s * uDark * (1. - .5 * clamp(vAct, 0., 1.)) * uFade);
}`;

/** Glow of a working muscle on what lies around it; the empty stage stays dark. */
export const GLOW_FRAGMENT = `${HEADER}
uniform float uFade; in vec3 vNormal; in float vAct, vEnds; in float vBody; out vec4 colour;
void main() {
  if (vAct < .02) discard;
  float s = smoothstep(0., .85, clamp(normalize(vNormal).z, 0., 1.)) * vEnds;
  float a = min(vAct, 1.) * s * s * s * .34 * uFade;
  colour = vec4(vec3(.92, .33, .15) * a, a);
}`;

/** Outline of the resting pose: a thin pale rim of the skin as it was. */
export const GHOST_FRAGMENT = `${HEADER}
uniform float uFade; in vec3 vNormal; in float vAct, vEnds; in float vBody, vEar; out vec4 colour;
void main() {
  if (vEar > .01) discard;           // its folds would show through each other
  float e = 1. - clamp(normalize(vNormal).z, 0., 1.);
  float a = (.02 + .5 * e * e * e * e) * smoothstep(.2, 1., vBody) * uFade;
  colour = vec4(vec3(.62, .72, .68) * a, a);
}`;

/** Part numbers: red = number, green, blue, alpha = depth. */
export const ID_VERTEX = `${HEADER}{defines}${POSE_GLSL}
uniform float uLift;
flat out float vPart; out vec3 vFacing; out float vBody, vOpacity;
{openings}
void main() {
  pose();
  vPart = aMarks.x; vFacing = uView * facing; vBody = openings(aUv); vOpacity = aMarks.y;
  gl_Position = projected(nearer(at, uLift));
}`;

export const ID_FRAGMENT = `${HEADER}
uniform float uLaid; flat in float vPart; in vec3 vFacing; in float vBody, vOpacity; out vec4 colour;
void main() {
  if (vBody < .5) discard;
  if (uLaid > .5 && (vPart < .5 || vOpacity < .3 || vFacing.z < .05)) discard;
  float z = gl_FragCoord.z * 255.;
  float a = floor(z), b = floor(fract(z) * 255.), c = floor(fract(fract(z) * 255.) * 255.);
  colour = vec4(vPart, a, b, max(c, 1.)) / 255.;
}`;

/** How much of the skin is there, 0…1: openings that stand open take it away. Only with `SKIN`. */
export const OPENINGS_GLSL = `
float openings(vec4 uv) {
#ifdef SKIN
  vec3 there = mix(vec3(1.), smoothstep(vec3(-.15), vec3(1.5), uv.xyz), uWindows.xyz);
  return there.x * there.y * there.z;
#else
  return 1.;
#endif
}
`;
