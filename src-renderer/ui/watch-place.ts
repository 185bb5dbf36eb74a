/**
 * Tells when an element may have come to lie elsewhere: whenever its size, that of anything around it, or a font
 * changes. `settled` is false while a font is on its way, since words will move once it is there. The first call comes
 * with the next frame, after layout. Returns the way to stop.
 */
export function watchPlace(element: Element, call: (settled: boolean) => void): () => void {
  const { fonts } = element.ownerDocument;
  const tell = (): void => call(fonts.status === 'loaded');
  const sizes = new ResizeObserver(tell);
  // An element is moved by what it lies in and by what stands beside that.
  for (let around: Element | null = element; around; around = around.parentElement) {
    sizes.observe(around);
    for (const beside of around.parentElement?.children ?? []) sizes.observe(beside);
  }
  fonts.addEventListener('loading', tell);
  fonts.addEventListener('loadingdone', tell);
  return () => {
    sizes.disconnect();
    fonts.removeEventListener('loading', tell);
    fonts.removeEventListener('loadingdone', tell);
  };
}
