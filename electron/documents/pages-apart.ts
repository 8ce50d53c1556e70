import type {
  PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import { fastSha256 } from '../host/hash.ts';
import { openPdf } from './open-pdf.ts';

/** What leads from a page to the rest of the document: it is not of the page. */
const ELSEWHERE = new Set(['Parent', 'StructParents', 'StructParent', 'P', 'Dest', 'A', 'AF']);
const DEEPEST = 40;

/**
 * Says where two PDFs differ in what their pages show: the numbers of the pages, from 1, that one has otherwise than the
 * other. Null where one of them cannot be read to the end.
 */
export async function pagesApart(one: Uint8Array, other: Uint8Array): Promise<readonly number[] | null> {
  const [first, second] = [await openPdf(one), await openPdf(other)];
  if (!first.ok || !second.ok) return null;
  try {
    const [ours, theirs] = [fingerprints(first.value), fingerprints(second.value)];
    const most = Math.max(ours.length, theirs.length);
    return Array.from({ length: most }, (_, i) => i + 1).filter(
      (page) => ours[page - 1] !== theirs[page - 1],
    );
  } catch {
    return null;
  }
}

/** Where pages differ, in words; nothing where they could not be compared. */
export const pagesTold = (pages: readonly number[] | null): readonly string[] =>
  pages === null
    ? []
    : [
        pages.length === 0
          ? 'Its pages are as issued, so that something around them was changed.'
          : `Not as issued: ${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}.`,
      ];

/** A hash of each page with its fonts and pictures. */
function fingerprints(pdf: PDF): readonly string[] {
  const known = new Map<PdfObject, string>();
  const of = (object: PdfObject | null | undefined, depth: number): string => {
    if (object === null || object === undefined) return 'null';
    if (depth === 0) throw new RangeError('nested too deep');
    switch (object.type) {
      case 'ref': {
        const found = pdf.getObject(object as PdfRef);
        if (found === null) return 'null';
        const hash = known.get(found) ?? fastSha256(of(found, depth - 1));
        known.set(found, hash);
        return hash;
      }
      case 'array':
        return `[${[...(object as PdfArray)].map((item) => of(item, depth - 1)).join(' ')}]`;
      case 'dict':
        return entries(object as PdfDict, depth);
      case 'stream':
        return `${entries(object as PdfDict, depth)}${fastSha256((object as PdfStream).data)}`;
      case 'name':
        return `/${(object as PdfName).value}`;
      case 'string':
        return `(${Buffer.from((object as PdfString).bytes).toString('hex')})`;
      case 'number':
        return String((object as PdfNumber).value);
      default:
        return JSON.stringify(object);
    }
  };
  const entries = (dict: PdfDict, depth: number): string =>
    `<${[...dict]
      .filter(([key]) => !ELSEWHERE.has(key.value))
      .map(([key, value]) => `${key.value} ${of(value, depth - 1)}`)
      .sort()
      .join(' ')}>`;
  return pdf.getPages().map(({ dict }) => of(dict, DEEPEST));
}
