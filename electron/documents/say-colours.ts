import {
  getDefaultSRGBProfile,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { bytesOf } from './stream-bytes.ts';

/** Versions of ICC profiles as their header has them: PDF 1.7 knows none newer than 4.2. */
const NEWEST = 0x0420;
const VERSION_AT = 8;
const SIGNATURE_AT = 36;
const HASH_AT = 84;
const HASH_BYTES = 16;

/**
 * Says which colours the numbers of the pages are, as PDF/A asks. The printer names version 4.3 for the profiles of
 * pictures, which use nothing that 4.2 has not: they are named for what they use.
 */
export function sayColours(document: PDFDocument): void {
  const { context, catalog } = document;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream && object.dict.lookup(PDFName.of('N')) instanceof PDFNumber))
      continue;
    const profile = bytesOf(object);
    const isProfile = profile.toString('latin1', SIGNATURE_AT, SIGNATURE_AT + 4) === 'acsp';
    if (!isProfile || profile.readUInt16BE(VERSION_AT) <= NEWEST) continue;
    profile.writeUInt16BE(NEWEST, VERSION_AT);
    // Its own hash, which may be left out.
    profile.fill(0, HASH_AT, HASH_AT + HASH_BYTES);
    const mended = context.flateStream(new Uint8Array(profile));
    for (const key of ['N', 'Alternate', 'Range']) {
      const value = object.dict.get(PDFName.of(key));
      if (value !== undefined) mended.dict.set(PDFName.of(key), value);
    }
    context.assign(ref, mended);
  }
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFHexString.fromText('sRGB'),
    Info: PDFHexString.fromText('sRGB (IEC 61966-2-1)'),
    DestOutputProfile: context.register(context.flateStream(getDefaultSRGBProfile(), { N: 3 })),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}
