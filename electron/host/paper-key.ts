import { createECDH, createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The order of the group of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const LABEL = 'ballast-paper-key/1';
/** More than the order has, so that no key is likelier than another (FIPS 186-5, A.2.1). */
const BYTES = 48;

/**
 * The key that papers are signed with: ECDSA on P-256, since few readers of PDF know Ed25519. It follows from the Ed25519 key
 * of the same person (HKDF with SHA-256), so that it is kept, sealed and replaced with that one and lies nowhere by itself.
 */
export function paperKeyOf(key: KeyObject): KeyObject {
  const { d: seed } = key.export({ format: 'jwk' });
  if (seed === undefined) throw new Error('There is no private key to derive from.');
  const material = Buffer.from(hkdfSync('sha256', Buffer.from(seed, 'base64url'), '', LABEL, BYTES));
  const scalar = (BigInt(`0x${material.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const secret = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(secret);
  const point = curve.getPublicKey();
  const part = (bytes: Buffer): string => bytes.toString('base64url');
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: part(secret),
      x: part(point.subarray(1, 33)),
      y: part(point.subarray(33)),
    },
  });
}
