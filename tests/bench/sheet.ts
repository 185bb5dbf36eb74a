import { median } from './statistics.ts';

/** One row of a table: how a figure is called, with its unit, and what it means. */
export interface Figure {
  readonly title: string;
  /** Digits after the point. */
  readonly digits: number;
  readonly meaning: string;
}

/** What one repetition has found; a figure that it could not measure is absent. */
export type Measured<Name extends string> = { readonly [Figure in Name]?: number | undefined };

export interface Ratio {
  readonly value: number | undefined;
  readonly best: number | undefined;
}

/** The values of all repetitions, by column (what was measured) and figure. */
export class Sheet<Name extends string> {
  readonly title: string;
  readonly figures: Readonly<Record<Name, Figure>>;
  readonly #columns = new Map<string, Map<Name, number[]>>();

  constructor(title: string, figures: Readonly<Record<Name, Figure>>) {
    this.title = title;
    this.figures = figures;
  }

  add(column: string, measured: Measured<Name>): void {
    const figures = this.#columns.get(column) ?? new Map<Name, number[]>();
    this.#columns.set(column, figures);
    for (const name of Object.keys(this.figures) as Name[]) {
      const value = measured[name];
      if (value !== undefined && Number.isFinite(value))
        figures.set(name, [...(figures.get(name) ?? []), value]);
    }
  }

  get columns(): string[] {
    return [...this.#columns.keys()];
  }

  values(column: string, figure: Name): readonly number[] {
    return this.#columns.get(column)?.get(figure) ?? [];
  }

  median(column: string, figure: Name): number | undefined {
    return median(this.values(column, figure));
  }

  /** One column by another: their medians, and their smallest values, which other work on the machine spoils least. */
  ratio(figure: Name, column: string, by: string): Ratio {
    const [values, others] = [this.values(column, figure), this.values(by, figure)];
    if (values.length === 0 || others.length === 0) return { value: undefined, best: undefined };
    return {
      value: median(values)! / median(others)!,
      best: Math.min(...values) / Math.min(...others),
    };
  }

  toJSON(): object {
    const columns = [...this.#columns].map(
      ([column, figures]) => [column, Object.fromEntries(figures)] as const,
    );
    return { title: this.title, columns: Object.fromEntries(columns) };
  }
}
