/** A square PNG and its side in pixels. */
export type SizedPng = { readonly size: number; readonly png: Buffer };

/**
 * A Windows icon file that holds PNGs (allowed since Windows Vista): a 6-byte header, a 16-byte entry for
 * each image, then the images. A side of 256 is written as 0. Sides above 256 do not fit the format.
 */
export function icoFile(images: readonly SizedPng[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length + 16 * images.length;
  const entries = images.map(({ size, png }) => {
    if (size > 256) throw new RangeError(`An .ico image of ${size} pixels is not possible.`);
    const entry = Buffer.alloc(16);
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

const icnsTypes: Readonly<Record<number, string>> = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

/** A macOS icon file that holds PNGs of 128, 256, 512 or 1024 pixels, each behind its type and length. */
export function icnsFile(images: readonly SizedPng[]): Buffer {
  const blocks = images.map(({ size, png }) => {
    const type = icnsTypes[size];
    if (type === undefined) throw new RangeError(`An .icns image of ${size} pixels is not possible.`);
    return block(type, png);
  });
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
