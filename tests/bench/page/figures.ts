import type { Figure } from '../sheet.ts';

/** What is measured of a page. */
export const pageFigures = {
  firstPaint: {
    title: 'first contentful paint, ms',
    digits: 0,
    meaning:
      'From the start of the navigation to the first text or picture; nothing in any cache, server on loopback.',
  },
  touchable: {
    title: 'touchable, ms',
    digits: 0,
    meaning: 'To the control being there. Seen from outside every few milliseconds.',
  },
  firstTap: {
    title: 'first tap handled, ms',
    digits: 0,
    meaning:
      'To the answer to the first tap being in the page; taps go in every 25 ms from the moment it is touchable.',
  },
  firstTapCpu: {
    title: 'CPU until then, ms',
    digits: 0,
    meaning: 'All processes of the browser until the first tap was handled. Suffers least from other work.',
  },
  sent: {
    title: 'first screen, kB as sent',
    digits: 0,
    meaning:
      'Bodies and headers of all that is fetched until 1.5 s after the page loaded. Loopback: uncompressed.',
  },
  gzip: {
    title: 'first screen, kB gzip',
    digits: 0,
    meaning: 'The same bodies, with text packed by gzip at its usual level.',
  },
  scriptSent: { title: 'its scripts, kB as sent', digits: 0, meaning: 'JavaScript files among them.' },
  scriptGzip: { title: 'its scripts, kB gzip', digits: 1, meaning: 'JavaScript files among them, packed.' },
  requests: {
    title: 'requests',
    digits: 0,
    meaning: 'Made for the first screen, redirects and event streams too.',
  },
  idleCpu: {
    title: 'idle CPU, % of a core',
    digits: 1,
    meaning:
      'All processes of the browser while nobody touches the page. Software rendering where there is no GPU.',
  },
  idleRenderer: { title: 'of it the renderer', digits: 1, meaning: 'Scripts, layout and painting.' },
  idleGpu: { title: 'of it the GPU process', digits: 1, meaning: 'Putting layers on the screen.' },
  drawn: {
    title: 'drawn frames a second',
    digits: 1,
    meaning: 'Put on the screen while nobody touches the page.',
  },
  heap: { title: 'heap after GC, MiB', digits: 2, meaning: 'JavaScript objects alive after the idle time.' },
  nodes: { title: 'DOM nodes', digits: 0, meaning: 'Alive after the idle time, attached or not.' },
  listeners: { title: 'event listeners', digits: 0, meaning: 'Alive after the idle time.' },
  tapsHandled: { title: 'taps handled, %', digits: 0, meaning: 'Taps that changed what the page shows.' },
  interaction: {
    title: 'interaction, median ms',
    digits: 0,
    meaning: 'Event Timing: finger to the next frame of any kind, in steps of 8 ms; under 16 ms counts as 8.',
  },
  inp: { title: 'INP, ms', digits: 0, meaning: 'The same, 98th percentile; with few taps the slowest.' },
  fingerToFrame: {
    title: 'finger to new frame, median ms',
    digits: 1,
    meaning: 'Finger to the first frame that holds the answer, as the page sees it.',
  },
  fingerToFrameSlow: {
    title: 'finger to new frame, p98 ms',
    digits: 1,
    meaning: 'The same, 98th percentile.',
  },
  framesMissed: {
    title: 'frames missed in transitions, %',
    digits: 1,
    meaning: 'Of those due at 60 a second while taps are answered.',
  },
  worstFrame: { title: 'longest frame, ms', digits: 0, meaning: 'Among them.' },
  cpuPerTap: {
    title: 'CPU per tap, ms',
    digits: 0,
    meaning: 'All processes of the browser, the whole transition and the pause after it.',
  },
  others: {
    title: 'other work, % of a core',
    digits: 0,
    meaning:
      'What the rest of the machine did during the idle time. Where it is much, distrust the times above.',
  },
} as const satisfies Record<string, Figure>;

export type PageFigure = keyof typeof pageFigures;
