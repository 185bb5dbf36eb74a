import type { Host } from '../../src-main/host.ts';

const nothing = (): void => undefined;

/** A host that has nothing to do: the test's own browser shows the page, which asks for no first PIN. */
export const plainHost = (): Host => ({
  capabilities: { kind: 'serve' },
  pageIsReady: nothing,
  pageBeats: nothing,
  restart: nothing,
  leave: nothing,
  keepAwake: nothing,
  turnPanel: () => Promise.resolve(undefined),
  serveScreenReader: nothing,
});
