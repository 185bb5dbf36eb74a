/** Peers: the libraries that a kiosk would usually be made with, showing twelve drawings like those of the floors. */
import { BASE_STYLE, diagram, html, PAINTED_ANIMATION } from './diagram.ts';

const STATIONS = 12;
const ADVANCE_MS = 5000;

const TEXT =
  'Water enters the turbine through the penstock, turns the runner and leaves by the draft tube; the generator ' +
  'on the same shaft turns that motion into current.';

function reveal(animated: boolean): string {
  const slides = Array.from(
    { length: STATIONS },
    (_, k) =>
      `<section><h3>Station ${k + 1}</h3><div class="drawing">${diagram(k, { animated })}</div><p>${TEXT}</p></section>`,
  );
  return html(
    'reveal.js',
    `<link rel="stylesheet" href="/reveal/reset.css">
<link rel="stylesheet" href="/reveal/reveal.css">
<link rel="stylesheet" href="/reveal/theme/black.css">
<style>.drawing svg { width: 100%; height: 760px } .reveal p { font-size: 28px } .reveal h3 { margin: 0 }
${animated ? PAINTED_ANIMATION : ''}</style>`,
    `<div class="reveal"><div class="slides">${slides.join('\n')}</div></div>
<script src="/reveal/reveal.js"></script>
<script>
Reveal.initialize({
  width: 1920, height: 1080, margin: 0.02, hash: false, loop: true, controls: true, progress: true,
  autoSlide: ${ADVANCE_MS}, autoSlideStoppable: true, transition: 'slide', touch: true,
});
</script>`,
  );
}

/** Twelve steps over the parts of one page. Begins again for ever; goes on by itself until the first touch. */
function driver(): string {
  const tiles = Array.from(
    { length: STATIONS },
    (_, k) => `<div class="tile" id="tile${k}">${diagram(k)}<p>Station ${k + 1}</p></div>`,
  );
  return html(
    'driver.js',
    `${BASE_STYLE}<link rel="stylesheet" href="/driver/driver.css">
<style>
main { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; padding: 16px }
.tile svg { width: 100%; height: 250px; margin: 0 }
.tile p { margin: 4px; font-size: 22px }
</style>`,
    `<main>${tiles.join('')}</main>
<script src="/driver/driver.js.iife.js"></script>
<script>
const steps = Array.from({ length: ${STATIONS} }, (_, k) => ({
  element: '#tile' + k, popover: { title: 'Step ' + (k + 1), description: ${JSON.stringify(TEXT)} },
}));
const tour = window.driver.js.driver({
  steps, allowClose: false, overlayOpacity: 0.7, animate: true, onDestroyed: () => setTimeout(() => tour.drive(0), 0),
});
tour.drive(0);
const timer = setInterval(() => (tour.isLastStep() ? tour.moveTo(0) : tour.moveNext()), ${ADVANCE_MS});
addEventListener('pointerdown', () => clearInterval(timer), true);
</script>`,
  );
}

export const peerPages: Readonly<Record<string, string>> = {
  'reveal-static': reveal(false),
  'reveal-animated': reveal(true),
  'driver-tour': driver(),
};
