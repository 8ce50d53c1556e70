import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const ECDSA_WITH_SHA_256 = '1.2.840.10045.4.3.2';

/** What of a signature is bound by the key that made it. */
interface SignedParts {
  readonly certificate: pkijs.Certificate;
  readonly attributes: readonly pkijs.Attribute[];
  readonly signature: Uint8Array<ArrayBuffer>;
}

/**
 * The one way in which Ballast writes a signature (CMS, RFC 5652) with a key of its own, in DER. Versions, algorithms and
 * the name of the certificate in its envelope are not signed, so that a reader has nothing else to hold them against.
 */
export function ownEnvelope({ certificate, attributes, signature }: SignedParts): Uint8Array {
  const hash = () => new pkijs.AlgorithmIdentifier({ algorithmId: SHA_256 });
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    digestAlgorithm: hash(),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes] }),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA_256 }),
    signature: new asn1js.OctetString({ valueHex: signature }),
  });
  const data = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
    digestAlgorithms: [hash()],
    certificates: [certificate],
    signerInfos: [signer],
  });
  const content = new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: data.toSchema() });
  return new Uint8Array(content.toSchema().toBER());
}
