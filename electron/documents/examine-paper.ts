import { z } from 'zod';
import type { Result } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import { fastSha256 } from '../host/hash.ts';
import { type ComputedAgain, computeAgain, worksheetSchema } from './compute-again.ts';
import { type PaperSignatures, signaturesOf } from './paper-signatures.ts';
import { readPaper } from './read-paper.ts';
import { saysItIsOurs } from './xmp.ts';

/** What every paper says of itself. */
const headSchema = z.looseObject({ reference: z.string().max(100), version: z.number().int().nullable() });
/** A paper for the broker, which carries no inputs. */
const brokerSchema = headSchema.extend({ format: z.enum(['ballast-quotation/1', 'ballast-risk-summary/1']) });

/** What its bytes show, whatever they say. */
export interface ExaminedBytes {
  readonly signatures: PaperSignatures;
  readonly sha256: string;
  /** Of the bytes before the last byte of each signature that is not the end of the file, by that place. */
  readonly sha256Before: Readonly<Record<number, string>>;
}

/** What a file shows by itself, without any workbook. Plain data, so that another thread can find it out. */
export type ExaminedPaper =
  | { readonly isPaper: false; readonly kind: 'altered' | 'not-ours'; readonly finding: string }
  /** A letter, a memo or a schedule of a case, in which nothing can be computed again. */
  | ({ readonly isPaper: false; readonly kind: 'of-case'; readonly value: unknown } & ExaminedBytes)
  | ({
      readonly isPaper: true;
      readonly kind: PaperKind;
      readonly reference: string;
      readonly version: number | null;
      /** What the paper carries, as it says: not believed. */
      readonly value: unknown;
      /** Of a worksheet alone: the rest carries no inputs. */
      readonly computed: ComputedAgain | null;
    } & ExaminedBytes);

export interface ModelsAtHand {
  /** The rating model of that hash: one that ships, or one that the workbook keeps. */
  readonly modelOf: (hash: string) => Result<ActiveModel> | Promise<Result<ActiveModel>>;
  /** The hash of the model of today; null where there is none. */
  readonly presentHash: string | null;
}

const noPaper = (kind: 'altered' | 'not-ours', finding: string): ExaminedPaper => ({
  isPaper: false,
  kind,
  finding,
});

/** Reads a file that is said to be a paper, holds its signatures against its bytes, and computes a worksheet again. */
export async function examinePaper(bytes: Uint8Array, models: ModelsAtHand): Promise<ExaminedPaper> {
  const read = await readPaper(bytes);
  if (!read.ok) {
    const { code, message } = read.failure;
    if (code === 'conflict') return noPaper('altered', message);
    return saysItIsOurs(bytes)
      ? noPaper('altered', `The file says that it was made with Ballast. ${message}`)
      : noPaper('not-ours', message);
  }
  const { kind, value } = read.value;
  if (kind === 'of-case') return { isPaper: false, kind, value, ...(await examinedBytes(bytes)) };
  const sheet = kind === 'worksheet' ? worksheetSchema.safeParse(value) : null;
  const head = sheet ?? brokerSchema.safeParse(value);
  if (!head.success)
    return noPaper(
      'altered',
      'What the paper carries is not what Ballast puts into one: a field is missing or of another kind.',
    );
  const { reference, version } = headSchema.parse(value);
  const computed =
    sheet?.success === true
      ? computeAgain(sheet.data, await models.modelOf(sheet.data.model.hash), models.presentHash)
      : null;
  return { isPaper: true, kind, reference, version, value, computed, ...(await examinedBytes(bytes)) };
}

async function examinedBytes(bytes: Uint8Array): Promise<ExaminedBytes> {
  const signatures = await signaturesOf(bytes);
  const earlierEnds = signatures.good.map(({ end }) => end).filter((end) => end < bytes.byteLength);
  return {
    signatures,
    sha256: fastSha256(bytes),
    sha256Before: Object.fromEntries(earlierEnds.map((end) => [end, fastSha256(bytes.subarray(0, end))])),
  };
}
