/** Muscle: fascicles as small round cords, pale interleaved tendon ends; working, a coral glow and light spindles along its fibres. */
import { RAMPS } from '../palette.ts';
import { glslRamp, HEADER, LIGHT_GLSL, POSE_GLSL, SIGNAL_GLSL } from './common.ts';

/** Muscle and hard parts. `aSpan`: length along and width across, cm; 0 where there are none. */
export const BODY_VERTEX = `${HEADER}{defines}${POSE_GLSL}
layout(location = 5) in vec2 aSpan;
uniform float uLift;               // towards the eye, cm
out vec3 vNormal; out vec4 vUv; flat out vec4 vSurface; out vec4 vLight; flat out vec2 vSpan; flat out float vChoice;
void main() {
  pose();
  vNormal = uView * facing; vUv = aUv; vSurface = aSurface; vSpan = aSpan; vChoice = state.z;
  float lift = uTone.y;              // what is taken away throws less shadow
  vLight = vec4(mix(aNormal.w, pow(aNormal.w, .33), lift), mix(shade(at, facing), 1., lift * .5) * ground(at), act, aMarks.y);
  gl_Position = projected(nearer(at, uLift));
}`;

/** With `LAID` it lies on the skin: feathered, veiled while it rests, gone where the surface turns away. */
export const MUSCLE_FRAGMENT = `${HEADER}{defines}${LIGHT_GLSL}${glslRamp('rest', RAMPS.muscleAtRest)}${glslRamp(
  'hot',
  RAMPS.muscleWorking,
)}${glslRamp('tendon', RAMPS.tendon)}
uniform float uFade;
in vec3 vNormal; in vec4 vUv; flat in vec4 vSurface; in vec4 vLight; flat in vec2 vSpan; flat in float vChoice;
out vec4 colour;

/**
 * Fine light spindles along the fibres, staggered: 0…1. As dense on a broad muscle as on a narrow one; f: place across,
 * counted in fascicles; fw, uw: how much f and u change from px to px.
 */
float spindles(float f, float u, float v, float count, float fw, float uw) {
  float pixel = uPixel.z / uPixel.w;                                            // cm of a px in a picture 1000 px high
  float pace = exp2(floor(log2(44. * pixel) + .5));                             // cm from one to the next
  float rows = count > .5 ? count : 1.;
  float split = exp2(floor(log2(vSpan.y / (rows * 8. * pixel)) + .3));          // columns to a fascicle, or less than one
  float column = (count > .5 ? f : u) * split, id = floor(column);
  float across = abs(fract(column) - .5), w = max((count > .5 ? fw : uw) * split, 1e-4);
  float along = v * vSpan.x / pace + .5 * mod(id, 2.) + .9 * hash(id + 5.);
  float reach = abs(fract(along) - .5) / .3;                                    // 1 at the tips
  float wide = min(.3, 1.5 * uPixel.z * w) * (1. - reach * reach);
  return (1. - smoothstep(max(0., wide - w * .6), wide + w * .6, across)) * step(reach, 1.)
    * smoothstep(.03, .12, v) * (1. - smoothstep(.88, .97, v)) * step(.01, vSpan.x) * clamp(1.8 - w * 3.6, 0., 1.);
}

void main() {
  float u = vUv.x, v = vUv.y, count = vUv.z, act = clamp(vLight.z, 0., 1.), base = vSurface.y;
  float seed = floor(vSurface.x) * 7.31, opacity = vLight.w;
  // fascicles: slightly wandering cells across the belly
  float wander = .16 * sin(2.3 * u * count + seed) + .07 * sin(v * 5. + seed + u * 3.)
    + .025 * sin(v * 17. + u * 9. + seed);
#ifdef LAID
  wander *= clamp(min(u, 1. - u) * count * 2., 0., 1.);                         // its edges are seen: none ends on them
#endif
  float f = u * count + wander;
  float fw = max(fwidth(f), 1e-4), id = floor(f), fx = f - id;
  float h = hash(id + seed), h2 = hash(id * 3.7 + seed + 1.), fine = clamp(1.5 - fw * 2.9, 0., 1.) * step(.5, count);
  // tendon ends with a ragged boundary, fascicle by fascicle
  float t0 = vSurface.z * (.6 + .9 * h), t1 = vSurface.w * (.6 + .9 * h2);
  float tn = max(vSurface.z > 0. ? .92 * (1. - smoothstep(t0 * .55, t0 * 1.45, v)) : 0.,
    vSurface.w > 0. ? .88 * (1. - smoothstep(t1 * .55, t1 * 1.45, 1. - v)) : 0.);
  // each fascicle is a small round cord: bend the normal across it; the whole belly is a larger one
  vec2 gu = vec2(dFdx(u), dFdy(u)); float uw = abs(gu.x) + abs(gu.y); gu *= inversesqrt(dot(gu, gu) + 1e-12);
  vec3 N = normalize(vNormal);
#ifndef LAID
  if (!gl_FrontFacing) N = -N;
#endif
  float facing = N.z;
  N = normalize(N + vec3(gu, 0.) * ((fx - .5) * .62 * fine * (1. - tn * .5) + (u - .5) * (.25 + .35 * act)));
  float ao = mix(mix(.16, .34, act), 1., vLight.x * vLight.x) * vLight.y;       // what works glows in a depth, too
  float d = clamp(dot(N, KEY) * .74 + .26, 0., 1.), fl = clamp(dot(N, FILL), 0., 1.);
  float s = d * ao, j = (h - .5) * .13 * fine;
  float run = sin(3.1416 * clamp(v * .9 + .05, 0., 1.)); s *= .72 + .34 * run;
  vec3 cr = rest(s * 1.02 + base - .36 + j);
  vec3 ca = hot(s * (.92 + .10 * run) - .05 + (base - .5) * .35 + j * 1.1);
  vec3 c = mix(mix(cr, cr * .58, uGround.z * (1. - act)), ca, act);
  c = mix(c, tendon(s * .98 - (.50 - base) * .55 + .01), tn * .86);
  // engraved lines: one dark groove per fascicle, a few thin light strokes inside it
  float px = uPixel.z, g = min(fx, 1. - fx) / fw, idn = floor(f + .5), hl = hash(idn * 1.7 + seed + 3.);
  float on = smoothstep(.02, .07, v - .10 * hl) * smoothstep(.02, .08, .99 - .10 * hash(idn + seed) - v);
  float ink = (1. - smoothstep(.35 * px, 1.25 * px, g)) * on * fine * (.62 - .18 * tn);
#ifdef LAID
  ink *= mix(.4, .66, act) * smoothstep(.1, .7, opacity);
#endif
  c = mix(c, mix(vec3(.085, .035, .03), vec3(.34, .07, .03), act) * (.5 + .5 * ao), ink);
  float f3 = f * 2. + .37, fw3 = fw * 2., i3 = floor(f3 + .5), g3 = min(fract(f3), 1. - fract(f3)) / fw3;
  float h3 = hash(i3 + seed * 1.3), a3 = .12 + .4 * h3, b3 = a3 + .2 + .35 * hash(i3 + 9.);
  float st = (1. - smoothstep(.1 * px, 1.3 * px, g3)) * smoothstep(a3, a3 + .08, v)
    * (1. - smoothstep(b3 - .1, b3, v)) * clamp(1.35 - fw3 * 4.5, 0., 1.) * step(.35, h3) * step(.5, count);
  c += mix(vec3(.85, .58, .42), vec3(1., .86, .68), act) * st * (.07 + .12 * act) * ao * d * (1. - tn);
  // soft sheen along the belly, cool fill, coral rim of a working muscle
  float sh = pow(clamp(dot(N, HALF_KEY), 0., 1.), 14.);
  c += sh * ao * (.045 + .08 * tn + .07 * act) * vec3(1., .88, .72);
  c += fl * fl * ao * vec3(.035, .075, .075);
  float rim = pow(1. - clamp(facing, 0., 1.), 2.4);
  c = mix(c, c * mix(.38, .58, act), rim * .8);
  c += act * rim * rim * vec3(1., .36, .16) * .45;
  // the mark that is no colour
  if (act > .1) {
    float mark = spindles(f, u, v, count, fw, uw) * smoothstep(.1, .9, act) * (1. - tn);
    c = mix(c, mix(c * 1.35 + .10, vec3(1., .93, .76) * mix(.45, 1., d * ao), .5), mark * .75);
  }
  float alpha = 1.;
#ifdef LAID
  c = mix(c, mix(vec3(.30, .33, .32), vec3(.62, .58, .51), s), uTone.z * (1. - act));
  float ragged = clamp(opacity * 1.25 + (h - .5) * .16 * (1. - smoothstep(.96, .99, opacity)) - .12, 0., 1.);
  alpha = opacity > .99 ? 1. : ragged * ragged * (3. - 2. * ragged);
  alpha *= mix(uTone.w, 1., act) * smoothstep(.12, .55, facing);
#endif
  c = chosen(c, vChoice) + dither();
  colour = vec4(c, 1.) * (alpha * uFade);
}`;

/**
 * Bone, cartilage, membrane, nerve, vessel, mucosa: told apart by `uKind` (0…5). With `VEILED` as it is seen through what lies
 * over it: evenly lit, soft at its edges, faint unless a signal is on its way.
 */
export const HARD_FRAGMENT = `${HEADER}{defines}${LIGHT_GLSL}${SIGNAL_GLSL}${glslRamp('bone', RAMPS.bone)}${glslRamp(
  'cartilage',
  RAMPS.cartilage,
)}${glslRamp('nerve', RAMPS.nerve)}${glslRamp('vessel', RAMPS.vessel)}${glslRamp('mucosa', RAMPS.mucosa)}
uniform float uFade; uniform int uKind;
in vec3 vNormal; in vec4 vUv; flat in vec4 vSurface; in vec4 vLight; flat in vec2 vSpan; flat in float vChoice;
out vec4 colour;
void main() {
  vec3 N = normalize(vNormal); if (!gl_FrontFacing) N = -N;
  float act = vLight.z, ao = mix(.12, 1., vLight.x) * vLight.y, signal = signalAt(vUv.y), alpha = 1.;
#ifdef VEILED
  ao = vLight.y;
  alpha = mix(mix(.5, .6, awake()), .95, signal) * smoothstep(.05, .8, N.z);
#endif
  float d = clamp(dot(N, KEY) * .72 + .28, 0., 1.), s = d * ao + vSurface.y * .7, fl = clamp(dot(N, FILL), 0., 1.);
  float hi = pow(clamp(dot(N, HALF_KEY), 0., 1.), 22.);
  vec3 c = uKind == 0 ? bone(s * .86 - .02) : uKind == 1 ? cartilage(s * .95 + .02) : uKind == 2 ? cartilage(s * .52)
    : uKind == 3 ? nerve(s * .9 + .08 + .2 * act) : uKind == 4 ? vessel(s * .9 + .04) : mucosa(s * .9);
  // fibres of a nerve or of worn bone, faint
  float f = vUv.x * vUv.z, fw = max(fwidth(f), 1e-4), g = min(fract(f), 1. - fract(f)) / fw;
  c *= 1. - .28 * (1. - smoothstep(.3, 1.3, g)) * clamp(1.5 - fw * 2.9, 0., 1.) * step(.5, vUv.z);
  c += hi * ao * (uKind == 5 ? .04 : .11) * vec3(1., .97, .88) + fl * fl * ao * vec3(.03, .06, .06);
  c *= 1. - .5 * pow(1. - clamp(N.z, 0., 1.), 3.);
  c += act * vec3(.5, .32, .08) * pow(1. - clamp(N.z, 0., 1.), 2.);
  // a signal on its way: it shines by itself, brightest where it faces the eye; a breath’s coolly
  vec3 light = uKind == 2 ? vec3(.86, .97, 1.) : vec3(1., .92, .67);
#ifdef VEILED
  c *= 1. + .6 * awake();
#endif
  c = mix(c, light, signal * (.46 + .4 * clamp(N.z, 0., 1.)));
  c = chosen(c, vChoice) + dither();
  colour = vec4(c, 1.) * (alpha * uFade);
}`;
