import { type CertificateFacts, certificateFacts } from './paper-certificate.ts';

/** A signature inside a PDF whose bytes are as they were signed. */
export interface GoodSignature extends CertificateFacts {
  /** Everything before this place is as it was signed; what comes after was added later. */
  readonly end: number;
  /** As the signer's clock had it; null where nothing is said. ISO date-time, UTC. */
  readonly signedAt: string | null;
}

export interface PaperSignatures {
  readonly good: readonly GoodSignature[];
  /** How many signatures there are whose bytes are no longer those that were signed, or that are none. */
  readonly broken: number;
}

/** A paper has one or a few; a file with more of these words is no paper. */
const MOST_SIGNATURES = 20;
const RANGE = /\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g;
/** Of one case throughout, so that no letter can be changed unseen. */
const HEX = /^(?:[0-9A-F]*|[0-9a-f]*)$/;
/**
 * Every signature that a PDF carries, each held against its bytes. It is good only where it covers all of the file up to
 * its end but its own digits, and the certificate that it carries has made it. Nobody is believed to be who the certificate
 * says.
 */
export async function signaturesOf(bytes: Uint8Array): Promise<PaperSignatures> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const good: GoodSignature[] = [];
  let broken = 0;
  for (const found of [...text.matchAll(RANGE)].slice(0, MOST_SIGNATURES)) {
    const [, start = 0, before = 0, after = 0, rest = 0] = found.map(Number);
    const signature = await readSignature(bytes, text, { start, before, after, rest });
    if (signature === null) broken += 1;
    else good.push(signature);
  }
  return { good, broken };
}

interface Ranges {
  readonly start: number;
  readonly before: number;
  readonly after: number;
  readonly rest: number;
}

async function readSignature(
  bytes: Uint8Array,
  text: string,
  { start, before, after, rest }: Ranges,
): Promise<GoodSignature | null> {
  const end = after + rest;
  const digits = text.slice(before + 1, after - 1);
  const isWhole =
    start === 0 &&
    before < after &&
    end <= bytes.byteLength &&
    text[before] === '<' &&
    text[after - 1] === '>';
  if (!isWhole || digits.length % 2 !== 0 || !HEX.test(digits)) return null;
  const signed = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, end)]);
  try {
    // A library of its own, which no start should wait for.
    const { readCms } = await import('./read-cms.ts');
    const read = readCms(Uint8Array.from(Buffer.from(digits, 'hex')), signed);
    if (read === null) return null;
    const facts = certificateFacts(read.certificate);
    // A key of Ballast signs in one form alone: in any other, bytes that are not signed themselves were changed.
    return facts.vouchedBy !== null && !read.isOwnForm ? null : { ...facts, end, signedAt: read.signedAt };
  } catch {
    return null;
  }
}
