/** A diagram to draw stills of. */
import type { Diagram, ServedShapes } from '../../src-main/contract/api.ts';
import type { View } from '../../src-main/contract/diagram.ts';
import type { Subject } from '../../tools/atlas/bake/plan.ts';

const view = (orbit: number): View => ({ orbit, elevation: 0, centre: [0, 0, 0], height: 40, without: [] });

export const aDiagram = (changes: Partial<Diagram> = {}): Diagram => ({
  id: 'neck',
  size: [160, 90],
  parts: { 'trapezius.left': { layer: 'muscle' }, skull: { layer: 'bone' } },
  layers: [],
  hidden: [],
  ghost: 0,
  parameters: { turn: { least: -45, most: 45, sided: true }, bend: { least: -45, most: 45, sided: false } },
  poses: {
    rest: { parameters: {}, activation: {}, working: [] },
    turned: { parameters: { turn: 20 }, activation: { 'trapezius.left': 1 }, working: ['trapezius.left'] },
    bent: { parameters: { bend: 10 }, activation: {}, working: [] },
  },
  views: { front: view(0), left: view(90), back: view(180) },
  motions: {
    bend: {
      view: 'left',
      poses: ['rest', 'bent'],
      stepMs: 500,
      holdMs: 100,
      returns: true,
      modifiers: [],
      frames: 2,
    },
  },
  pictures: {},
  drawn: true,
  ...changes,
});

export const subjectOf = (
  diagram: Diagram,
  shapes: Partial<ServedShapes> = {},
  of = '0123456789abcdef',
): Subject => ({
  diagram,
  shapes: {
    frame: 'eyes',
    labels: {},
    shades: [],
    light: {},
    fade: {},
    joints: {},
    forms: {},
    groups: [],
    ...shapes,
  } as ServedShapes,
  of,
});
