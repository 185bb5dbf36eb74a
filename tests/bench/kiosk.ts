import path from 'node:path';
import { serveKiosk } from '../e2e/serve-kiosk.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export interface RunningKiosk {
  /** Opens the kiosk as often as wanted: gives the browser its cookie and leads to the page. */
  readonly address: string;
  /** Milliseconds from starting the process to its answering. */
  readonly listeningMs: number;
  end(): Promise<void>;
}

/**
 * The built kiosk, as `npm start -- --host serve` runs it, with settings of its own.
 * @throws when it ends before it listens
 */
export async function startKiosk(args: readonly string[] = []): Promise<RunningKiosk> {
  const started = performance.now();
  const { address, close } = await serveKiosk(args);
  return { address, listeningMs: performance.now() - started, end: close };
}
