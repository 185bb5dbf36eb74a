import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { HostCapabilities, MeasuredDrawing } from '../contract/api.ts';
import type { Health } from '../contract/staff.ts';
import type { Fault } from '../faults.ts';
import { clean } from '../log/clean.ts';
import type { HeardLog } from '../log/log.ts';
import { openCounts, type CountsFile } from './counts-file.ts';

export const HEALTH_FILE = 'health.json';

/** `health.json` of the kiosk's own folder. */
const HealthFile = z.strictObject({
  version: z.literal(1),
  /** How often the kiosk has started, ever. */
  starts: z.int().min(0),
  /** The last error; of an earlier run too, since it may be why that run ended. */
  lastFault: z.strictObject({ at: z.iso.datetime(), what: z.string().max(2000) }).optional(),
});

type HealthFile = z.infer<typeof HealthFile>;

export interface HealthOptions {
  /** The kiosk's own folder. */
  readonly folder: string;
  /** Name and version, as in `Tonos 0.1.0`. */
  readonly product: string;
  readonly host: HostCapabilities;
  readonly clock: Clock;
  readonly log: HeardLog;
  /** How the page draws on this machine. */
  readonly drawing?: () => MeasuredDrawing | undefined;
}

/** Begins to keep an account of how the kiosk is; this counts as a start. */
export async function openHealth(options: HealthOptions): Promise<HealthAccount> {
  const fresh: HealthFile = { version: 1, starts: 0 };
  const counts = await openCounts({ ...options, file: HEALTH_FILE, schema: HealthFile, fresh });
  counts.set({ ...counts.value, starts: counts.value.starts + 1 });
  // At once: a kiosk that ends within the first minute, again and again, is just what this number is to show.
  await counts.write();
  return new HealthAccount(options, counts);
}

/** How the kiosk is. */
export class HealthAccount {
  readonly #options: HealthOptions;
  readonly #counts: CountsFile<HealthFile>;
  readonly #opened: number;
  #shown = 0;

  constructor(options: HealthOptions, counts: CountsFile<HealthFile>) {
    const { log, clock } = options;
    this.#options = options;
    this.#counts = counts;
    this.#opened = clock.now();
    log.onError((what) => {
      const lastFault = { at: clock.date().toISOString(), what: clean(what) };
      counts.set({ ...counts.value, lastFault });
    });
  }

  get faults(): readonly Fault[] {
    return this.#counts.faults;
  }

  /** The page can be touched: the first time, or again. */
  pageShown(): void {
    this.#shown++;
  }

  async now(): Promise<Health> {
    const { clock, product, host, folder } = this.#options;
    const drawing = this.#options.drawing?.();
    const { starts, lastFault } = this.#counts.value;
    const now = clock.date();
    return {
      product,
      host,
      now: now.toISOString(),
      // Reckoned back from now, since the date at the start may have been wrong.
      upSince: new Date(now.getTime() - (clock.now() - this.#opened)).toISOString(),
      starts,
      pageRestarts: Math.max(0, this.#shown - 1),
      ...(lastFault && { lastFault }),
      disk: await diskOf(folder),
      memory: process.memoryUsage.rss(),
      ...(drawing && { drawing }),
    };
  }

  close(): Promise<void> {
    return this.#counts.close();
  }
}

async function diskOf(folder: string): Promise<Health['disk']> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk && { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize };
}
