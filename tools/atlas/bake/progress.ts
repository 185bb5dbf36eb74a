import type { BakeOptions } from './options.ts';

/** One line that counts, on a terminal; elsewhere one line that says what begins. Nothing in the background. */
export class Progress {
  readonly #total: number;
  readonly #what: string;
  readonly #out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  readonly #quiet: boolean;

  constructor(
    total: number,
    { first, background }: Pick<BakeOptions, 'first' | 'background'>,
    out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stdout,
  ) {
    this.#total = total;
    this.#what = first ? 'Drawing the first pictures' : 'Drawing the pictures';
    this.#out = out;
    this.#quiet = background || total === 0;
    if (!this.#quiet && !out.isTTY) out.write(`${this.#what} (${total})…\n`);
    this.show(0);
  }

  show(drawn: number): void {
    if (!this.#quiet && this.#out.isTTY) this.#out.write(`\r${this.#what} (${drawn} of ${this.#total})…`);
  }

  end(): void {
    if (!this.#quiet && this.#out.isTTY) this.#out.write('\n');
  }
}
