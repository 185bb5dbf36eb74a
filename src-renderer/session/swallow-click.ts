/**
 * Takes the click that a pointer may still make when it is lifted, so that it does not press what has appeared under
 * it meanwhile.
 */
export function swallowClick(window: Window, pointerId: number): void {
  const end = (): void => {
    window.removeEventListener('click', take, true);
    window.removeEventListener('pointerdown', end, true);
  };
  const take = (event: MouseEvent): void => {
    if (!(event instanceof PointerEvent) || event.pointerId !== pointerId) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    end();
  };
  window.addEventListener('click', take, true);
  window.addEventListener('pointerdown', end, true);
}
