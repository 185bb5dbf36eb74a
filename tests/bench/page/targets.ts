/** What is measured, and what counts as a handled tap on it. */
import { floorPages } from './floor-pages.ts';
import { peerPages } from './peer-pages.ts';

export interface Target {
  readonly name: string;
  readonly address: string;
  /**
   * Where the page is for whoever has been at `address` once. The kiosk's browser host gives its key there, once a start; Electron
   * has none, and a page that begins anew needs none.
   */
  readonly within?: string;
  /** Where there is as good as nothing on the same origin. */
  readonly empty: string;
  /** CSS selector of what a visitor taps first. */
  readonly tap: string;
  /**
   * JavaScript expression: null or undefined while the page cannot be touched, a value when it can, and another
   * value once a tap has been handled and its answer is on the page.
   */
  readonly state: string;
  /** Selectors tapped in turn, each as soon as it is there, before taps are timed. */
  readonly before?: readonly string[];
  /** Selectors tapped in turn, over and over, while taps are timed; without it `tap`. */
  readonly walk?: readonly string[];
  /** Milliseconds from one timed tap to the next: longer than the page's transitions. */
  readonly settle: number;
}

const FLOOR = { tap: '#next', state: 'document.body?.dataset.taps', settle: 120 };

const PEERS: Readonly<Record<string, Pick<Target, 'tap' | 'state' | 'settle'>>> = {
  reveal: {
    tap: '.navigate-right',
    state: 'window.Reveal?.isReady?.() ? Reveal.getIndices().h : null',
    settle: 900,
  },
  driver: {
    tap: '.driver-popover-next-btn',
    state: "document.querySelector('.driver-popover-title')?.textContent",
    settle: 550,
  },
};

/** Six steps of a tour forth and back: every tap changes the title and the picture. */
const STEPS = 6;
const walk = ['next', 'back'].flatMap((name) => Array<string>(STEPS).fill(`[data-control=${name}]`));

/**
 * The kiosk's attract loop, or the calm screen before it; a tap is handled when the title of the next screen is there. The calm
 * screen holds it from the start, and opens it.
 */
export const kioskTarget = (name: string, address: string): Target => ({
  name,
  address,
  within: new URL(address).origin,
  // The answer to whoever asks for what is not there.
  empty: new URL('/nothing', address).href,
  tap: '.begin',
  state: `(document.querySelector('details[open] > h1') ??
    (document.querySelector('.begin') ? { textContent: 'attract' } : document.querySelector('main h1')))?.textContent`,
  before: ['.begin', 'button[data-part=neck]'],
  walk,
  settle: 900,
});

export const siteTargets = (origin: string): Target[] => {
  const at = (name: string) => ({
    name,
    address: `${origin}/${name}.html`,
    empty: `${origin}/floor-blank.html`,
  });
  return [
    ...Object.keys(floorPages).map((name) => ({ ...at(name), ...FLOOR })),
    ...Object.keys(peerPages).map((name) => ({ ...at(name), ...PEERS[name.split('-')[0] ?? '']! })),
  ];
};

export const targetNames = [...Object.keys(floorPages), ...Object.keys(peerPages), 'tonos'];
