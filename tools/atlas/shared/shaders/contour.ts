/** Passes that draw no surface: ink contour, contact shadow, glow, and the id picture. */
import { HEADER, poseGlsl } from './common.ts';

const swollen = (muscle: boolean): string =>
  `float act = ${muscle ? 'activation()' : '0.'};
  vec3 p = aPosition.xyz + aNormal.xyz * (${muscle ? 'aUv.w * act' : '0.'});`;

/** Contour: back faces pushed outwards by a constant number of pixels. */
export const hullVertex = (slots: number, muscle: boolean): string =>
  HEADER +
  poseGlsl(slots) +
  `
uniform float uWidth; out float vAct;
void main() {
  ${swollen(muscle)}
  gl_Position = uViewProjection * vec4(posed(p, aPosition.w), 1.);
  vec3 n = uView * turn(aNormal.xyz, fullAngle);
  // faces that look straight at the eye have no outline direction: leave them where they are
  float slant = length(n.xy);
  gl_Position.xy += n.xy / max(slant, 1e-4) * smoothstep(.1, .5, slant) * uPixel * uWidth * gl_Position.w;
  vAct = act;
}`;

export const HULL_FRAGMENT =
  HEADER +
  `
uniform vec3 uInk; in float vAct; out vec4 colour;
void main() { colour = vec4(mix(uInk, vec3(.36, .085, .04), vAct * .85), 1.); }`;

/** A soft shell around a part, pushed a little away from the eye. */
export const haloVertex = (slots: number, muscle: boolean): string =>
  HEADER +
  poseGlsl(slots) +
  `
uniform float uGrow, uBack, uEnds; out vec3 vNormal; out float vAct, vEnds;
void main() {
  ${swollen(muscle)}
  vec3 q = posed(p, aPosition.w), n = turn(aNormal.xyz, fullAngle);
  vNormal = uView * n; vAct = act;
  vEnds = mix(1., smoothstep(0., uEnds, aUv.y) * (1. - smoothstep(1. - uEnds, 1., aUv.y)), step(.001, uEnds));
  vec4 b = uViewProjection * vec4(q, 1.), g = uViewProjection * vec4(q + n * (uGrow + act * .85), 1.);
  float z = b.z / b.w + uBack * (1. + act * 1.6 + 1.4 * (1. - clamp(vNormal.z, 0., 1.)));
  gl_Position = vec4(g.xy, z * g.w, g.w);
}`;

/** Contact shadow: darkens what is already drawn, never the empty stage (alpha is left alone). */
export const SHADOW_FRAGMENT =
  HEADER +
  `
uniform float uDark; in vec3 vNormal; in float vAct, vEnds; out vec4 colour;
void main() {
  float s = smoothstep(0., .85, clamp(normalize(vNormal).z, 0., 1.)) * vEnds;
  colour = vec4(0., 0., 0., s * s * uDark * (1. - .5 * vAct));
}`;

/** Glow of a working muscle; carries its own alpha so that it also shows on the empty stage. */
export const GLOW_FRAGMENT =
  HEADER +
  `
in vec3 vNormal; in float vAct, vEnds; out vec4 colour;
void main() {
  if (vAct < .02) discard;
  float s = smoothstep(0., .85, clamp(normalize(vNormal).z, 0., 1.)) * vEnds;
  float a = vAct * s * s * s * .34;
  colour = vec4(vec3(.92, .33, .15) * a, a);
}`;

/** Id picture: red = part number, green, blue and alpha = depth. */
export const idVertex = (slots: number, muscle: boolean): string =>
  HEADER +
  poseGlsl(slots) +
  `
flat out float vPart; out vec2 vMask;
void main() {
  ${swollen(muscle)}
  vPart = aPart.x; vMask = aUv.xy;
  gl_Position = uViewProjection * vec4(posed(p, aPosition.w), 1.);
}`;

/** `shell: true` lets the glassy part of the trunk skin through. */
export const idFragment = (shell: boolean): string =>
  HEADER +
  `
flat in float vPart; in vec2 vMask; out vec4 colour;
void main() {
  ${shell ? 'if (smoothstep(-.15, 1.5, vMask.x) < .5) discard;' : ''}
  float z = gl_FragCoord.z;
  float a = floor(z * 255.), b = floor(fract(z * 255.) * 255.);
  colour = vec4(vPart / 255., a / 255., b / 255., 1.);
}`;
