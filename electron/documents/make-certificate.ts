import { type KeyObject, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { InstallationKey } from '../host/installation-key.ts';
import { LONGEST_NAME, type PaperHolder, SCHEME, spkiOf, vouchedText } from './paper-certificate.ts';

const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';
const ALTERNATIVE_NAME = '2.5.29.17';
const URI = 6;
/** Digital signature and non-repudiation (RFC 5280, 4.2.1.3). */
const USAGE = Uint8Array.of(0xc0);
const YEARS = 10;

/**
 * A certificate for the key that papers are signed with, signed by itself, in DER. As a second name it carries the Ed25519
 * key of the same person, which workbooks know, with that key's signature over this one, so that who signed a paper can be
 * looked up without believing the certificate.
 */
export async function makeCertificate(
  key: InstallationKey,
  { name }: Pick<PaperHolder, 'name'>,
  now: Date,
): Promise<Uint8Array> {
  const paperKey = key.paperKey();
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey(
      'pkcs8',
      Uint8Array.from(paperKey.export({ format: 'der', type: 'pkcs8' })),
      curve,
      false,
      ['sign'],
    ),
    crypto.subtle.importKey('spki', spkiOf(paperKey), curve, true, ['verify']),
  ]);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: serialNumber() });
  const value = new asn1js.Utf8String({ value: [...name].slice(0, LONGEST_NAME).join('') });
  for (const holder of [certificate.subject, certificate.issuer])
    holder.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type: COMMON_NAME, value }));
  certificate.notBefore.value = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  certificate.notAfter.value = new Date(
    Date.UTC(now.getUTCFullYear() + YEARS, now.getUTCMonth(), now.getUTCDate()),
  );
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  certificate.extensions = [
    extension(KEY_USAGE, new asn1js.BitString({ valueHex: USAGE.buffer, unusedBits: 6 }), true),
    extension(ALTERNATIVE_NAME, vouchedName(key, paperKey), false),
  ];
  await certificate.sign(privateKey, 'SHA-256');
  return new Uint8Array(certificate.toSchema(true).toBER());
}

/** Positive, and of 16 bytes. */
function serialNumber(): ArrayBuffer {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}

const extension = (extnID: string, value: { toBER: () => ArrayBuffer }, critical: boolean): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });

function vouchedName(key: InstallationKey, paperKey: KeyObject): { toBER: () => ArrayBuffer } {
  const part = (base64: string): string => Buffer.from(base64, 'base64').toString('base64url');
  const value = `${SCHEME}${part(key.publicKey)}.${part(key.sign(vouchedText(paperKey)))}`;
  return new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: URI, value })] }).toSchema();
}
