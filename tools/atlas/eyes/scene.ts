/** The scene of the eyes: a frontal close-up, meshes built anew for every pose. */
import { addEar, buildHead, buildInk } from '../head/mesh.ts';
import { PICTURE_SIZE, type Anchor, type PartInfo, type Scene } from '../shared/diagram.ts';
import { mixVectors, splineAt, type Vector } from '../shared/maths.ts';
import type { TriangleMesh } from '../shared/mesh.ts';
import { finishPicture, type Fade } from '../shared/picture.ts';
import { AtlasRenderer, type Pass } from '../shared/renderer.ts';
import * as contour from '../shared/shaders/contour.ts';
import { MUSCLE_FRAGMENT, muscleVertex } from '../shared/shaders/muscle.ts';
import * as skin from '../shared/shaders/skin.ts';
import { EYE, formAt, STRAPS } from './landmarks.ts';
import { buildEyeballs, buildLines } from './details.ts';
import { FRONTAL, ringLines, ringPoint } from './forms.ts';
import { buildGlow, buildMuscles, SLOTS } from './muscles.ts';
import { MOTIONS, POSES, WORKING, type EyePose } from './poses.ts';
import { eyeballFragment, eyeballVertex, GLOW_FRAGMENT, glowVertex } from './shaders.ts';
import { onSkin } from './surface.ts';

const OVERSAMPLING = 2;
const SLOT_COUNT = SLOTS.length + 1;
/** 25 cm high, from above the crown to below the chin, the eye line at the middle of the height. */
const CAMERA = { orbit: 0, centre: [0, 0.1, 6], heightInCm: 25 };
const FADE: Fade = { top: [0, 0.001], bottom: [0.74, 0.96] };

const TERMS: Record<string, string> = {
  'orbicularis-pretarsal': 'orbicularis-oculi',
  'orbicularis-preseptal': 'orbicularis-oculi',
  'orbicularis-orbital': 'orbicularis-oculi',
  corrugator: 'corrugator',
  frontalis: 'frontalis',
  'levator-palpebrae': 'levator-palpebrae',
};
const PARTS: Record<string, PartInfo> = Object.fromEntries(
  Object.entries(TERMS).flatMap(([part, term]) =>
    ['left', 'right'].map((side) => [`${part}.${side}`, { layer: 'muscle', term }]),
  ),
);
PARTS.procerus = { layer: 'muscle', term: 'procerus' };

const uniforms = (): Record<string, unknown> => ({
  uRotation: new Float32Array([0, 1, 0, 0]),
  uChainFoot: new Float32Array(3),
  uChainHead: new Float32Array(3),
  uActivation: new Array(SLOT_COUNT).fill(0),
  uOccluders: [0, 0, -100, 0, 0, 0, -100, 0],
  uMood: 0,
  uVeil: 0.26,
  uRestOpacity: 0.8,
  uHotGain: 0.74,
  uEngraving: 0.6,
  uGround: new Float32Array([-100, -90]),
  uSpot: new Float32Array([-2.5, 0.5, 9]),
  uSpotFall: 0.006,
});

/** Callout points in the face plane (x of the left side, y), and whether the eye can see the part. */
function labelPoints(pose: EyePose): Record<string, Vector> {
  const lines = ringLines(pose);
  const between = (a: Vector[], b: Vector[], t: number, u: number, crisp: number): Vector =>
    mixVectors(ringPoint(a, t, crisp), ringPoint(b, t, 0), u);
  const onStrap = (name: keyof typeof STRAPS): Vector => {
    const { edgeA, edgeB, label } = STRAPS[name];
    const closure = pose.closure * (1 - pose.lift);
    const a = splineAt(formAt(edgeA, closure), label[1]);
    const b = splineAt(formAt(edgeB, closure), label[1]);
    const [x, y] = mixVectors(a, b, label[0]);
    return [x, y - (name === 'procerus' ? 0 : 0.45 * pose.lift)];
  };
  return {
    'orbicularis-pretarsal': between(lines.margin, lines.tarsal, 0.3, 0.5, 1),
    'orbicularis-preseptal': between(lines.tarsal, lines.septal, 0.72, 0.5, 0),
    'orbicularis-orbital': between(lines.septal, lines.orbital, 0.58, 0.45, 0),
    corrugator: onStrap('corrugator'),
    frontalis: onStrap('frontalis'),
    // lies deep, behind the septum above the upper lid
    'levator-palpebrae': mixVectors(lines.septal[2], lines.orbital[2], 0.1),
  };
}

export function createEyesScene(): Scene {
  const [width, height] = PICTURE_SIZE.map((n) => n * OVERSAMPLING);
  const canvas = document.createElement('canvas');
  const renderer = new AtlasRenderer(canvas, width, height, uniforms());
  const head = buildHead(FRONTAL, 320, 150, 24);
  for (const side of [1, -1]) addEar(head, side, FRONTAL);
  const still = {
    head: renderer.geometry(head),
    ink: renderer.geometry(buildInk(FRONTAL, { lids: false, brows: false })),
  };

  const layOut = (pose: EyePose): void => {
    const geometry = (mesh: TriangleMesh): Pass['geometry'] => renderer.geometry(mesh);
    renderer.clearPasses();
    renderer.addPass({
      name: 'skin',
      geometry: still.head,
      vertex: skin.skinVertex(SLOT_COUNT),
      fragment: skin.HEAD_FRAGMENT,
    });
    renderer.addPass({
      name: 'head ink',
      geometry: still.head,
      vertex: contour.hullVertex(SLOT_COUNT, false),
      fragment: contour.HULL_FRAGMENT,
      cull: 'front',
      uniforms: { uWidth: (1.4 * height) / 1000, uInk: new Float32Array([0.045, 0.09, 0.088]) },
    });
    const sheet = (name: string, mesh: TriangleMesh, vertex: string, fragment: string): void =>
      renderer.addPass({
        name,
        geometry: geometry(mesh),
        vertex,
        fragment,
        blend: 'over',
        cull: 'none',
        depth: false,
      });
    sheet('glow', buildGlow(pose), glowVertex(SLOT_COUNT), GLOW_FRAGMENT);
    if (pose.closure < 0.54) {
      sheet('eyeballs', buildEyeballs(pose), eyeballVertex(SLOT_COUNT), eyeballFragment(EYE.iris, EYE.pupil));
    }
    sheet('muscles', buildMuscles(pose), muscleVertex(SLOT_COUNT), MUSCLE_FRAGMENT);
    sheet('lines', buildLines(pose), skin.inkVertex(SLOT_COUNT), skin.INK_FRAGMENT);
    renderer.addPass({
      name: 'face ink',
      geometry: still.ink,
      vertex: skin.inkVertex(SLOT_COUNT),
      fragment: skin.INK_FRAGMENT,
      blend: 'over',
      cull: 'none',
      depth: false,
    });
  };

  const anchorAt = ([x, y]: Vector, visibility: Anchor[2]): Anchor => {
    const [px, py] = renderer.project(onSkin(x, y, 0.1).slice(0, 3));
    return [Math.round(px * PICTURE_SIZE[0]), Math.round(py * PICTURE_SIZE[1]), visibility];
  };

  const render: Scene['render'] = (name) => {
    const pose = POSES[name];
    const activation = [...SLOTS.map((muscle) => pose.activation[muscle]), 0];
    renderer.shared.uActivation.value = activation;
    renderer.shared.uMood.value = Math.max(...activation) * 0.6;
    renderer.setCamera(CAMERA);
    layOut(pose);
    renderer.draw();
    const anchors: Record<string, Anchor> = {};
    for (const [part, [x, y]] of Object.entries(labelPoints(pose))) {
      const visibility = part === 'levator-palpebrae' ? 'hidden' : 'seen';
      anchors[`${part}.left`] = anchorAt([x, y], visibility);
      anchors[`${part}.right`] = anchorAt([-x, y], visibility);
    }
    const procerusY = splineAt(formAt(STRAPS.procerus.edgeA, pose.closure), STRAPS.procerus.label[1])[1];
    anchors.procerus = anchorAt([0, procerusY], 'seen');
    return { canvas: finishPicture(canvas, FADE), anchors };
  };

  return {
    frame: {
      size: PICTURE_SIZE,
      parts: PARTS,
      views: ['front'],
      poses: Object.fromEntries(Object.keys(POSES).map((name) => [name, { working: WORKING[name] }])),
      motions: MOTIONS,
    },
    pictures: Object.keys(POSES).map((pose): [string, string] => [pose, 'front']),
    render,
  };
}
