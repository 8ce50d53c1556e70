import type { QuoteSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { LossCertificate } from '#shared/pricing/price-result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { AssessmentFigures, Deed } from '../assessments/assessment-input.ts';
import { type AssessmentHead, headOf, quoteFrom } from '../assessments/assessment-rows.ts';
import { editableHead, finaliseDraft } from '../assessments/draft-rows.ts';
import { actorName, appendAudit } from '../audit/audit.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { inputsHash, sha256Hex } from '../connection/hashes.ts';
import { fault } from '../connection/store-fault.ts';
import { isModelKept } from '../models/models.ts';
import { isWordingKept } from '../models/wordings.ts';
import { checkIssuable, type IssuableDocument } from './quote-issuable.ts';
import { quoteRecordHash } from './quote-record.ts';
import { INSERT_QUOTE, INSERT_QUOTE_FILES, QUOTE_SUMMARY } from './quote-statements.ts';
import { giveReference, referenceFor } from './references.ts';

export { getQuoteDocument, getQuoteInputs, getQuotePdf, listQuotes } from './quote-reading.ts';
export { nextReference, type QuoteReference } from './references.ts';
export { type QuoteVerdict, verifyQuote } from './verify-quote.ts';

export interface QuoteInput extends Deed {
  readonly quoteId: string;
  readonly assessmentId: string;
  /** Version of the assessment that the document was made from. */
  readonly version: number;
  /** Of the same content; used where issuing also finalises the assessment. */
  readonly figures: AssessmentFigures;
  readonly document: QuoteDocument;
  readonly pdf: Uint8Array;
  readonly engineVersion: string;
  readonly certificate: LossCertificate | null;
}

/**
 * Issues a quote: finalises its assessment if that is a draft, gives the case its reference, stores document, exact
 * inputs and PDF with their hashes, and enters it all in the audit chain, in one transaction. Refused, with nothing
 * stored, when the document is not of this very version, content, model, reference and hash.
 */
export function issueQuote(db: WorkbookDatabase, input: QuoteInput): Result<QuoteSummary> {
  return changing(db, () => {
    const head = issuableHead(db, input);
    const document = checkIssuable(head, input);
    if (!isModelKept(db, document.model.hash)) {
      throw fault('model-invalid', `The rating model ${document.model.id} is not kept in this workbook.`);
    }
    const { wordingHash } = document.model;
    if (typeof wordingHash === 'string' && !isWordingKept(db, document.model.hash, wordingHash)) {
      throw fault('model-invalid', `The wording of this quote is not kept in this workbook.`);
    }
    if (document.inputsHash !== inputsHash(document.content, document.model.hash)) {
      throw fault(
        'invalid-input',
        'The hash of its inputs on the quote is not that of its inputs.',
        'inputsHash',
      );
    }
    if (head.state === 'draft') finaliseDraft(db, head, { ...input, model: document.model });
    const year = Number(document.preparedAt.slice(0, 4));
    const expected = referenceFor(db, head.caseId, year);
    if (document.reference !== expected.reference || document.version !== expected.version) {
      throw fault(
        'conflict',
        `Another quote was issued in the meantime: this one would be ${expected.reference} version ${expected.version}, not ${document.reference} version ${document.version}. Issue it again.`,
      );
    }
    giveReference(db, head.caseId, year);
    return storeQuote(db, head, document, input);
  });
}

function issuableHead(db: WorkbookDatabase, input: QuoteInput): AssessmentHead {
  const head = headOf(db, input.assessmentId);
  if (head.state === 'draft') return editableHead(db, input.assessmentId, input.version);
  if (head.binnedAt !== null) {
    throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it before issuing a quote.`);
  }
  if (head.version !== input.version) {
    throw fault('conflict', 'This assessment was finalised since the quote was prepared. Prepare it again.');
  }
  return head;
}

function storeQuote(
  db: WorkbookDatabase,
  head: AssessmentHead,
  document: IssuableDocument,
  input: QuoteInput,
): QuoteSummary {
  const documentText = JSON.stringify(document);
  const certificate = JSON.stringify(input.certificate);
  const record = {
    id: input.quoteId,
    caseId: head.caseId,
    assessmentId: head.id,
    reference: document.reference,
    version: document.version,
    status: document.status,
    issuedAt: input.now.toISOString(),
    issuedBy: actorName(input.actor),
    validUntil: document.validUntil,
    quotedMinor: document.price.quotedMinor,
    currency: document.content.currency,
    grade: document.score.outcome.grade,
    paper: document.paper,
    modelHash: document.model.hash,
    engineVersion: input.engineVersion,
    inputsHash: document.inputsHash,
    documentSha256: sha256Hex(documentText),
    pdfSha256: sha256Hex(input.pdf),
    pdfBytes: input.pdf.byteLength,
  };
  prepared(db, INSERT_QUOTE).run(record);
  prepared(db, INSERT_QUOTE_FILES).run({
    quoteId: input.quoteId,
    content: JSON.stringify(document.content),
    certificate,
    document: documentText,
    pdf: input.pdf,
  });
  appendAudit(db, {
    at: input.now,
    actor: input.actor,
    action: 'quote-issued',
    caseId: head.caseId,
    assessmentId: head.id,
    quoteId: input.quoteId,
    subjectOf: `${document.reference} version ${document.version}`,
    detail: `${document.status === 'quote' ? 'Quote' : 'Indication'} issued to ${document.content.subject.name}.`,
    facts: {
      recordHash: quoteRecordHash(record),
      inputsHash: record.inputsHash,
      documentSha256: record.documentSha256,
      pdfSha256: record.pdfSha256,
      certificateSha256: sha256Hex(certificate),
    },
  });
  return quoteFrom(db, prepared(db, QUOTE_SUMMARY).get(input.quoteId));
}
