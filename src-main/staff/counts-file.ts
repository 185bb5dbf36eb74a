import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import { fault, type Fault } from '../faults.ts';
import { parseJson } from '../files/read-json.ts';
import { inTurn } from '../files/in-turn.ts';
import { writeWhole } from '../files/write-file.ts';
import type { Log } from '../log/log.ts';
import { codeOf } from '../files/error-code.ts';

/** Flash wears out: counts are written at most this often, ms. */
const WRITE_EVERY = 60_000;

export interface CountsOptions<State> {
  /** The kiosk's own folder. */
  readonly folder: string;
  readonly file: string;
  readonly schema: z.ZodType<State>;
  readonly fresh: State;
  readonly clock: Clock;
  readonly log: Log;
}

/** Opens a file of counts. A file that cannot be used is set aside as it is, and counting begins anew. */
export async function openCounts<State>(options: CountsOptions<State>): Promise<CountsFile<State>> {
  const { folder, file, schema, fresh } = options;
  const bytes = await readFile(path.join(folder, file)).catch((error: unknown) =>
    codeOf(error) === 'ENOENT' ? undefined : new Uint8Array(),
  );
  if (!bytes) return new CountsFile(options, fresh, []);
  const { value, faults } = parseJson(bytes, { folder, file });
  const read = schema.safeParse(value);
  if (read.success && faults.length === 0) return new CountsFile(options, read.data, []);
  const aside = `${file}.damaged`;
  await rename(path.join(folder, file), path.join(folder, aside)).catch(() => undefined);
  return new CountsFile(options, fresh, [fault('counts-unusable', { folder, file }, { aside })]);
}

/** Counts that outlive a restart: in memory at once, on the disk soon. */
export class CountsFile<State> {
  readonly faults: readonly Fault[];
  readonly #options: CountsOptions<State>;
  readonly #inTurn = inTurn();
  #value: State;
  #isDirty = false;
  #isDown = false;
  #callOff: (() => void) | undefined;

  constructor(options: CountsOptions<State>, value: State, faults: readonly Fault[]) {
    this.#options = options;
    this.#value = value;
    this.faults = faults;
  }

  get value(): State {
    return this.#value;
  }

  set(value: State): void {
    this.#value = value;
    this.#isDirty = true;
    this.#callOff ??= this.#options.clock.after(WRITE_EVERY, () => {
      this.#callOff = undefined;
      void this.write();
    });
  }

  /** Writes what is not written yet. Never rejects. */
  write(): Promise<void> {
    const { folder, file, log } = this.#options;
    return this.#inTurn(async () => {
      if (!this.#isDirty) return;
      this.#isDirty = false;
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(path.join(folder, file), `${JSON.stringify(this.#value)}\n`);
        this.#isDown = false;
      } catch (error) {
        this.#isDirty = true;
        if (!this.#isDown) log.warn(`The counts in ${file} cannot be written.`, { why: codeOf(error) });
        this.#isDown = true;
      }
    });
  }

  async close(): Promise<void> {
    this.#callOff?.();
    await this.write();
  }
}
