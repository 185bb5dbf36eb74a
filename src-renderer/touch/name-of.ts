/**
 * The name of a target as a visitor reads it: what it is labelled with, else its words. Empty: it has none, as a picture.
 */
export function nameOf(target: Element): string {
  const label = target.getAttribute('aria-label');
  if (label) return label;
  const labels = (target.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const named = labels.map((id) => target.ownerDocument.getElementById(id)?.textContent.trim()).join(' ');
  if (named) return named;
  if (target.matches('[data-touch]')) return '';
  const clone = target.cloneNode(true) as Element;
  for (const hidden of clone.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return clone.textContent.replaceAll(/\s+/g, ' ').trim();
}
