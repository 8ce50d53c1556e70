import { z } from 'zod';
import { assessmentContentSchema } from './assessment-content.ts';
import { isoDateSchema } from './dates.ts';
import { signedMinorSchema } from './money.ts';
import { ASSESSMENT_STATES, assessmentIdSchema, quoteSummarySchema } from './records.ts';
import { GRADES, SUBJECT_TYPES } from './vocabulary.ts';

// The book: every assessment of the workbook outside the bin, re-priced in the window and compared with what was
// issued.

/** Contents asked for in one call: enough to keep a worker busy, few enough that memory stays flat. */
export const BOOK_BATCH = 25;

const quote = quoteSummarySchema.shape;

/** What a quote was issued as, and under which model and engine. */
export const issuedPremiumSchema = z.strictObject({
  reference: quote.reference,
  version: quote.version,
  status: quote.status,
  quotedMinor: quote.quotedMinor,
  grade: quote.grade,
  modelId: quote.modelId,
  modelHash: quote.modelHash,
  engineVersion: z.string(),
});
export type IssuedPremium = z.infer<typeof issuedPremiumSchema>;

/** One assessment of the book without its content. */
export const bookEntrySchema = z.strictObject({
  id: assessmentIdSchema,
  subjectName: z.string(),
  subjectType: z.enum(SUBJECT_TYPES),
  revision: z.number().int(),
  state: z.enum(ASSESSMENT_STATES),
  asOf: isoDateSchema,
  currency: z.string(),
  /** The latest quote issued of this very assessment. */
  issued: issuedPremiumSchema.nullable(),
});
export type BookEntry = z.infer<typeof bookEntrySchema>;

/** What the workbook holds of one id when it is asked: an assessment may disappear between the list and its contents. */
export const bookContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('content'),
    id: assessmentIdSchema,
    content: assessmentContentSchema,
    /** Whether this content is the one that its latest quote was priced on, by hash; null without a quote. */
    isAsIssued: z.boolean().nullable(),
  }),
  z.strictObject({ kind: z.literal('gone'), id: assessmentIdSchema }),
  z.strictObject({ kind: z.literal('unreadable'), id: assessmentIdSchema, message: z.string() }),
]);
export type BookContent = z.infer<typeof bookContentSchema>;

export const BOOK_LINE_STATES = [
  'changed',
  'inputs-altered',
  'cannot-be-priced',
  'gone',
  'reproduced',
  'not-issued',
] as const;
export type BookLineState = (typeof BOOK_LINE_STATES)[number];

/** One re-priced assessment beside what was issued of it. */
export const bookLineSchema = z.strictObject({
  ...bookEntrySchema.shape,
  line: z.enum(BOOK_LINE_STATES),
  grade: z.enum(GRADES).nullable(),
  isKnockedOut: z.boolean(),
  quotedMinor: signedMinorSchema.nullable(),
  /** Only of an issued premium against the re-price of the same content. */
  changeMinor: signedMinorSchema.nullable(),
  changePercent: z.number().nullable(),
  /** Whether the quote was issued under another model or engine than those used now; null without a quote. */
  isOtherBasis: z.boolean().nullable(),
  remarks: z.array(z.string().max(2000)).max(10),
});
export type BookLine = z.infer<typeof bookLineSchema>;

/** With what, when, and how far the book was re-priced. */
export const bookBasisSchema = z.strictObject({
  modelId: z.string().max(200),
  modelHash: quote.modelHash,
  engineVersion: z.string().max(200),
  repricedAt: z.iso.datetime(),
  done: z.number().int().min(0),
  total: z.number().int().min(0),
});
export type BookBasis = z.infer<typeof bookBasisSchema>;
