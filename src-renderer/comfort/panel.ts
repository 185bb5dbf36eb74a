/** Pixels and millimetres of the panel: every size on the screen follows from here. */
export interface PanelMeasure {
  /** Pixels in one millimetre. */
  readonly mm: number;
  /** How much larger than their floor sizes are set: large panels are read from further away. */
  readonly scale: number;
  readonly orientation: 'landscape' | 'portrait';
  /** `small` panels have no room to spare in height; their layouts drop what may be dropped. */
  readonly size: 'small' | 'regular' | 'large';
}

/** What is within reach of whoever sits or stands, mm above the floor. */
const REACH = { from: 700, to: 1100 };
/** The share of the glass that everything lies in while nobody has told how high it hangs; and the least that a layout is made for. */
const USUAL_SHARE = 0.66;
const LEAST_SHARE = 0.56;

/** The part of the glass in which everything lies low, as shares of its height. */
export interface Reach {
  readonly share: number;
  /** What stays free below it. */
  readonly below: number;
}

/**
 * @param height of the glass, mm
 * @param mountHeight from the floor to its lower edge, mm, as staff have measured it
 */
export function reachOf(height: number, mountHeight: number | undefined): Reach {
  if (mountHeight === undefined) return { share: USUAL_SHARE, below: 0 };
  const top = Math.min(REACH.to, mountHeight + height);
  const within = top - Math.max(mountHeight, REACH.from);
  const share = Math.min(1, Math.max(LEAST_SHARE, within / height));
  const below = Math.min(1 - share, Math.max(0, (REACH.from - mountHeight) / height));
  return { share, below };
}

const MM_PER_INCH = 25.4;

/**
 * Measures the panel from the window, which fills it in kiosk mode.
 * @param width window width, px
 * @param height window height, px
 * @param inches diagonal of the panel, from the settings
 */
export function measurePanel(width: number, height: number, inches: number): PanelMeasure {
  const mm = Math.hypot(width, height) / (inches * MM_PER_INCH);
  const short = Math.min(width, height) / mm;
  const size = short < 230 ? 'small' : short < 330 ? 'regular' : 'large';
  return {
    mm,
    scale: size === 'large' ? Math.min(1.4, short / 290) : 1,
    orientation: width >= height ? 'landscape' : 'portrait',
    size,
  };
}

/**
 * Sets the measure on the document and keeps it when the window changes; what a visitor wishes is put on it after that (`wear`).
 * @param mountHeight how high it hangs, from the settings, mm
 * @param refit does what follows from a measure that has changed
 * @returns the way to stop
 */
export function fitPanel(
  inches: number,
  mountHeight: number | undefined,
  window: Window,
  refit: () => void,
): () => void {
  const root = window.document.documentElement;
  const fit = (): void => {
    const panel = measurePanel(window.innerWidth, window.innerHeight, inches);
    root.style.setProperty('--mm', `${panel.mm.toFixed(4)}px`);
    root.style.setProperty('--panel-scale', panel.scale.toFixed(3));
    root.dataset['orientation'] = panel.orientation;
    root.dataset['panel'] = panel.size;
    const reach = reachOf(window.innerHeight / panel.mm, mountHeight);
    root.style.setProperty('--reach', String(reach.share));
    root.style.setProperty('--reach-below', String(reach.below));
    const isBeyond = panel.orientation === 'portrait' || panel.size === 'large';
    root.toggleAttribute('data-beyond-reach', isBeyond && reach.share < 1);
  };
  fit();
  const again = (): void => {
    fit();
    refit();
  };
  window.addEventListener('resize', again);
  return () => window.removeEventListener('resize', again);
}
