import { error, info, warning, type FaultKind } from './kind.ts';

/** Faults of diagrams: what they consist of, the shapes of which they are drawn, and their stills. */
export const diagramFaults = {
  // What they consist of
  'diagram-unknown': error(
    (d: { id: string }) => `names the diagram "${d.id}", which does not exist or is left out`,
    'Add the diagram or correct the id.',
  ),
  'diagram-left-out': error(
    (d: { why: string }) => `is left out: ${d.why}`,
    'Correct the faults named with it.',
  ),
  'part-unknown': unknown('part'),
  'pair-incomplete': error(
    (d: { twin: string }) => `is one of a pair, and "${d.twin}" is missing`,
    'Add the other one, or take the side away.',
  ),
  'part-without-place': warning(
    () => 'has no place on the picture: no shape draws it, and it has neither label nor anchor',
    'Draw it, add a label to shapes.json, or take it out.',
  ),
  'layer-not-offered': error(
    (d: { layer: string }) => `hides the layer "${d.layer}", which "layers" does not offer`,
    'Add it to "layers" too, or take it out.',
  ),
  'parameter-unknown': unknown('parameter'),
  'parameter-out-of-range': error(
    (d: { id: string; is: number; least: number; most: number }) =>
      `sets "${d.id}" to ${d.is}, and it goes from ${d.least} to ${d.most}`,
    'Correct the number, or the range; 0 is rest, and always within.',
  ),
  'pose-unknown': unknown('pose'),
  'mirrors-circular': error(
    (d: { pose: string }) => `mirrors "${d.pose}", and comes back to itself`,
    'Let one of them say its numbers.',
  ),
  'view-unknown': unknown('view'),
  'window-unknown': unknown('window'),
  'motion-unknown': unknown('motion'),

  // The shapes of which they are drawn
  'shapes-left-out': error(
    (d: { why: string }) => `is left out: ${d.why}; the diagram has only its stills`,
    'Correct the faults named with it.',
  ),
  'shapes-unknown': error(
    (d: { id: string }) => `names the shared shapes "${d.id}", which do not exist or cannot be used`,
    'Add the file of that name to assets/shapes, correct it, or correct the id.',
  ),
  'joint-unknown': unknown('joint'),
  'joint-circular': error(
    (d: { id: string }) => `hangs on the joint "${d.id}", and comes back to itself`,
    'Let one of them have no parent.',
  ),
  'form-unknown': unknown('form'),
  'form-order-wrong': error(
    () => 'does not lead from "from" over "at" to "to"',
    'Let "at" differ from "from", and lie between it and "to".',
  ),
  'form-points-wrong': error(
    (d: { is: number; wanted: number }) => `has ${d.is} points, and the line that it changes has ${d.wanted}`,
    'Give it as many points, in the same order.',
  ),
  'surface-unknown': error(
    (d: { id: string; diagram: string }) =>
      `is laid on "${d.id}", which is no loft or blend of the diagram "${d.diagram}"`,
    'Correct the id.',
  ),
  'line-not-flat': error(
    () => 'has points in space, and is laid on a surface',
    'Write its points as [x, y], or take "on" away.',
  ),
  'line-flat': error(
    () => 'has points without depth, and is laid on no surface',
    'Write its points as [x, y, z], or say "on" what it lies.',
  ),
  'shape-id-taken': error(
    (d: { id: string }) => `has the id "${d.id}", which another shape has`,
    'Give every shape its own id; those that nothing names need none.',
  ),
  'landmarks-few': error(
    (d: { is: number; least: number }) => `has ${d.is} points, and needs at least ${d.least}`,
    'Add the points that are missing.',
  ),
  'radii-wrong': error(
    (d: { is: number; wanted: number }) => `has ${d.is} radii for ${d.wanted} points`,
    'Give one radius for all, or one for each point.',
  ),
  'rows-not-rising': error(
    () => 'does not begin with a larger number than the row before it',
    'Order the rows by their first number, without naming one twice.',
  ),
  'windows-too-many': error(
    (d: { names: readonly string[]; most: number }) =>
      `has the windows ${d.names.join(', ')}, at most ${d.most} are allowed`,
    'Give windows of one purpose the same name.',
  ),
  'cells-too-many': error(
    (d: { is: number; most: number }) => `is woven of ${d.is} million cells, at most ${d.most} are allowed`,
    'Make "cell" larger, or the limbs smaller.',
  ),

  // Their stills
  'picture-unknown': error(
    (d: { key: string; diagram: string }) =>
      `needs the picture "${d.key}", which the diagram "${d.diagram}" does not have`,
    'Add the picture or choose another pose or camera.',
  ),
  'picture-size-wrong': error(
    (d: { is: string; wanted: string }) => `is ${d.is} pixels, and its diagram says ${d.wanted}`,
    'Draw every picture of a diagram in its size.',
  ),
  'frame-unknown': error(
    (d: { number: number; motion: string; last: number }) =>
      `is frame ${d.number} of the motion "${d.motion}", whose last one is ${d.last}`,
    'Correct the number; frames are counted from 0.',
  ),
  'anchor-missing': error(
    (d: { id: string; key: string; diagram: string }) =>
      `names the part "${d.id}", which has no anchor in the picture "${d.key}" of the diagram "${d.diagram}"`,
    'Add the anchor to posters.json, or name a part that is on the picture.',
  ),
  'anchor-missing-in-motion': warning(
    (d: { id: string; motion: string; keys: readonly string[] }) =>
      `names the part "${d.id}", whose callout vanishes while the motion "${d.motion}" shows ` +
      d.keys.join(', '),
    'Add the anchors to posters.json, or name a part that stays on the picture.',
  ),
  'place-missing': error(
    (d: { id: string; diagram: string }) =>
      `names the part "${d.id}", which has no place on the pictures of the diagram "${d.diagram}"`,
    'Draw it, add a label to shapes.json, or name another part.',
  ),
  'touch-wrong': error(
    (d: { is: number; wanted: number }) =>
      `fills ${d.is} cells of ${d.wanted}, or names a part beyond its list`,
    'Make the picture’s touch map anew, or leave it out.',
  ),
  'posters-stale': info(
    () => 'were drawn of other data, and are passed over',
    'Nothing has to be done; they can be drawn anew with "npm run atlas".',
  ),
} as const satisfies Record<string, FaultKind<never>>;

/** What a diagram names, or a tour of it, and the diagram does not have. */
function unknown(what: string) {
  return error(
    (d: { id: string; diagram: string }) =>
      `names the ${what} "${d.id}", which the diagram "${d.diagram}" does not have`,
    'Correct the id.',
  );
}
