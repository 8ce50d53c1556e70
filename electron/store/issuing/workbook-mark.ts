import { createHash } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for another or for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;

/**
 * The mark of a workbook in its references, five letters that follow from its id: `K7QX2`. Of two workbooks, one in 33 million
 * pairs has the same. A copy of a workbook has the mark of the original.
 */
export function markOf(workbookId: string): string {
  const digest = createHash('sha256').update(`ballast-mark/1:${workbookId}`).digest();
  return [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
