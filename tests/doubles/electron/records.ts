/** What the program has called, in order; a test reads it. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

export const calls: Call[] = [];

export function record(name: string, ...args: unknown[]): void {
  calls.push({ name, args: JSON.parse(JSON.stringify(args)) as unknown[] });
}

/** An object whose methods do nothing but be recorded. */
export const recorder = <Name extends string>(
  of: string,
  ...names: Name[]
): Record<Name, (...args: unknown[]) => void> =>
  Object.fromEntries(
    names.map((name) => [name, (...args: unknown[]) => record(`${of}.${name}`, ...args)]),
  ) as Record<Name, (...args: unknown[]) => void>;

/** An event as Electron hands it out. */
export class DoubleEvent {
  defaultPrevented = false;
  constructor(fields: object = {}) {
    Object.assign(this, fields);
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
