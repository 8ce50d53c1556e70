import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { readPdf } from '../e2e/pdf-facts.ts';

/**
 * Everything that a file holds in which a word could stand: each stream without its compression, each string of each
 * object, embedded files and metadata among them, and the text of the pages as a reader takes it out.
 */
export async function everythingIn(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const found: string[] = [Buffer.from(bytes).toString('latin1')];
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFString || object instanceof PDFHexString) found.push(object.decodeText());
    else if (object instanceof PDFArray) object.asArray().forEach(visit);
    else if (object instanceof PDFDict) object.values().forEach(visit);
    else if (object instanceof PDFStream) {
      visit(object.dict);
      const inflated =
        object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : object.getContents();
      const raw = Buffer.from(inflated);
      found.push(
        raw.toString('utf8'),
        raw.toString('latin1'),
        raw.toString('utf16le'),
        swapped(raw).toString('utf16le'),
      );
    } else found.push(String(object));
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) visit(object);
  const info = document.context.trailerInfo.Info;
  if (info !== undefined) visit(document.context.lookup(info) ?? info);
  const { pages, outline, title, author } = await readPdf(bytes);
  return [...found, ...pages, ...outline, title, author].join('\n').replaceAll('\u00a0', ' ');
}

const swapped = (raw: Buffer): Buffer => Buffer.from(raw.subarray(0, raw.length - (raw.length % 2))).swap16();
