/** Floors: what the browser itself costs for a page that does next to nothing. No framework can be below them. */
import { BASE_STYLE, diagram, html, PAINTED_ANIMATION, TEETH } from './diagram.ts';

/** A handled tap is one counter in the document and one change that can be seen. */
const COUNTER = `
<button id="next" style="position: fixed; right: 40px; bottom: 40px; width: 160px; height: 90px; font: 28px sans-serif">0</button>
<script>
const button = document.getElementById('next');
let taps = 0;
button.addEventListener('click', () => { button.textContent = document.body.dataset.taps = ++taps });
</script>`;

/** Layers over the drawing that move by transform and opacity alone: nothing is painted again. */
const MOVERS =
  Array.from({ length: 6 }, (_, k) => `<i class="dot" style="top: ${140 + k * 120}px"></i>`).join('') +
  Array.from({ length: 4 }, (_, k) => `<i class="glow" style="left: ${320 + k * 400}px"></i>`).join('') +
  `<div class="turn"><svg viewBox="-90 -90 180 180" style="width: 220px; height: 220px; margin: 0">${TEETH}
  <circle r="58" fill="none" stroke="#fc6" stroke-width="14"/></svg></div>`;

/** @param timing of the animations: how a duration in seconds is spread over frames */
const moverStyle = (timing: (seconds: number) => string): string => `<style>
.dot { position: fixed; left: 260px; width: 28px; height: 28px; border-radius: 50%; background: #6cf; will-change: transform; animation: run 4s ${timing(4)} infinite }
.glow { position: fixed; top: 70px; width: 60px; height: 60px; border-radius: 50%; background: #fff; will-change: opacity; animation: pulse 2s ${timing(2)} infinite alternate }
.turn { position: fixed; left: 850px; top: 400px; width: 220px; height: 220px; will-change: transform; animation: spin 6s ${timing(6)} infinite }
@keyframes run { to { transform: translateX(1350px) } }
@keyframes spin { to { transform: rotate(360deg) } }
@keyframes pulse { from { opacity: .2 } to { opacity: 1 } }
</style>`;

const page = (title: string, head: string, body: string): string =>
  html(title, BASE_STYLE + head, body + COUNTER);

export const floorPages: Readonly<Record<string, string>> = {
  'floor-blank': page('blank', '', ''),
  'floor-svg-static': page('a drawing', '', diagram(0)),
  'floor-svg-css': page(
    'a drawing, moving layers',
    moverStyle(() => 'linear'),
    diagram(0) + MOVERS,
  ),
  'floor-svg-css-12fps': page(
    'a drawing, layers moving 12 times a second',
    moverStyle((seconds) => `steps(${seconds * 12})`),
    diagram(0) + MOVERS,
  ),
  'floor-svg-painted': page(
    'a drawing that is painted again for every frame',
    `<style>${PAINTED_ANIMATION}</style>`,
    diagram(0, { animated: true }),
  ),
};
