import type { WorkbookDatabase } from '../store/connection/database.ts';
import { holderOfKey } from '../store/people/holder-of-key.ts';
import type { GoodSignature, PaperSignatures } from './paper-signatures.ts';

/** With what a paper is verified: nothing of it comes from the paper. */
export interface VerifyBasis {
  /** The workbook that may know it; null without one. */
  readonly db: WorkbookDatabase | null;
  /** The public keys (Ed25519, DER in base64) that this installation and its people sign with. */
  readonly ownKeys: () => readonly string[];
}

/** A signature that holds, and what is known of whoever made it. */
interface Signer {
  readonly signature: GoodSignature;
  /** The workbook or this computer knows the key. */
  readonly isKnown: boolean;
  readonly words: string;
}

/** Who signed a paper, in the order of the file. */
export const signersOf = ({ good }: PaperSignatures, basis: VerifyBasis): readonly Signer[] =>
  good.map((signature) => ({ signature, ...signerOf(signature, basis) }));

/** What is said of a paper with a signature that no longer fits. */
export const BROKEN_SIGNATURE =
  'It carries a signature that no longer fits it: it was changed after it was signed.';
/** What is said of a paper that somebody has signed, and that somebody has added to. */
export const ADDED_AFTER = 'After that, something was added to the file.';
/** What is said of a paper that is signed to its end. */
export const SIGNED_WHOLE = 'Every byte is as it was signed.';

/** Who signed, as the workbook knows; the words of the certificate are only told, and said to be its own. */
function signerOf(
  { name, fingerprint, vouchedBy, signedAt }: GoodSignature,
  { db, ownKeys }: VerifyBasis,
): { readonly isKnown: boolean; readonly words: string } {
  const when = signedAt === null ? '' : `, by the signer’s own clock on ${signedAt.slice(0, 10)}`;
  const holder = vouchedBy === null || db === null ? null : holderOfKey(db, vouchedBy);
  if (holder !== null)
    return {
      isKnown: true,
      words: `Signed by ${holder.name}${holder.isRetired ? ', who has retired since' : ''}, with a key that this workbook knows${when}.`,
    };
  if (vouchedBy !== null && ownKeys().includes(vouchedBy))
    return {
      isKnown: true,
      words: `Signed with a key of this computer${when}; the certificate names “${name}”.`,
    };
  return {
    isKnown: false,
    words: `Signed by somebody unknown here${when}; the certificate names “${name}”, which proves nothing. Fingerprint of the key: ${fingerprint}.`,
  };
}
