/** What has to be true of the brain as it is drawn, besides the sides of its parts: see the facts, D, E and C7. */
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../src-renderer/diagram/model/poses.ts';
import {
  formWeights,
  poseJoints,
  posedLabel,
  posedVertices,
} from '../../../src-renderer/diagram/model/rig.ts';
import { drawnOf, type Drawn } from './drawn.ts';

type Point = readonly [number, number, number];

interface Box {
  readonly low: Point;
  readonly high: Point;
}

/** All vertices of a part, cm, y up. */
function pointsOf({ diagram, model }: Drawn, part: string, pose = 'rest'): Point[] {
  const number = model.parts.indexOf(part) + 1;
  const points: Point[] = [];
  model.batches.forEach((batch, index) => {
    const all = posedVertices(model, index, numbersOf(diagram, pose));
    for (let vertex = 0; vertex < batch.marks.length / 4; vertex++) {
      if (batch.marks[vertex * 4] !== number) continue;
      points.push([all[vertex * 3]!, all[vertex * 3 + 1]!, all[vertex * 3 + 2]!]);
    }
  });
  expect(points.length, part).toBeGreaterThan(0);
  return points;
}

function boxOf(points: readonly Point[]): Box {
  const reach = (most: (...values: number[]) => number): Point => [
    most(...points.map(([x]) => x)),
    most(...points.map(([, y]) => y)),
    most(...points.map(([, , z]) => z)),
  ];
  return { low: reach(Math.min), high: reach(Math.max) };
}

const middleOf = ({ low, high }: Box): Point => [
  (low[0] + high[0]) / 2,
  (low[1] + high[1]) / 2,
  (low[2] + high[2]) / 2,
];

const middle = (drawn: Drawn, part: string): Point => middleOf(boxOf(pointsOf(drawn, part)));

const placeOf = ({ diagram, model }: Drawn, part: string, pose: string): Point => {
  const { parameters } = numbersOf(diagram, pose);
  return posedLabel(model, poseJoints(model, parameters), formWeights(model, parameters), part)!;
};

describe.each(['brain', 'stimulation'])(
  'the deep parts in %s (D, anatomy of the illustrator’s line [R])',
  (id) => {
    it.each(['left', 'right'])('lie from the outside to the middle: putamen, pallidum (%s)', (side) => {
      const [putamen, pallidum] = ['putamen', 'globus-pallidus'].map((part) =>
        Math.abs(middle(drawnOf(id), `${part}.${side}`)[0]),
      );
      expect(putamen).toBeGreaterThan(pallidum!);
    });
  },
);

describe('the brain', () => {
  const brain = drawnOf('brain');

  it.each(['left', 'right'])('has the thalamus behind the pallidum, nearer to the middle (%s)', (side) => {
    const [thalamus, pallidum] = ['thalamus', 'globus-pallidus'].map((part) =>
      middle(brain, `${part}.${side}`),
    );
    expect(Math.abs(thalamus![0])).toBeLessThan(Math.abs(pallidum![0]));
    expect(thalamus![2]).toBeLessThan(pallidum![2]);
  });

  it('has the caudate above the putamen, its head before it', () => {
    const caudate = boxOf(pointsOf(brain, 'caudate.left'));
    const putamen = boxOf(pointsOf(brain, 'putamen.left'));
    expect(caudate.high[1]).toBeGreaterThan(putamen.high[1]);
    expect(caudate.high[2]).toBeGreaterThan(putamen.high[2]);
  });

  it('has the moving strip before the feeling strip', () => {
    expect(middle(brain, 'motor-strip')[2]).toBeGreaterThan(middle(brain, 'sensory-strip')[2]);
  });

  it('leads the pulse of a touch to the feeling strip, behind the moving one', () => {
    const touched = brain.diagram.poses['touch']!;
    expect(touched.working).toContain('sensory-strip');
    const nerve = brain.model.batches.findIndex(
      ({ appears, material }) => appears === 'touch' && material === 'nerve',
    );
    const points = posedVertices(brain.model, nerve, numbersOf(brain.diagram, 'touch'));
    const along = Array.from({ length: points.length / 3 }, (_, vertex): Point => [
      points[vertex * 3]!,
      points[vertex * 3 + 1]!,
      points[vertex * 3 + 2]!,
    ]);
    const end = along.reduce((highest, point) => (point[1] > highest[1] ? point : highest));
    const gapTo = (part: string): number =>
      Math.min(
        ...pointsOf(brain, part, 'touch').map((point) => Math.hypot(...point.map((at, i) => at - end[i]!))),
      );
    expect(gapTo('sensory-strip')).toBeLessThan(0.3);
    expect(gapTo('motor-strip')).toBeGreaterThan(gapTo('sensory-strip'));
  });

  it('shows nothing of the way to the arm outside of the neck from the side', () => {
    expect(brain.diagram.views['left']!.without).toContain('cut');
    const way = brain.model.batches.find(
      ({ appears, material }) => appears === 'mark' && material === 'nerve',
    )!;
    expect(new Set(way.marks.filter((_, at) => at % 4 === 0))).toEqual(
      new Set([brain.model.parts.indexOf('cut') + 1]),
    );
    // from the skull to the root of the neck it lies at the spinal cord
    const points = posedVertices(brain.model, brain.model.batches.indexOf(way), {
      parameters: {},
      activation: {},
    });
    for (let at = 0; at < points.length; at += 3) {
      if (points[at + 1]! < -4 && points[at + 1]! > -9) expect(points[at + 2]!).toBeGreaterThan(-3);
    }
  });

  it('has the cerebellum behind the brainstem, below the cortex', () => {
    const [cerebellum, cortex] = [middle(brain, 'cerebellum'), middle(brain, 'cortex')];
    expect(cerebellum[2]).toBeLessThan(middle(brain, 'brainstem')[2]);
    expect(cerebellum[1]).toBeLessThan(cortex[1]);
  });

  it('marks the side of the brain that is opposite to the side of the body (C7)', () => {
    const pose = brain.diagram.poses['one-sided']!;
    expect(pose.working).toEqual(expect.arrayContaining(['basal-ganglia.left', 'putamen.left']));
    expect(pose.working.filter((part) => part.endsWith('.right'))).toEqual([]);
    expect(placeOf(brain, 'basal-ganglia.left', 'one-sided')[0]).toBeGreaterThan(0);
    const marked = brain.model.batches.flatMap(({ appears, material }, index) =>
      appears === 'mark'
        ? [{ material, points: posedVertices(brain.model, index, { parameters: {}, activation: {} }) }]
        : [],
    );
    const acrossOf = (material: string): number[] => {
      const points = marked.find((one) => one.material === material)!.points;
      return Array.from({ length: points.length / 3 }, (_, vertex) => points[vertex * 3]!);
    };
    const line = acrossOf('nerve');
    // the mark lies in the left putamen, the line begins there and ends at the right arm
    const putamen = boxOf(pointsOf(brain, 'putamen.left'));
    const mark = acrossOf('vessel');
    expect((Math.min(...mark) + Math.max(...mark)) / 2).toBeGreaterThan(putamen.low[0]);
    expect((Math.min(...mark) + Math.max(...mark)) / 2).toBeLessThan(putamen.high[0]);
    expect(Math.max(...line)).toBeGreaterThan(putamen.low[0]);
    expect(Math.min(...line)).toBeLessThan(-15);
  });
});

describe('stimulation', () => {
  const stimulation = drawnOf('stimulation');

  it.each(['left', 'right'])('has the %s wire end inside the pallidum (E)', (side) => {
    const lead = pointsOf(stimulation, `lead.${side}`);
    const { low, high } = boxOf(pointsOf(stimulation, `globus-pallidus.${side}`));
    const tip = lead.reduce((lowest, point) => (point[1] < lowest[1] ? point : lowest));
    for (const axis of [0, 1, 2] as const) {
      expect(tip[axis]).toBeGreaterThan(low[axis]);
      expect(tip[axis]).toBeLessThan(high[axis]);
    }
  });

  it('has the battery below the collarbone, and its wire up to the skull (E)', () => {
    const battery = boxOf(pointsOf(stimulation, 'battery'));
    expect(battery.high[1]).toBeLessThan(-19);
    const wire = boxOf(pointsOf(stimulation, 'wire'));
    expect(wire.low[1]).toBeLessThan(battery.high[1] + 0.5);
    expect(wire.high[1]).toBeGreaterThan(10);
  });

  it('works the pallidum alone while it is on', () => {
    expect(stimulation.diagram.poses['on']!.working).toEqual([
      'globus-pallidus.left',
      'globus-pallidus.right',
    ]);
  });
});
