import { createPublicKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Signer } from '@libpdf/core';
import { dealPaperTitle, referenceOfDealPaper } from '#shared/deal/papers/deal-paper.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { fastSha256 } from '../host/hash.ts';
import type { InstallationKey } from '../host/installation-key.ts';
import { makeFolder } from '../host/make-folder.ts';
import { causeOf, errorCode } from '../host/system-error.ts';
import { writeFileDurably } from '../host/write-file.ts';
import { fingerprintOf, type PaperHolder } from './paper-certificate.ts';
import type { DealPrinter, QuotePdf, QuotePrinter } from './quote-pdf.ts';

/** Signs in the name of whoever holds the key; the certificate is kept, since readers of papers may come to trust it. */
export async function signerFor(
  key: InstallationKey,
  holder: Pick<PaperHolder, 'name'>,
  { folder, now }: { readonly folder: string; readonly now: Date },
): Promise<Signer> {
  const paperKey = key.paperKey();
  return {
    certificate: await keptCertificate(key, holder, { folder, now }),
    certificateChain: [],
    keyType: 'EC',
    signatureAlgorithm: 'ECDSA',
    // Electron’s own cryptography knows the hash by this name alone.
    sign: async (data, algorithm) =>
      new Uint8Array(sign(algorithm.replace('-', '').toLowerCase(), data, paperKey)),
  };
}

async function keptCertificate(
  key: InstallationKey,
  holder: Pick<PaperHolder, 'name'>,
  { folder, now }: { readonly folder: string; readonly now: Date },
): Promise<Uint8Array> {
  const certificates = join(folder, 'paper-certificates');
  const id = fastSha256(`${key.publicKey}\n${holder.name}`);
  const path = join(certificates, `${id.slice(0, 32)}.pem`);
  const kept = readCertificate(path);
  const isOurs = kept?.checkPrivateKey(key.paperKey()) === true;
  if (kept !== null && isOurs && now < new Date(kept.validTo)) return kept.raw;
  const { makeCertificate } = await import('./make-certificate.ts');
  const made = await makeCertificate(key, holder, now);
  makeFolder(certificates, { isPrivate: true });
  // One that cannot be kept is made anew next time.
  writeFileDurably(path, new X509Certificate(made).toString(), { isPrivate: true });
  return made;
}

function readCertificate(path: string): X509Certificate | null {
  try {
    return new X509Certificate(readFileSync(path));
  } catch {
    return null;
  }
}

const LARGEST_PKCS12 = 1024 * 1024;
const tooLarge = failed('too-large', 'The file with the signing key is larger than 1 MB, which none is.');

/** As `pkcs12Signer`, of a file at a path. */
export async function signerOfFile(path: string, passphrase: string): Promise<Result<Signer>> {
  try {
    if (statSync(path).size > LARGEST_PKCS12) return tooLarge;
    return await pkcs12Signer(readFileSync(path), passphrase);
  } catch (error) {
    return failed(
      'not-found',
      `The file with the signing key, “${basename(path)}”, could not be read, since ${causeOf(errorCode(error) ?? '')}.`,
    );
  }
}

/** Signs with a PKCS#12 file of one's own; neither file nor passphrase is kept. */
export async function pkcs12Signer(file: Uint8Array, passphrase: string): Promise<Result<Signer>> {
  if (file.byteLength > LARGEST_PKCS12) return tooLarge;
  const { P12Signer } = await import('@libpdf/core');
  try {
    return success(await P12Signer.create(file, passphrase));
  } catch {
    return failed(
      'invalid-input',
      'The file with the signing key could not be opened: it is no PKCS#12 file, or the passphrase is another one.',
    );
  }
}

/** A printer whose papers are signed: those of a quote, and the letters and schedules of a case. */
export function signingPrinter(
  printer: QuotePrinter & DealPrinter,
  signer: Signer,
): QuotePrinter & DealPrinter {
  const signed = async (
    printed: Result<QuotePdf>,
    { reason, preparedAt }: { readonly reason: string; readonly preparedAt: string },
  ): Promise<Result<QuotePdf>> => {
    if (!printed.ok) return printed;
    const { signPaper } = await import('./sign-paper.ts');
    const done = await signPaper(printed.value.bytes, { signer, reason, at: new Date(preparedAt) });
    return done.ok ? success({ bytes: done.value, sha256: fastSha256(done.value) }) : done;
  };
  return {
    print: async (document, kind) => {
      const { reference, version, preparedAt } = document;
      const reason = `Issued as ${reference}${version === null ? '' : `, version ${version}`}`;
      return signed(await printer.print(document, kind), { reason, preparedAt });
    },
    printDealPaper: async (paper) => {
      const reference = referenceOfDealPaper(paper);
      const reason = `${dealPaperTitle(paper.kind)}${reference === null ? '' : ` for ${reference}`}`;
      return signed(await printer.printDealPaper(paper), { reason, preparedAt: paper.preparedAt });
    },
  };
}

/** The card by which others can tell a key: what they compare is the fingerprint, over another way than the paper came. */
export function keyCard(key: InstallationKey, { name, role, insurer }: PaperHolder): string {
  const paperKey = key.paperKey();
  return [
    'BALLAST SIGNING KEY',
    '',
    `Name         ${name}`,
    `Role         ${role}`,
    `Insurer      ${insurer ?? 'not named'}`,
    `Key          ECDSA on P-256, SHA-256`,
    `Fingerprint  ${fingerprintOf(paperKey)}`,
    '',
    'The fingerprint is the SHA-256 of the public key (SubjectPublicKeyInfo, DER). Compare it with the one that Ballast or',
    'your reader of PDF names for a signed paper. Take this card from its holder in person or by telephone, not from the',
    'message that brought the paper.',
    '',
    createPublicKey(paperKey).export({ format: 'pem', type: 'spki' }).toString(),
  ].join('\n');
}
