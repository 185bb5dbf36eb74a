/** A block of the sheet, as it was measured. */
export interface Measured {
  /** mm, with the room above it. */
  readonly height: number;
  /** It does not stand last on a page, as a heading does not. */
  readonly leads?: boolean | undefined;
}

/**
 * Pours blocks onto pages, in their order and whole. A block that is taller than a page has one of its own.
 * @param room of the first page and of each that follows, mm
 * @returns for each page the numbers of its blocks
 */
export function pour(blocks: readonly Measured[], room: readonly [first: number, other: number]): number[][] {
  const pages: number[][] = [[]];
  let left = room[0];
  for (let at = 0; at < blocks.length;) {
    const group = groupAt(blocks, at);
    const height = group.reduce((sum, number) => sum + blocks[number]!.height, 0);
    if (height > left && pages.at(-1)!.length > 0) {
      pages.push([]);
      left = room[1];
    }
    pages.at(-1)!.push(...group);
    left -= height;
    at += group.length;
  }
  return pages;
}

/** A block with those that it leads. */
function groupAt(blocks: readonly Measured[], from: number): number[] {
  let to = from;
  while (blocks[to]!.leads && to + 1 < blocks.length) to++;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
