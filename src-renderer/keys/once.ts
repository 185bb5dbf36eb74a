/**
 * A key acts once, however long it is held: a hand that cannot let go at once turns no pages. Call it before anything
 * else listens.
 * @returns the way to stop
 */
export function actOnce(window: Window): () => void {
  const refuse = (event: KeyboardEvent): void => {
    if (!event.repeat) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', refuse, { capture: true });
  return () => window.removeEventListener('keydown', refuse, { capture: true });
}
