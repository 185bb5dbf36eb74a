/** Named parts of the neck diagram: layer, glossary term, and the point where a callout would like to sit. */
import { headAngle, headPoint } from '../head/form.ts';
import { addScaled, type Vector } from '../shared/maths.ts';
import type { PartInfo } from '../shared/diagram.ts';
import { LABEL_POINTS } from './hardparts.ts';
import { bellyLabelPoint } from './meshes.ts';
import { MUSCLES } from './muscles.ts';
import { HEAD_PLACEMENT, placeNeck } from './place.ts';

/** Muscles with an article in the glossary. */
const GLOSSARY = new Set([
  'sternocleidomastoid',
  'splenius-capitis',
  'levator-scapulae',
  'trapezius',
  'scalenes',
  'semispinalis-capitis',
]);
/** Belly that carries the callout where a part has more than one. */
const LABEL_BELLY: Record<string, string> = { sternocleidomastoid: 'scmSternal', trapezius: 'trapezius' };

const musclePartNames = [...new Set(Object.values(MUSCLES).map((m) => m.part))];

export const PARTS: Record<string, PartInfo> = {};
/** Ideal callout points in the rest pose, world space with weight. */
export const LABELS: Record<string, Vector> = {};

for (const part of musclePartNames) {
  for (const side of [1, -1]) {
    const id = `${part}.${side > 0 ? 'left' : 'right'}`;
    PARTS[id] = { layer: 'muscle', ...(GLOSSARY.has(part) ? { term: part } : {}) };
    const belly = LABEL_BELLY[part] ?? Object.keys(MUSCLES).find((name) => MUSCLES[name].part === part);
    LABELS[id] = bellyLabelPoint(belly, side);
  }
}
for (const [id, layer] of [
  ['voice-box', 'cartilage'],
  ['windpipe', 'cartilage'],
  ['hyoid', 'bone'],
  ['collarbone.left', 'bone'],
  ['collarbone.right', 'bone'],
  ['breastbone', 'bone'],
] as const) {
  PARTS[id] = { layer };
  LABELS[id] = placeNeck(LABEL_POINTS[id]);
}

/** Regions are places on the body, not forms of their own: seen when nothing lies in front of the point. */
PARTS.eyelids = { layer: 'region' };
PARTS.neck = { layer: 'region' };
const lid = headPoint(headAngle(3.1, 0.5), 0.5);
LABELS.eyelids = HEAD_PLACEMENT.point([...addScaled(lid, [0, 0, 1], 0.1), 1]);
LABELS.neck = bellyLabelPoint('scmSternal', 1);

/** Numbers of the id picture; 0 is "anything that hides what lies behind it". */
const numbers = new Map(Object.keys(PARTS).map((id, i) => [id, i + 1]));
export const partNumber = (id: string): number => numbers.get(id) ?? 0;
