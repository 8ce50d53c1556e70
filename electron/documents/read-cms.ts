import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ownEnvelope } from './own-envelope.ts';

/** The hash of the certificate among what is signed (ESS signing-certificate-v2, RFC 5035). */
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const RSASSA_PSS = '1.2.840.113549.1.1.10';
const SET = 0x31;
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const SIGNING_TIME = '1.2.840.113549.1.9.5';

/** A signature that holds. */
interface GoodCms {
  /** In DER. */
  readonly certificate: Uint8Array;
  /** ISO date-time, UTC; null where nothing is said. */
  readonly signedAt: string | null;
  /** Every byte of it, signed or not, is as Ballast writes it with a key of its own. */
  readonly isOwnForm: boolean;
}

/** Holds a signature (CMS, RFC 5652) against the bytes that it is said to be of; null where it does not hold. Throws on what is none. */
export function readCms(contents: Uint8Array<ArrayBuffer>, signed: Uint8Array): GoodCms | null {
  const parsed = asn1js.fromBER(contents.buffer);
  // Behind the signature there is room to spare, which holds nothing.
  if (parsed.offset < 0 || contents.subarray(parsed.offset).some((byte) => byte !== 0)) return null;
  const { content } = new pkijs.ContentInfo({ schema: parsed.result });
  const data = new pkijs.SignedData({ schema: content });
  const [signer, ...others] = data.signerInfos;
  if (signer === undefined || others.length > 0 || !isOf(signer, signed)) return null;
  const found = (data.certificates ?? [])
    .flatMap((one) =>
      one instanceof pkijs.Certificate
        ? [{ certificate: one, der: new Uint8Array(one.toSchema().toBER()) }]
        : [],
    )
    .find(({ der }) => hasSigned(der, signer));
  if (found === undefined) return null;
  const own = ownEnvelope({
    certificate: found.certificate,
    attributes: signer.signedAttrs?.attributes ?? [],
    signature: Uint8Array.from(signer.signature.valueBlock.valueHexView),
  });
  return {
    certificate: found.der,
    signedAt: signingTime(signer),
    isOwnForm: Buffer.from(contents.subarray(0, parsed.offset)).equals(own),
  };
}

function signingTime(signer: pkijs.SignerInfo): string | null {
  const value = attributeOf(signer, SIGNING_TIME);
  const at =
    value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime ? value.toDate() : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

const attributeOf = (signer: pkijs.SignerInfo, wanted: string): unknown =>
  signer.signedAttrs?.attributes.find(({ type }) => type === wanted)?.values[0];

const hashName = (oid: string): string | undefined => HASHES[oid];

/** Whether it is these very bytes that are signed (RFC 5652, 5.4): their hash is among the attributes. */
function isOf(signer: pkijs.SignerInfo, signed: Uint8Array): boolean {
  const hash = hashName(signer.digestAlgorithm.algorithmId);
  const digest = attributeOf(signer, MESSAGE_DIGEST);
  if (hash === undefined || !(digest instanceof asn1js.OctetString)) return false;
  return createHash(hash).update(signed).digest().equals(Buffer.from(digest.valueBlock.valueHexView));
}

/** Whether the holder of the certificate has signed the attributes; where they name a certificate, it is that one. */
function hasSigned(der: Uint8Array, signer: pkijs.SignerInfo): boolean {
  const named = attributeOf(signer, SIGNING_CERTIFICATE);
  const own = createHash('sha256').update(der).digest();
  if (named instanceof asn1js.Sequence && !Buffer.from(named.toBER()).includes(own)) return false;
  const hash = hashName(signer.digestAlgorithm.algorithmId);
  const attributes = Buffer.from(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (hash === undefined || attributes.byteLength === 0) return false;
  // As a SET, which is how they were signed.
  attributes[0] = SET;
  const { publicKey: key } = new X509Certificate(der);
  const isPss = signer.signatureAlgorithm.algorithmId === RSASSA_PSS;
  return verify(
    hash,
    attributes,
    isPss ? { key, padding: constants.RSA_PKCS1_PSS_PADDING } : key,
    signer.signature.valueBlock.valueHexView,
  );
}
