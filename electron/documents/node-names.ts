const NAME_START = '(node';
const DIGITS = 8;
const CLOSING = ')';

/**
 * Names the parts of a printed document's structure from 1 on, in their order. Chromium names them by a count that goes on
 * from print to print in one window, so that the same document would not give the same bytes twice. A name keeps its length,
 * and with it everything in the file its place.
 */
export function numberNodesAnew(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  const places = namePlaces(bytes);
  const names = [...new Set(places.map((at) => nameAt(bytes, at)))].sort();
  const anew = new Map(names.map((name, index) => [name, String(index + 1).padStart(DIGITS, '0')]));
  for (const at of places) bytes.write(anew.get(nameAt(bytes, at)) ?? '', at, 'latin1');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const nameAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + DIGITS);

/** Where the digits of each name stand. Text of a document is never taken for one: its brackets are written with a stroke. */
function namePlaces(bytes: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(NAME_START); at !== -1; at = bytes.indexOf(NAME_START, at + 1)) {
    const digits = at + NAME_START.length;
    const isName =
      /^\d+$/.test(nameAt(bytes, digits)) &&
      bytes.toString('latin1', digits + DIGITS, digits + DIGITS + 1) === CLOSING;
    if (isName) places.push(digits);
  }
  return places;
}
