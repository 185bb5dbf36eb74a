/**
 * Resolves when this process is asked to end: by a signal, or because the process that started it is gone.
 * Asking again changes nothing; Ctrl+C reaches every process of a terminal, so it often comes twice.
 */
export function whenAskedToEnd(host: NodeJS.Process): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) host.on(signal, () => resolve(signal));
    if (host.connected) host.on('disconnect', () => resolve('the starter has ended'));
  });
}
