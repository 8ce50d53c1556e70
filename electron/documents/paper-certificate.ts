import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';

/** In whose name papers are signed. */
export interface PaperHolder {
  readonly name: string;
  readonly role: string;
  /** Null where the workbook has not said for whom it is kept. */
  readonly insurer: string | null;
}

/** Of a common name (X.520). */
export const LONGEST_NAME = 64;
export const SCHEME = 'ballast-key:';

export const spkiOf = (key: KeyObject): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }),
  );

/** What the Ed25519 key signs to vouch for the key of the papers. */
export const vouchedText = (paperKey: KeyObject): string =>
  `ballast-paper-key/1:${Buffer.from(spkiOf(paperKey)).toString('base64')}`;

/** What a certificate says, and what of it is certain. */
export interface CertificateFacts {
  /** As the certificate says: anybody may have written it. */
  readonly name: string;
  /** SHA-256 of the public key, by which its card is compared. */
  readonly fingerprint: string;
  /** The Ed25519 key that vouches for it, as DER in base64; null where none does. */
  readonly vouchedBy: string | null;
}

/** In groups of four, as a card prints it. */
export const fingerprintOf = (key: KeyObject): string =>
  (createHash('sha256').update(spkiOf(key)).digest('hex').match(/.{4}/g) ?? []).join(' ');

/** Reads a certificate from anywhere; throws where it is none. */
export function certificateFacts(der: Uint8Array): CertificateFacts {
  const certificate = new X509Certificate(der);
  const { CN: name } = certificate.toLegacyObject().subject as { readonly CN?: unknown };
  return {
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : 'somebody without a name',
    fingerprint: fingerprintOf(certificate.publicKey),
    vouchedBy: voucherOf(certificate),
  };
}

function voucherOf({ subjectAltName = '', publicKey }: X509Certificate): string | null {
  const found = new RegExp(`^URI:${SCHEME}([\\w-]{20,200})\\.([\\w-]{20,200})$`).exec(subjectAltName);
  const [, key = '', signature = ''] = found ?? [];
  if (found === null) return null;
  try {
    const der = Buffer.from(key, 'base64url');
    const voucher = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const isVouched =
      voucher.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(vouchedText(publicKey)), voucher, Buffer.from(signature, 'base64url'));
    return isVouched ? der.toString('base64') : null;
  } catch {
    return null;
  }
}
