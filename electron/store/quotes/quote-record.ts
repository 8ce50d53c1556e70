import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';

/** Every column of a quote's record. */
export interface QuoteRecord {
  readonly id: string;
  readonly caseId: string;
  readonly assessmentId: string;
  readonly reference: string;
  readonly version: number;
  readonly status: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly validUntil: string;
  readonly quotedMinor: number;
  readonly currency: string;
  readonly grade: string;
  readonly paper: string;
  readonly modelHash: string;
  readonly engineVersion: string;
  readonly inputsHash: string;
  readonly documentSha256: string;
  readonly pdfSha256: string;
  readonly pdfBytes: number;
}

/** The record as one hash, which the audit chain carries: an edited premium no longer agrees with it. */
export const quoteRecordHash = (record: QuoteRecord): string => sha256Hex(canonicalJson(record));
