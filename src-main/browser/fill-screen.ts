import type { DebuggingPipe } from './debugging-pipe.ts';

/** How much of the screen the page's window leaves free, as an expression for the page. */
export const MEASURE =
  '({ width: screen.width, height: screen.height, outerWidth, outerHeight, left: screenX, top: screenY })';

interface Measured {
  readonly width: number;
  readonly height: number;
  readonly outerWidth: number;
  readonly outerHeight: number;
  readonly left: number;
  readonly top: number;
}

/** Rounding on scaled screens is no gap. */
const GAP = 8;

/**
 * Makes the kiosk's window as large as the screen. `--kiosk` only asks the window manager for that, and a bare
 * X session has none; nor does anybody else when the panel is turned or plugged in later.
 * @returns whether the window had to be changed
 */
export async function fillScreen(
  pipe: Pick<DebuggingPipe, 'send'>,
  targetId: string,
  answer: Record<string, unknown>,
): Promise<boolean> {
  const measured = (answer['result'] as { value?: Measured } | undefined)?.value;
  if (!measured) return false;
  const { width, height, outerWidth, outerHeight, left, top } = measured;
  const gaps = [width - outerWidth, height - outerHeight, left, top].map(Math.abs);
  if (gaps.every((gap) => gap <= GAP)) return false;
  const { windowId } = await pipe.send('Browser.getWindowForTarget', { targetId });
  await pipe.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  // Chromium keeps a window that would just fill an X screen one pixel smaller.
  const bounds = { left: 0, top: 0, width: width + 1, height: height + 1 };
  await pipe.send('Browser.setWindowBounds', { windowId, bounds });
  return true;
}
