/** What is reckoned from a batch before it goes to the graphics side. */
import { describe, expect, it } from 'vitest';
import { BLOCK_LENGTH, MOST, placeOf } from '../../../../src-renderer/diagram/gl/block.ts';
import { reckon } from '../../../../src-renderer/diagram/gl/look.ts';
import { spansOf } from '../../../../src-renderer/diagram/gl/spans.ts';
import { coarseIndices, openingIndices } from '../../../../src-renderer/diagram/gl/thin.ts';
import { project } from '../../../../src-renderer/diagram/model/camera.ts';
import { posedPoint } from '../../../../src-renderer/diagram/model/rig.ts';
import { ball, figure, lookOf, sheet } from './models.ts';

describe('a coarse version', () => {
  const round = ball({ material: 'skin', part: 1 }, [0, 0, 0], 5);

  it('has fewer triangles, all of which look outwards', () => {
    const coarse = coarseIndices(round, 16);
    expect(coarse.length).toBeLessThan(round.indices.length * 0.7);
    expect(coarse.length).toBeGreaterThan(60);
    const at = (k: number): number[] => [...round.positions.slice(coarse[k]! * 4, coarse[k]! * 4 + 3)];
    for (let t = 0; t < coarse.length; t += 3) {
      const [a, b, c] = [at(t), at(t + 1), at(t + 2)] as [number[], number[], number[]];
      const [e, f] = [b.map((x, k) => x - a[k]!), c.map((x, k) => x - a[k]!)];
      const normal = [
        e[1]! * f[2]! - e[2]! * f[1]!,
        e[2]! * f[0]! - e[0]! * f[2]!,
        e[0]! * f[1]! - e[1]! * f[0]!,
      ];
      expect(normal[0]! * a[0]! + normal[1]! * a[1]! + normal[2]! * a[2]!).toBeGreaterThan(0);
    }
  });

  it('never joins two parts or two sides of a sheet', () => {
    const own = ball({ material: 'skin', part: 1 }, [0, 0, 0], 5);
    const marks = own.marks.map((value, k) => (k % 4 === 0 ? 1 + (Math.floor(k / 4) % 2) : value));
    expect(coarseIndices({ ...own, marks }, 4)).not.toEqual(coarseIndices(own, 4));
    const normals = own.normals.map((value, k) => (Math.floor(k / 4) % 2 ? -value : value));
    expect(coarseIndices({ ...own, normals }, 4)).not.toEqual(coarseIndices(own, 4));
  });
});

it('only triangles at an opening are drawn again where the skin thins', () => {
  const skin = sheet({ material: 'skin' }, [-4, 4], [-8, 8], 0);
  for (let vertex = 0; vertex < skin.uvs.length / 4; vertex++) {
    skin.uvs.set([skin.positions[vertex * 4 + 1]!, 1000, 1000], vertex * 4);
  }
  const opening = openingIndices(skin);
  expect(opening.length).toBeGreaterThan(0);
  expect(opening.length).toBeLessThan(skin.indices.length);
  const heights = Array.from(opening, (vertex) => skin.positions[vertex * 4 + 1]!);
  expect(Math.max(...heights)).toBe(2);
  expect(Math.min(...heights)).toBe(-8);
});

it('length and width of a muscle are measured on its surface', () => {
  const spans = spansOf(sheet({ material: 'muscle' }, [-1.5, 1.5], [-6, 6], 0));
  expect(spans[0]).toBeCloseTo(12, 3);
  expect(spans[1]).toBeCloseTo(3, 3);
  expect(new Set(spans).size).toBe(2);
});

it('the block of a picture fits what every machine has', () => {
  expect(BLOCK_LENGTH * 4).toBeLessThanOrEqual(16_384);
  expect(MOST.joints).toBe(25);
});

it('the numbers of the shaders put a point where the rig puts it', () => {
  const model = figure();
  const look = lookOf({ numbers: { parameters: { tilt: 20 }, activation: {} } });
  const { block, camera, joints } = reckon(model, look, { width: 200, height: 100 });
  const posed = posedPoint(joints, [1, 5, 2], 1, 0);
  const m = block.slice(placeOf('uViewProjection'));
  const clip = (row: number): number =>
    m[row]! * posed[0] + m[row + 4]! * posed[1] + m[row + 8]! * posed[2] + m[row + 12]!;
  const [x, y] = project(camera, posed);
  expect(clip(0) / clip(3)).toBeCloseTo(x * 2 - 1, 5);
  expect(clip(1) / clip(3)).toBeCloseTo(1 - y * 2, 5);
});
