/** Skin of head and trunk, and the drawn lines upon it. */
import { RAMPS } from '../palette.ts';
import { glslRamp, HEADER, LIGHT_GLSL, poseGlsl } from './common.ts';

export const skinVertex = (slots: number): string =>
  HEADER +
  poseGlsl(slots) +
  `
out vec3 vNormal, vPoint; out vec4 vUv; out vec2 vLight;
void main() {
  vec3 q = posed(aPosition.xyz, aPosition.w), n = turn(aNormal.xyz, fullAngle);
  vNormal = uView * n; vPoint = q; vUv = vec4(aUv.xy, aMaterial.xy); vLight = vec2(aNormal.w, shade(q, n));
  gl_Position = uViewProjection * vec4(q, 1.);
}`;

const SKIN_TONE =
  glslRamp('skin', RAMPS.skin) +
  `
float skinTone(vec3 N, float ao) {
  return .03 + .74 * pow(clamp(dot(N, KEY) * .70 + .30, 0., 1.), 1.3) * ao + .13 * clamp(N.z, 0., 1.) * ao
    + .10 * pow(clamp(dot(N, FILL), 0., 1.), 2.5);
}`;

export const HEAD_FRAGMENT =
  HEADER +
  LIGHT_GLSL +
  SKIN_TONE +
  `
uniform vec3 uSpot;                // the soft spot of light lies on the face
uniform float uSpotFall;
in vec3 vNormal, vPoint; in vec4 vUv; in vec2 vLight; out vec4 colour;
void main() {
  vec3 N = normalize(vNormal); float ear = vUv.z;
  float s = skinTone(N, vLight.x);
  vec3 q = vPoint - uSpot; float spot = exp(-dot(q, q) * uSpotFall);
  s *= mix(.42, 1.06, spot); s -= .10 * ear * (1. - vLight.x);
  vec3 c = skin(s);
  // cool the shadow side, warm the light side (duotone)
  c = mix(c, c * vec3(.78, 1., 1.03), (1. - smoothstep(.15, .5, s)) * .6);
  c *= mix(vec3(1.), vec3(1.03, 1., .96), smoothstep(.45, .8, s));
  float e = 1. - clamp(N.z, 0., 1.), rim = pow(e, 3.5);
  c += rim * vec3(.30, .40, .37) * (.30 + .70 * clamp(-N.x * .7 + N.y * .5, 0., 1.)) * mix(.35, 1., vLight.x);
  colour = vec4(c * (1. + grain() * .045), 1.);
}`;

/** The trunk is skin below the neckline, a glassy contour above it; `uInside` draws the wall behind. */
export const SHELL_FRAGMENT =
  HEADER +
  LIGHT_GLSL +
  SKIN_TONE +
  `
uniform float uInside;
in vec3 vNormal, vPoint; in vec4 vUv; in vec2 vLight; out vec4 colour;
void main() {
  vec3 N = normalize(vNormal); float y = vUv.y, m = vUv.x;
  if (uInside > .5) {
    float a = smoothstep(14.5, 18.5, y);
    colour = vec4(mix(vec3(.095, .055, .05), vec3(.05, .05, .047), smoothstep(18., 26., y)) * a, a);
    return;
  }
  float e = 1. - abs(N.z), body = smoothstep(-.15, 1.5, m);
  float s = skinTone(N, 1.) * mix(.80, .14, smoothstep(18., 28., y)) * mix(.62, 1., smoothstep(0., 2.6, m));
  vec3 c = skin(s * .86 + .06 * exp(-max(m, 0.) * .9));
  c += pow(e, 3.) * vec3(.30, .40, .37) * (.25 + .75 * clamp(-N.x * .7 + N.y * .6, 0., 1.))
    * (1. - smoothstep(20., 33., y));
  c *= 1. + grain() * .045;
  float ghost = pow(e, 5.) * .75 * smoothstep(8.6, 13.5, y) * smoothstep(1.5, 4., abs(vPoint.x));
  float a = mix(ghost * .8, 1., body);
  vec3 g = mix(vec3(.62, .70, .65) * (.45 + .55 * clamp(-N.x * .6 + .5, 0., 1.)), c, body);
  colour = vec4(g * a, a);
}`;

export const inkVertex = (slots: number): string =>
  HEADER +
  poseGlsl(slots) +
  `
out vec3 vNormal; out vec4 vUv; out vec2 vStroke;
void main() {
  vec3 q = posed(aPosition.xyz, aPosition.w);
  vNormal = uView * turn(aNormal.xyz, fullAngle); vUv = aUv; vStroke = aMaterial.xy;
  gl_Position = uViewProjection * vec4(q, 1.); gl_Position.z -= .0006 * gl_Position.w;
}`;

export const INK_FRAGMENT =
  HEADER +
  `
in vec3 vNormal; in vec4 vUv; in vec2 vStroke; out vec4 colour;
void main() {
  float x = abs(vUv.x), w = max(fwidth(vUv.x), 1e-4);
  float a = vStroke.y > .5 ? pow(1. - x, .8) * .9 : 1. - smoothstep(1. - 1.6 * w - .3, 1., x);
  a *= vStroke.x * smoothstep(.18, .5, vNormal.z) * smoothstep(0., .06, vUv.y) * (1. - smoothstep(.94, 1., vUv.y));
  colour = vec4(vec3(.06, .125, .125) * a, a);
}`;
