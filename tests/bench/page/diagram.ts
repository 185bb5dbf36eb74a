/** The drawing that floors and peers show: about 110 SVG elements, the same on every machine. */

/** Numbers between 0 and 1 that only look like chance. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

/** Animations that have to be painted again for every frame (a dash that moves), a turning wheel, pulsing dots. */
export const PAINTED_ANIMATION = `
.flow { stroke-dasharray: 14 10; animation: flow 1s linear infinite }
.wheel { transform-box: fill-box; transform-origin: center; animation: spin 6s linear infinite }
.pulse { animation: pulse 2s ease-in-out infinite alternate }
@keyframes flow { to { stroke-dashoffset: -24 } }
@keyframes spin { to { transform: rotate(360deg) } }
@keyframes pulse { from { opacity: .35 } to { opacity: 1 } }`;

export const TEETH = Array.from(
  { length: 12 },
  (_, k) => `<rect x="-9" y="-78" width="18" height="26" rx="4" transform="rotate(${k * 30})" fill="#fc6"/>`,
).join('');

export function diagram(index: number, { animated = false } = {}): string {
  const next = numbers(1000 + index);
  const hue = (index * 29) % 360;
  const moving = (name: string, is: boolean): string => (animated && is ? ` class="${name}"` : '');
  const tiles = Array.from({ length: 40 }, (_, k) => {
    const at = `x="${(k % 10) * 120 + 6}" y="${Math.floor(k / 10) * 175 + 6}"`;
    return `<rect ${at} width="108" height="163" rx="10" fill="hsl(${hue} 30% ${14 + next() * 8}%)"/>`;
  });
  const places = Array.from({ length: 16 }, (_, k) => ({
    x: Math.round(80 + (k % 4) * 340 + next() * 40),
    y: Math.round(80 + Math.floor(k / 4) * 170 + next() * 40),
  }));
  const anyPlace = () => places[Math.floor(next() * 16)]!;
  const lines = Array.from({ length: 22 }, (_, k) => {
    const [a, b] = [anyPlace(), anyPlace()];
    const path = `M${a.x} ${a.y} C ${a.x + 120} ${a.y}, ${b.x - 120} ${b.y}, ${b.x} ${b.y}`;
    const stroke = `stroke="hsl(${(hue + 40) % 360} 70% 55%)" stroke-width="${k < 6 ? 6 : 3}"`;
    return `<path${moving('flow', k < 6)} d="${path}" fill="none" ${stroke}/>`;
  });
  const dots = places.map(({ x, y }, k) => {
    const look = `fill="hsl(${(hue + 180) % 360} 60% 55%)" stroke="#fff" stroke-width="3"`;
    const text = `font-size="20" font-family="sans-serif" text-anchor="middle" fill="#fff"`;
    return (
      `<circle${moving('pulse', k % 4 === 0)} cx="${x}" cy="${y}" r="26" ${look}/>` +
      `<text x="${x}" y="${y + 48}" ${text}>Place ${k + 1}</text>`
    );
  });
  const wheel =
    `<g transform="translate(600 350)"><g${moving('wheel', true)}>${TEETH}` +
    '<circle r="58" fill="none" stroke="#fc6" stroke-width="14"/></g></g>';
  const all = [...tiles, ...lines, ...dots, wheel].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 700" role="img" aria-label="Diagram ${index + 1}">${all}</svg>`;
}

export const html = (title: string, head: string, body: string): string =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">' +
  `<title>${title}</title>${head}</head><body data-taps="0">${body}</body></html>`;

export const BASE_STYLE = `<style>
html, body { margin: 0; height: 100%; background: #101820; color: #fff; font: 28px sans-serif; overflow: hidden; touch-action: manipulation }
svg { width: 1500px; height: 875px; display: block; margin: 40px auto 0 }
</style>`;
