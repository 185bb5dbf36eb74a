/** Counts the live objects of WebGL 2, in the page. Self-contained: only its text gets there. */
export function countObjects(): void {
  const count = { live: 0 };
  Object.assign(window, { tonosObjects: count });
  const own = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of Object.getOwnPropertyNames(own)) {
    const step = name.startsWith('create') ? 1 : name.startsWith('delete') ? -1 : 0;
    if (step === 0) continue;
    const call = own[name]!;
    own[name] = function (this: unknown, ...args: unknown[]) {
      // Deleting nothing is allowed, and counts for nothing.
      if (step === 1 || args[0]) count.live += step;
      return call.apply(this, args);
    };
  }
}
