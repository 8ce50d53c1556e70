import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A picture in grey, one byte a point. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Small enough to keep many, large enough to show a line that moved. */
const DOTS_PER_INCH = 48;

interface DrawingSurface {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly context: {
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
}

/** Draws pages of a PDF, numbered from 1; those that it has not are left out. */
export async function drawPages(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<ReadonlyMap<number, Picture>> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pictures = new Map<number, Picture>();
  for (const number of pages) {
    if (number > pdf.numPages) continue;
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72 });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const surface = (pdf.canvasFactory as { create(width: number, height: number): DrawingSurface }).create(
      width,
      height,
    );
    await page.render({
      canvas: null,
      canvasContext: surface.context as never,
      viewport,
      background: '#ffffff',
    }).promise;
    const { data } = surface.context.getImageData(0, 0, width, height);
    const grey = new Uint8Array(width * height);
    for (let point = 0; point < grey.length; point += 1) {
      const at = point * 4;
      grey[point] = Math.round(
        0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0),
      );
    }
    pictures.set(number, { width, height, grey });
  }
  return pictures;
}

/** A point differs when it is so many of 255 levels darker or lighter. */
const POINT_TOLERANCE = 24;

/** Share of the points that differ; 1 where the sizes do. */
export function differing(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  a.grey.forEach((level, at) => {
    if (Math.abs(level - (b.grey[at] ?? 0)) > POINT_TOLERANCE) count += 1;
  });
  return count / a.grey.length;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG in grey of 8 bits, each line as the difference to the one above. */
export function toPng({ width, height, grey }: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1);
    lines[start] = 2;
    for (let x = 0; x < width; x += 1) {
      const above = y === 0 ? 0 : (grey[(y - 1) * width + x] ?? 0);
      lines[start + 1 + x] = ((grey[y * width + x] ?? 0) - above) & 0xff;
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what `toPng` wrote. */
export function fromPng(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const at = png.indexOf('IDAT', 0, 'latin1');
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const above = y === 0 ? 0 : (grey[(y - 1) * width + x] ?? 0);
      grey[y * width + x] = ((lines[y * (width + 1) + 1 + x] ?? 0) + above) & 0xff;
    }
  return { width, height, grey };
}
