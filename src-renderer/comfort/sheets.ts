/** The sheets of the constant controls: no part of the first screen, and there before anybody asks for them. */
export const comfortPanel = () => import('./ComfortPanel.svelte');
export const helpSheet = () => import('../help/Help.svelte');

/** Fetches them ahead. A kiosk that does not answer now is asked again when somebody does. */
export const fetchAhead = (): void => {
  for (const sheet of [comfortPanel, helpSheet]) sheet().catch(() => undefined);
};
