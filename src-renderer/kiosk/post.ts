/** How long the kiosk, on the same machine, is waited for, ms. */
const PATIENCE_MS = 10_000;

/** Tells the kiosk something that needs no answer; a kiosk that does not take it is not the visitor's business. */
export async function post(path: string, body?: unknown): Promise<void> {
  try {
    await fetch(path, {
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    // The host looks after a kiosk that is silent.
  }
}
