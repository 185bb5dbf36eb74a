/** Muscle: fascicles as small round cords, pale interleaved tendon ends, a coral glow when it works. */
import { RAMPS } from '../palette.ts';
import { glslRamp, HEADER, LIGHT_GLSL, poseGlsl } from './common.ts';

/** `withActivation: false` gives the same vertex stage for bones and cartilages. */
export const muscleVertex = (slots: number, withActivation = true): string =>
  HEADER +
  poseGlsl(slots) +
  `
uniform vec2 uGround;              // heights between which the trunk sinks into the dark
out vec3 vNormal; out vec4 vUv; flat out vec4 vMaterial; out vec4 vLight;
void main() {
  float act = ${withActivation ? 'activation()' : '0.'};
  vec3 p = aPosition.xyz + aNormal.xyz * aUv.w * act;
  vec3 q = posed(p, aPosition.w), n = turn(aNormal.xyz, fullAngle);
  vNormal = uView * n; vUv = aUv; vMaterial = aMaterial;
  vLight = vec4(aNormal.w, shade(q, n) * mix(.38, 1., smoothstep(uGround.x, uGround.y, q.y)), act, aPart.y);
  gl_Position = uViewProjection * vec4(q, 1.);
}`;

export const MUSCLE_FRAGMENT =
  HEADER +
  LIGHT_GLSL +
  glslRamp('rest', RAMPS.muscleAtRest) +
  glslRamp('hot', RAMPS.muscleWorking) +
  glslRamp('tendon', RAMPS.tendon) +
  `
uniform float uVeil;               // how much skin colour lies over a resting muscle
uniform float uRestOpacity;        // opacity of a resting muscle
uniform float uHotGain;            // brightness of a working muscle
uniform float uEngraving;          // depth of the drawn grooves
in vec3 vNormal; in vec4 vUv; flat in vec4 vMaterial; in vec4 vLight; out vec4 colour;
void main() {
  float u = vUv.x, v = vUv.y, count = vUv.z, act = vLight.z, base = vMaterial.y;
  float seed = floor(vMaterial.x) * 7.31;
  // fascicles: slightly wandering cells across the belly
  float f = u * count + .16 * sin(2.3 * u * count + seed) + .07 * sin(v * 5. + seed + u * 3.)
    + .025 * sin(v * 17. + u * 9. + seed);
  float fw = max(fwidth(f), 1e-4), id = floor(f), fx = f - id;
  float h = hash(id + seed), h2 = hash(id * 3.7 + seed + 1.), fade = clamp(1.5 - fw * 2.9, 0., 1.);
  // tendon ends with a ragged, per-fascicle boundary
  float t0 = vMaterial.z * (.6 + .9 * h), t1 = vMaterial.w * (.6 + .9 * h2);
  float tn = max(vMaterial.z > 0. ? .92 * (1. - smoothstep(t0 * .55, t0 * 1.45, v)) : 0.,
    vMaterial.w > 0. ? .88 * (1. - smoothstep(t1 * .55, t1 * 1.45, 1. - v)) : 0.);
  // each fascicle is a small round cord: bend the normal across it; the whole belly is a larger one
  vec2 gu = vec2(dFdx(u), dFdy(u)); gu *= inversesqrt(dot(gu, gu) + 1e-12);
  vec3 N = normalize(vNormal); float facing = N.z;
  N = normalize(N + vec3(gu, 0.) * ((fx - .5) * .62 * fade * (1. - tn * .5) + (u - .5) * (.25 + .55 * act)));
  float ao = mix(.16, 1., vLight.x * vLight.x) * vLight.y;
  float d = clamp(dot(N, KEY) * .74 + .26, 0., 1.), fl = clamp(dot(N, FILL), 0., 1.);
  float s = d * ao, j = (h - .5) * .13 * fade;
  float run = sin(3.1416 * clamp(v * .9 + .05, 0., 1.)); s *= .72 + .34 * run;
  vec3 cr = rest(s * 1.02 + base - .36 + j), ca = hot((pow(s, 1.2) * 1.02 + .02 + .06 * run + (base - .5) * .5) * uHotGain + j);
  vec3 c = mix(mix(cr, cr * .72, uMood * (1. - act)), ca, act);
  c = mix(c, tendon(s * .98 - (.50 - base) * .55 + .01), tn * .86);
  // engraved lines: one dark groove per fascicle, a few thin light strokes inside it
  float px = uPixelScale, g = min(fx, 1. - fx) / fw, idn = floor(f + .5), hl = hash(idn * 1.7 + seed + 3.);
  float on = smoothstep(.02, .07, v - .10 * hl) * smoothstep(.02, .08, .99 - .10 * hash(idn + seed) - v);
  float ink = (1. - smoothstep(.35 * px, 1.25 * px, g)) * on * fade * (.62 - .18 * tn) * uEngraving
    * (vLight.w > .99 ? 1. : smoothstep(.1, .7, vLight.w));
  c = mix(c, mix(vec3(.085, .035, .03), vec3(.43, .10, .045), act) * (.5 + .5 * ao), ink);
  float f3 = f * 2. + .37, fw3 = fw * 2., i3 = floor(f3 + .5), g3 = min(fract(f3), 1. - fract(f3)) / fw3;
  float h3 = hash(i3 + seed * 1.3), a3 = .12 + .4 * h3, b3 = a3 + .2 + .35 * hash(i3 + 9.);
  float st = (1. - smoothstep(.1 * px, 1.3 * px, g3)) * smoothstep(a3, a3 + .08, v)
    * (1. - smoothstep(b3 - .1, b3, v)) * clamp(1.35 - fw3 * 4.5, 0., 1.) * step(.35, h3);
  c += mix(vec3(.85, .58, .42), vec3(1., .86, .68), act) * st * (.07 + .22 * act) * ao * d * (1. - tn);
  // sheen along the belly, cool fill, coral rim of a working muscle
  float sh = pow(clamp(dot(N, normalize(KEY + vec3(0., 0., 1.))), 0., 1.), 18.);
  c += sh * ao * (.06 + .10 * tn + .14 * act) * vec3(1., .88, .72);
  c += fl * fl * ao * vec3(.035, .075, .075);
  float rim = pow(1. - clamp(facing, 0., 1.), 2.4);
  c = mix(c, c * .38, rim * .8 * (1. - act));
  c += act * rim * vec3(1., .36, .16) * .5;
  // a veil of skin keeps a resting muscle of the face quiet
  c = mix(c, mix(vec3(.30, .33, .32), vec3(.62, .58, .51), s), uVeil * (1. - act));
  float ragged = clamp(vLight.w * 1.25 + (h - .5) * .35 * step(vLight.w, .98) - .12, 0., 1.);
  float alpha = vLight.w > .99 ? 1. : ragged * ragged * (3. - 2. * ragged);
  alpha *= mix(uRestOpacity, 1., act);
  colour = vec4(c * (1. + grain() * .05), 1.) * alpha;
}`;

export const HARD_FRAGMENT =
  HEADER +
  LIGHT_GLSL +
  glslRamp('bone', RAMPS.bone) +
  glslRamp('cartilage', RAMPS.cartilage) +
  `
in vec3 vNormal; in vec4 vUv; flat in vec4 vMaterial; in vec4 vLight; out vec4 colour;
void main() {
  vec3 N = normalize(vNormal); float ao = mix(.12, 1., vLight.x) * vLight.y;
  float d = clamp(dot(N, KEY) * .72 + .28, 0., 1.), s = d * ao, fl = clamp(dot(N, FILL), 0., 1.);
  float hi = pow(clamp(dot(N, normalize(KEY + vec3(0., 0., 1.))), 0., 1.), 26.);
  vec3 c = vMaterial.x < .5 ? bone(s * .86 - .02) : vMaterial.x < 1.5 ? cartilage(s * .95 + .02) : cartilage(s * .52);
  c += hi * ao * .16 * vec3(1., .97, .88) + fl * fl * ao * vec3(.03, .06, .06);
  c *= 1. - .5 * pow(1. - clamp(N.z, 0., 1.), 3.);
  colour = vec4(c * (1. + grain() * .05), 1.);
}`;
