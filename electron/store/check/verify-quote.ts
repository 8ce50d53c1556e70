import { z } from 'zod';
import { assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { bothHashes, contentHash } from '#shared/domain/content-hash.ts';
import { type AssessmentId, type QuoteId, trailHeadSchema } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { fastSha256 } from '../../host/hash.ts';
import { headOf } from '../assessments/assessment-head.ts';
import { factsOfQuote, offerEntry } from '../audit/audit.ts';
import { verifyAuditChain } from '../audit/audit-chain.ts';
import type { BytesDigest } from '../audit/record-hash.ts';
import { reading, type WorkbookDatabase } from '../connection/database.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { parsedJson } from '../connection/stored-values.ts';
import { readContent } from '../content/read-content.ts';
import { offerHash } from '../quotes/offer-hash.ts';
import { quoteRecord } from '../quotes/quote-record.ts';
import { type QuoteRecord, quoteRecordHash } from '../quotes/quote-tables.ts';
import { quotePdf, quoteText } from '../quotes/read-quotes.ts';
import { type Finding, finding } from './finding.ts';
import { type Offer, offerFactsSchema } from './trail-facts.ts';

interface QuoteVerdict {
  readonly isSound: boolean;
  readonly findings: Finding[];
}

const factsSchema = z.object({
  recordHash: z.string(),
  inputsHash: z.string(),
  documentSha256: z.string(),
  pdfSha256: z.string(),
  certificateSha256: z.string(),
});
const documentSchema = z.object({
  reference: z.string(),
  version: z.number(),
  status: z.string(),
  inputsHash: z.string(),
  price: z.object({ quotedMinor: z.number() }),
  trailHead: trailHeadSchema.optional(),
});

/** The hash of what an assessment says; null when it cannot be read. */
export type ContentHashOf = (db: WorkbookDatabase, assessmentId: AssessmentId) => string | null;

function offerOf(db: WorkbookDatabase, id: QuoteId): Offer | undefined {
  const entry = offerEntry(db, id);
  const facts = offerFactsSchema.safeParse(parsedJson(entry?.facts ?? '')).data;
  return entry === undefined || facts === undefined ? undefined : { ...entry, ...facts };
}

/** A document says what was offered, and names the entry that tells of the offer. */
function isAsOffered(
  text: string,
  { trailHead }: z.infer<typeof documentSchema>,
  offer: Offer | undefined,
): boolean {
  if (offer === undefined) return trailHead === undefined;
  return (
    offerHash(text) === offer.offerSha256 &&
    (trailHead === undefined || (trailHead.sequence === offer.sequence && trailHead.hash === offer.hash))
  );
}

/** What is read elsewhere of a quote to be verified. */
interface KnownOfQuote {
  /** The facts of the entry of its issue. */
  readonly issue: unknown;
  /** What was entered before its paper was printed; a quote of before that was done has none. */
  readonly offer: Offer | undefined;
  readonly contentHashOf: ContentHashOf;
  /** What its PDF is now; null when there is none. */
  readonly pdf: BytesDigest | null;
}

/** Recomputes every hash of an issued quote and checks that record, document, inputs and audit trail agree. */
export function verifyQuote(db: WorkbookDatabase, id: QuoteId): Result<QuoteVerdict> {
  return reading(db, () => {
    const chain = verifyAuditChain(db);
    const findings = [
      ...quoteFindings(db, id, {
        issue: parsedJson(factsOfQuote(db, id)),
        offer: offerOf(db, id),
        contentHashOf: contentHashNow,
        pdf: pdfDigest(db, id),
      }),
      finding({ id: 'audit', label: 'Audit trail', isSound: chain.isSound, message: chain.message }),
    ];
    return { isSound: findings.every((item) => item.isSound), findings };
  });
}

/**
 * The findings on the quote itself, without the audit chain; inside the caller's transaction.
 */
export function quoteFindings(db: WorkbookDatabase, id: QuoteId, known: KnownOfQuote): readonly Finding[] {
  const record = quoteRecord(db, id);
  const facts = factsSchema.safeParse(known.issue).data;
  return [
    recordFinding(record, facts?.recordHash),
    pdfFinding(record, facts?.pdfSha256, known.pdf),
    documentFinding(db, record, {
      expected: facts?.documentSha256,
      offer: known.offer,
    }),
    certificateFinding(db, record, facts?.certificateSha256),
    inputsFinding(db, record, { expected: facts?.inputsHash, contentHashOf: known.contentHashOf }),
  ];
}

const sentence = (isSound: boolean, sound: string, unsound: string): string => (isSound ? sound : unsound);

function recordFinding(record: QuoteRecord, expected: string | undefined): Finding {
  const isSound = expected === quoteRecordHash(record);
  return finding({
    id: 'record',
    label: 'Premium, dates and names',
    isSound,
    message: sentence(
      isSound,
      'The record of the quote is as it was entered in the audit trail when it was issued.',
      expected === undefined
        ? 'The audit trail does not tell of this quote.'
        : 'The record of the quote (premium, grade, dates or names) was changed after it was issued.',
    ),
  });
}

function pdfDigest(db: WorkbookDatabase, id: QuoteId): BytesDigest | null {
  const pdf = quotePdf(db, id);
  return pdf === null ? null : { sha256: fastSha256(pdf), length: pdf.byteLength };
}

function pdfFinding(record: QuoteRecord, expected: string | undefined, pdf: BytesDigest | null): Finding {
  const isSound =
    pdf !== null &&
    pdf.sha256 === record.pdfSha256 &&
    pdf.sha256 === expected &&
    pdf.length === record.pdfBytes;
  return finding({
    id: 'pdf',
    label: 'PDF',
    isSound,
    message: sentence(
      isSound,
      `The PDF is the one that was issued (SHA-256 ${record.pdfSha256.slice(0, 16)}…).`,
      'The stored PDF is not the one that was issued.',
    ),
  });
}

function documentFinding(
  db: WorkbookDatabase,
  record: QuoteRecord,
  { expected, offer }: { readonly expected: string | undefined; readonly offer: Offer | undefined },
): Finding {
  const text = quoteText(db, 'document', record.id);
  const hash = fastSha256(text);
  const document = documentSchema.safeParse(parsedJson(text)).data;
  const isSound =
    hash === record.documentSha256 &&
    hash === expected &&
    document !== undefined &&
    isAsOffered(text, document, offer) &&
    document.reference === record.reference &&
    document.version === record.version &&
    document.status === record.status &&
    document.inputsHash === record.inputsHash &&
    document.price.quotedMinor === record.quotedMinor;
  return finding({
    id: 'document',
    label: 'Document',
    isSound,
    message: sentence(
      isSound,
      'The document is the one that was issued, and shows the same premium and reference as the record.',
      'The stored document was changed, or no longer shows the premium and reference of the record.',
    ),
  });
}

function certificateFinding(
  db: WorkbookDatabase,
  record: QuoteRecord,
  expected: string | undefined,
): Finding {
  const isSound = fastSha256(quoteText(db, 'certificate', record.id)) === expected;
  return finding({
    id: 'certificate',
    label: 'Accuracy statement of the calculation',
    isSound,
    message: sentence(
      isSound,
      'It is the one that was issued.',
      'It was changed after the quote was issued.',
    ),
  });
}

function inputsFinding(
  db: WorkbookDatabase,
  record: QuoteRecord,
  {
    expected,
    contentHashOf,
  }: { readonly expected: string | undefined; readonly contentHashOf: ContentHashOf },
): Finding {
  const content = assessmentContentSchema.safeParse(parsedJson(quoteText(db, 'content', record.id))).data;
  const now = content === undefined ? null : bothHashes(content, record.modelHash);
  const isKept = now !== null && now.inputs === record.inputsHash && now.inputs === expected;
  const isSame = isKept && now.content === contentHashOf(db, record.assessmentId);
  return finding({
    id: 'inputs',
    label: 'Inputs',
    isSound: isSame,
    message: isSame
      ? 'The inputs are those that were priced, and the finalised assessment still says the same.'
      : isKept
        ? 'The finalised assessment no longer says what was priced.'
        : 'The stored inputs are not those that were priced.',
  });
}

/** The hash of what the assessment's rows say now; null when they cannot be read. */
export function contentHashNow(db: WorkbookDatabase, id: AssessmentId): string | null {
  try {
    return contentHash(readContent(db, headOf(db, id)));
  } catch (error) {
    if (error instanceof StoreFault) return null;
    throw error;
  }
}
