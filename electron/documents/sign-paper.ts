import type { Signer } from '@libpdf/core';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { signaturesOf } from './paper-signatures.ts';

/** Whoever signs, and how it is told in the file. */
export interface SigningOrder {
  readonly signer: Signer;
  readonly reason: string;
  readonly at: Date;
}

/**
 * Signs a paper (PAdES B-B): the signature is added behind the paper, whose own bytes stay as they are. The library that
 * does it is young, so that each result is held to both before it is handed on.
 */
export async function signPaper(
  paper: Uint8Array,
  { signer, reason, at }: SigningOrder,
): Promise<Result<Uint8Array>> {
  const { PDF } = await import('@libpdf/core');
  const pdf = await PDF.load(paper, { lenient: false });
  const { bytes } = await pdf.sign({ signer, reason, signingTime: at, level: 'B-B' });
  const before = await signaturesOf(paper);
  const isAdded = Buffer.compare(bytes.subarray(0, paper.byteLength), paper) === 0;
  const { good, broken } = await signaturesOf(bytes);
  const isGood = good.length === before.good.length + 1 && good.some(({ end }) => end === bytes.byteLength);
  if (!isAdded || broken > before.broken || !isGood)
    return failed(
      'unexpected',
      'The paper could not be signed: what came out is not the paper with a signature that holds. The key and the certificate may not belong together.',
    );
  return success(bytes);
}
