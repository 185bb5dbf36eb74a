import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';
import type { Clock } from '../clock.ts';

/** Ten files of 1 MiB: months of a kiosk that is well, and a bad day of one that is not. */
const SIZE = '1M';
const OLDER = 9;
/** A disk that does not keep up is not waited for, bytes. */
const MOST_UNWRITTEN = 1024 * 1024;
/** After a fault of the disk the files are tried again, ms. */
export const TRY_AGAIN = 5 * 60_000;
/** How long the last lines are waited for, ms. */
const CLOSE_WITHIN = 2000;

/** Of the kiosk's own folder, the one that holds the log. */
export const LOG_FOLDER = 'logs';

const NAME = /^tonos(\.\d+)?\.log$/;

/** The files of the log in a folder, newest first. */
export async function listLogFiles(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  const age = (name: string): number => Number(NAME.exec(name)?.[1]?.slice(1) ?? 0);
  return names
    .filter((name) => NAME.test(name))
    .sort((a, b) => age(a) - age(b))
    .map((name) => path.join(dir, name));
}

export interface LogFilesOptions {
  readonly dir: string;
  readonly clock: Clock;
  /** The disk takes no more lines; said once until it takes them again. */
  readonly onDown: (why: string) => void;
  /** It takes them again. */
  readonly onUp: (missing: number) => void;
  /** The size of a file, as rotating-file-stream wants it. */
  readonly size?: string;
}

/** The files of the log: `tonos.log`, older ones as `tonos.1.log` … Whatever the disk does, writing to them never fails. */
export class LogFiles {
  readonly #options: LogFilesOptions;
  #stream: RotatingFileStream | undefined;
  #missing = 0;
  #isDown = false;
  #callOff = (): void => undefined;

  constructor(options: LogFilesOptions) {
    this.#options = options;
    this.#open();
  }

  write(line: string): void {
    const stream = this.#stream;
    if (!stream || stream.writableLength > MOST_UNWRITTEN) {
      this.#missing++;
      return;
    }
    stream.write(line, (error) => {
      if (error) this.#missing++;
      else if (this.#isDown) this.#up();
    });
  }

  /** Resolves when the last line is written, or the disk has had its time. */
  close(): Promise<void> {
    this.#callOff();
    const stream = this.#stream;
    this.#stream = undefined;
    if (!stream) return Promise.resolve();
    return new Promise((resolve) => {
      this.#options.clock.after(CLOSE_WITHIN, resolve);
      stream.once('close', resolve).end();
    });
  }

  #open(): void {
    const { dir, size = SIZE } = this.#options;
    // Called with nothing for the newest, although its types speak of dates only.
    const name = (age: number | Date | null): string => (age ? `tonos.${Number(age)}.log` : 'tonos.log');
    const stream = createStream(name, { path: dir, size, rotate: OLDER, mode: 0o600 });
    stream.on('error', (error: NodeJS.ErrnoException) => this.#down(stream, error.code ?? error.message));
    this.#stream = stream;
    // A disk that became full may have taken half a line.
    if (this.#isDown) stream.write('\n');
  }

  #down(stream: RotatingFileStream, why: string): void {
    if (this.#stream !== stream) return;
    this.#stream = undefined;
    this.#callOff = this.#options.clock.after(TRY_AGAIN, () => this.#open());
    if (this.#isDown) return;
    this.#isDown = true;
    this.#options.onDown(why);
  }

  #up(): void {
    const missing = this.#missing;
    this.#isDown = false;
    this.#missing = 0;
    this.#options.onUp(missing);
  }
}
