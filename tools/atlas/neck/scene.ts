/** The scene of the neck: builds its meshes once, then a pose and a view are a handful of numbers. */
import { findAnchors } from '../shared/anchors.ts';
import { PICTURE_SIZE, type Scene } from '../shared/diagram.ts';
import { addEar, buildHead, buildInk } from '../head/mesh.ts';
import { TriangleMesh } from '../shared/mesh.ts';
import { bakeOcclusion } from '../shared/occlusion.ts';
import { finishPicture } from '../shared/picture.ts';
import { bentPoint, rotationOf, type Chain } from '../shared/pose.ts';
import { AtlasRenderer, type CameraSetting } from '../shared/renderer.ts';
import { buildHardParts } from './hardparts.ts';
import { buildMuscles, buildShell, type Dissection } from './meshes.ts';
import { BELLY_KEYS, MUSCLES } from './muscles.ts';
import { LABELS, partNumber, PARTS } from './parts.ts';
import { addNeckPasses, neckUniforms } from './passes.ts';
import { CHAIN_FOOT, CHAIN_HEAD, HEAD_PLACEMENT, placeNeck } from './place.ts';
import { MOTIONS, PICTURES, POSES, WORKING, type NeckPose } from './poses.ts';

/** Pictures are drawn this much larger and then scaled down. */
const OVERSAMPLING = 2;

/** 49.4 cm high: the vault of the skull stands 4–5 % under the upper edge. */
const VIEWS: Record<string, CameraSetting> = {
  front: { orbit: 0, centre: [0, -9.98, -1], heightInCm: 49.4 },
  left: { orbit: 46, elevation: 0, centre: [-0.6, -9.98, -0.2], heightInCm: 49.4 },
  back: { orbit: 180, elevation: 2, centre: [0, -9.98, -1], heightInCm: 49.4 },
};

const FADE = { bottom: [0.8, 0.985] as [number, number] };

function buildMeshes(dissection: Dissection) {
  const muscles = buildMuscles(dissection, partNumber);
  const hard = buildHardParts(placeNeck, partNumber);
  const head = buildHead(HEAD_PLACEMENT);
  // from behind the skull overhangs the nape; in front the jaw has its own moving shade
  bakeOcclusion([muscles, hard], dissection === 'back' ? [head] : []);
  const headShade = buildHead(HEAD_PLACEMENT, 70, 30, 14).keep((_x, y) => y < 3);
  for (const side of [1, -1]) addEar(head, side, HEAD_PLACEMENT);
  const shell = buildShell(dissection);
  const inside = buildShell(dissection, { top: 14, bottom: 27 }, 30, 80);
  const ink = buildInk(HEAD_PLACEMENT);
  return { muscles, hard, head, headShade, shell, inside, ink };
}
export type NeckMeshes = Record<keyof ReturnType<typeof buildMeshes>, TriangleMesh>;

function activationSlots(pose: NeckPose): number[] {
  const slots = BELLY_KEYS.map((key) => {
    const [name, side] = key.split('.');
    const part = `${MUSCLES[name].part}.${side}`;
    const full = pose.activation[part] ?? 0;
    // only the upper fibres of the trapezius move the head
    return name === 'trapeziusMiddle' ? full * 0.45 : full;
  });
  return [...slots, 0];
}

/** The soft spot of light goes round with the viewer, so that the side that is looked at is lit. */
function spotFor(orbit: number): Float32Array {
  const angle = (orbit * Math.PI) / 180;
  const [x, y, z] = [-3, -6, 9];
  return new Float32Array([
    x * Math.cos(angle) + z * Math.sin(angle),
    y,
    z * Math.cos(angle) - x * Math.sin(angle),
  ]);
}

export function createNeckScene(): Scene {
  const [width, height] = PICTURE_SIZE.map((n) => n * OVERSAMPLING);
  const renderers = new Map<Dissection, AtlasRenderer>();
  const rendererFor = (dissection: Dissection): AtlasRenderer => {
    const known = renderers.get(dissection);
    if (known) return known;
    const canvas = document.createElement('canvas');
    const renderer = new AtlasRenderer(canvas, width, height, neckUniforms());
    addNeckPasses(renderer, buildMeshes(dissection));
    renderers.set(dissection, renderer);
    return renderer;
  };

  const render: Scene['render'] = (poseName, view) => {
    const pose = POSES[poseName];
    const renderer = rendererFor(view === 'back' ? 'back' : 'plate');
    const chain: Chain = { foot: CHAIN_FOOT, head: CHAIN_HEAD, rotation: rotationOf(pose) };
    const uniforms = renderer.shared;
    (uniforms.uRotation.value as Float32Array).set(chain.rotation);
    const slots = activationSlots(pose);
    uniforms.uActivation.value = slots;
    uniforms.uMood.value = Math.max(...slots);
    const jaw = bentPoint(chain, [0, -6.8, 3.6, 1]);
    const skull = bentPoint(chain, [0, -1, -1.4, 1]);
    uniforms.uOccluders.value = [...jaw, 6, ...skull, 6.3];
    renderer.setCamera(VIEWS[view]);
    uniforms.uSpot.value = spotFor(VIEWS[view].orbit);

    const ids = renderer.drawIds();
    const requests = Object.keys(PARTS).map((id) => ({
      id,
      part: partNumber(id),
      region: PARTS[id].layer === 'region',
      ideal: renderer.project(bentPoint(chain, LABELS[id])),
    }));
    const anchors = findAnchors(ids, requests, 1 / OVERSAMPLING);
    renderer.draw();
    return { canvas: finishPicture(renderer.gl.canvas, FADE), anchors };
  };

  return {
    frame: {
      size: PICTURE_SIZE,
      parts: PARTS,
      views: Object.keys(VIEWS),
      poses: Object.fromEntries(Object.keys(POSES).map((name) => [name, { working: WORKING[name] }])),
      motions: MOTIONS,
    },
    pictures: PICTURES,
    render,
  };
}
