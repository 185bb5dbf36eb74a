/** Electron's description of a key that Playwright names, as in `Control+Alt+KeyS`. */
export function inputOf(keys: string) {
  // A plus that is itself the key stands at the end.
  const parts = keys.split(/\+(?=.)/);
  const code = parts.pop() ?? '';
  const has = (name: string): boolean => parts.includes(name);
  const key = code.replace(/^(Key|Digit)(?=.$)/, '');
  return {
    type: 'keyDown',
    key: code.startsWith('Key') ? key.toLowerCase() : key === 'Space' ? ' ' : key,
    code: /^[a-z]$/i.test(code) ? `Key${code.toUpperCase()}` : code,
    shift: has('Shift'),
    control: has('Control'),
    alt: has('Alt'),
    meta: has('Meta'),
    modifiers: parts.map((part) => part.toLowerCase()),
  };
}
