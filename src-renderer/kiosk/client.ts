import type { Clock } from '../session/clock.ts';
import type { Boot, ErrorAnswer, KioskEvents } from '../../src-main/contract/api.ts';

/** How long the kiosk, on the same machine, is waited for, ms. */
const PATIENCE_MS = 10_000;
/** How long until a stream that the kiosk has refused is tried again, ms. */
const REOPEN_MS = 5_000;

/** An answer of the kiosk that is not the thing asked for; `name` is the stable name of its error catalogue. */
export class KioskError extends Error {
  override readonly name: string = 'KioskError';
  readonly kind: string;

  constructor(kind: string, what: string) {
    super(what);
    this.kind = kind;
  }
}

/** What the kiosk wrote into the page. */
export function readBoot(document: Document): Boot {
  const text = document.getElementById('boot')?.textContent ?? '';
  return JSON.parse(text) as Boot;
}

/** Content of one version, kept for the whole life of the page: its addresses never change their answers. */
export class ContentClient {
  readonly #kept = new Map<string, Promise<unknown>>();
  readonly #base: string;

  constructor(version: string) {
    this.#base = `/content/${version}/`;
  }

  /** @throws KioskError; a failed answer is not kept, so that trying again can succeed */
  get<T>(path: string): Promise<T> {
    const kept = this.#kept.get(path);
    if (kept) return kept as Promise<T>;
    const answer = this.fetch<T>(path);
    this.#kept.set(path, answer);
    answer.catch(() => this.#kept.delete(path));
    return answer;
  }

  /** The same, not kept here. @throws KioskError */
  fetch<T>(path: string): Promise<T> {
    return getJson<T>(this.#base + path);
  }
}

async function getJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
  if (!response) throw new KioskError('kiosk-silent', 'The kiosk did not answer.');
  if (response.ok) return (await response.json()) as T;
  const { error } = (await response.json().catch(() => ({ error: {} }))) as Partial<ErrorAnswer>;
  throw new KioskError(error?.name ?? 'unknown', error?.what ?? `The kiosk answered ${response.status}.`);
}

/** Tells the host that the page can be touched. */
export const reportReady = (): Promise<unknown> =>
  fetch('/host/ready', { method: 'POST' }).catch(() => undefined);

/**
 * Listens to the kiosk. The browser reconnects by itself when the stream is cut, but not when it was refused,
 * as by a kiosk that is just starting: then it is opened again. Returns the way to stop.
 */
export function listen(
  clock: Clock,
  on: { [E in keyof KioskEvents]: (data: KioskEvents[E]) => void },
): () => void {
  let stream: EventSource;
  let cancel = (): void => {};
  const open = (): void => {
    stream = new EventSource('/events');
    for (const name of Object.keys(on) as (keyof KioskEvents)[]) {
      stream.addEventListener(name, (event: MessageEvent<string>) =>
        on[name](JSON.parse(event.data) as never),
      );
    }
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) cancel = clock.after(REOPEN_MS, open);
    });
  };
  open();
  return () => {
    cancel();
    stream.close();
  };
}
