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
 * Sets the measure on the document and keeps it when the window changes.
 * @param refit does what follows from a measure that has changed
 * @returns the way to stop
 */
export function fitPanel(inches: number, window: Window, refit: () => void): () => void {
  const root = window.document.documentElement;
  const fit = (): void => {
    const panel = measurePanel(window.innerWidth, window.innerHeight, inches);
    root.style.setProperty('--mm', `${panel.mm.toFixed(4)}px`);
    root.style.setProperty('--scale', panel.scale.toFixed(3));
    root.dataset['orientation'] = panel.orientation;
    root.dataset['panel'] = panel.size;
  };
  fit();
  const again = (): void => {
    fit();
    refit();
  };
  window.addEventListener('resize', again);
  return () => window.removeEventListener('resize', again);
}
