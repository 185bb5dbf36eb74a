/** A square picture. */
export interface Picture {
  /** Its side in pixels. */
  readonly size: number;
  readonly png: Buffer;
}

/**
 * A Windows icon of pictures up to 256 pixels.
 * Format: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), with PNGs as Windows Vista and later take them.
 */
export function ico(pictures: readonly Picture[]): Buffer {
  const HEADER = 6;
  const ENTRY = 16;
  const head = Buffer.alloc(HEADER + ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, index) => {
    const entry = HEADER + ENTRY * index;
    // 256 does not fit into a byte and is written as 0.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The kinds of picture in an Apple icon that hold a PNG, by size in pixels; `ic11` to `ic14` are for dense screens. */
const KINDS: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** An Apple icon. Format: https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
export function icns(pictures: readonly Picture[]): Buffer {
  const blocks = KINDS.flatMap(([kind, size]) => {
    const picture = pictures.find((each) => each.size === size);
    return picture ? [block(kind, picture.png)] : [];
  });
  return block('icns', Buffer.concat(blocks));
}

function block(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32BE(head.length + body.length, 4);
  return Buffer.concat([head, body]);
}
