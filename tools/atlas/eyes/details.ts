/** Eyeballs between the lids, and the drawn lines: lashes, brows, folds. */
import { addStroke } from '../head/mesh.ts';
import { clamp, lerp, mixVectors, seededRandom, splineAt, type Vector } from '../shared/maths.ts';
import { TriangleMesh } from '../shared/mesh.ts';
import { browLine, FRONTAL, ringLines, ringPoint } from './forms.ts';
import { EYE } from './landmarks.ts';
import type { EyePose } from './poses.ts';
import { onSkin } from './surface.ts';

/** What shows between the lids: uv = centimetres from the middle of the iris, material = shade of the lid. */
export function buildEyeballs(pose: EyePose): TriangleMesh {
  const mesh = new TriangleMesh();
  const { margin } = ringLines(pose);
  for (const side of [-1, 1]) {
    mesh.addGrid(14, 121, false, (i, j) => {
      const [u, t] = [j / 13, i / 120];
      const rim = ringPoint(margin, t, 1);
      const centre = [3.1, lerp(margin[2][1], margin[6][1], 0.5)];
      const [x, y] = mixVectors(centre, rim, u);
      const along = clamp((x - margin[0][0]) / (margin[4][0] - margin[0][0]));
      const upper = splineAt(margin.slice(0, 5), along)[1];
      return {
        position: onSkin(x * side, y, 0.02),
        uv: [(x - EYE.x) * side, y - EYE.y, side, 0],
        material: [y - upper, along, 0, 0],
      };
    });
  }
  return mesh;
}

/** Lash line, brow hairs, and the folds that a squeeze or a lifted brow leaves in the skin. */
export function buildLines(pose: EyePose): TriangleMesh {
  const mesh = new TriangleMesh();
  const { margin } = ringLines(pose);
  const effort = pose.activation['orbicularis-orbital'];
  for (const side of [-1, 1]) {
    const at = (points: Vector[]): Vector[] => points.map(([x, y]) => [x * side, y]);
    addStroke(mesh, { points: at(margin.slice(0, 5)), width: 0.085, opacity: 0.92 }, FRONTAL, 0.1);
    if (pose.closure < 0.5) {
      const lower = [...margin.slice(4), margin[0]];
      addStroke(mesh, { points: at(lower), width: 0.035, opacity: 0.4 }, FRONTAL, 0.1);
    }
    addBrow(mesh, pose, side);
    const folds = [
      [
        [6.2, -0.35],
        [6.5, -0.6],
        [6.75, -0.95],
      ],
      [
        [6.25, 0.35],
        [6.6, 0.36],
        [6.85, 0.28],
      ],
      [
        [6.15, 1],
        [6.45, 1.2],
        [6.65, 1.5],
      ],
    ];
    if (effort > 0.05) {
      for (const points of folds)
        addStroke(mesh, { points: at(points), width: 0.05, opacity: 0.3 * effort }, FRONTAL);
    }
    if (pose.lift > 0) {
      for (const y of [-4, -5, -6]) {
        const points = at([
          [0.9, y + 0.1],
          [2.1, y - 0.06],
          [3.5, y - 0.1],
          [4.8, y + 0.2],
        ]);
        addStroke(mesh, { points, width: 0.12, opacity: 0.2 * pose.lift, soft: true }, FRONTAL, 0.2);
      }
    }
  }
  return mesh;
}

function addBrow(mesh: TriangleMesh, pose: EyePose, side: number): void {
  const line = browLine(pose);
  const mirrored = (points: Vector[]): Vector[] => points.map(([x, y]) => [x * side, y]);
  addStroke(mesh, { points: mirrored(line), width: 0.27, opacity: 0.42, soft: true }, FRONTAL, 0.1);
  const random = seededRandom(77);
  for (let k = 0; k < 120; k++) {
    const t = random();
    const [x, y] = splineAt(line, t);
    const [ahead, behind] = [splineAt(line, Math.min(1, t + 0.02)), splineAt(line, Math.max(0, t - 0.02))];
    const run = Math.hypot(ahead[0] - behind[0], ahead[1] - behind[1]) || 1;
    const [tx, ty] = [(ahead[0] - behind[0]) / run, (ahead[1] - behind[1]) / run];
    const width = 0.2 * Math.pow(Math.sin(Math.PI * Math.min(1, 0.1 + t * 0.88)), 0.7);
    const off = (random() * 2 - 1) * width * 0.8;
    const angle = lerp(-0.75, -0.04, Math.pow(t, 0.45)) + (off > 0 ? -0.12 : 0.16);
    const length = 0.3 * (1 - 0.25 * t) * (0.75 + 0.4 * random());
    const [dx, dy] = [
      tx * Math.cos(angle) - ty * Math.sin(angle),
      tx * Math.sin(angle) + ty * Math.cos(angle),
    ];
    const [sx, sy] = [x - ty * off, y + tx * off];
    const points = mirrored([
      [sx, sy],
      [sx + dx * length * 0.55, sy + dy * length * 0.55],
      [sx + (dx + tx * 0.15) * length, sy + (dy + ty * 0.15) * length],
    ]);
    addStroke(mesh, { points, width: 0.011, opacity: 0.4, steps: 8 }, FRONTAL, 0.12);
  }
}
