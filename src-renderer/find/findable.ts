/** What can be found by its name, or by others that it has. */
export interface Findable {
  readonly id: string;
  /** What it is called. */
  readonly term: string;
  /** How it is said, respelled. */
  readonly say?: string | undefined;
  /** Other names. */
  readonly synonyms: readonly string[];
  /** What is typed for it and not shown. */
  readonly find?: readonly string[] | undefined;
}
