import { inputsHash } from '#shared/domain/content-hash.ts';
import type { AssessmentFigures, AssessmentId, QuoteId, QuoteSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import type { LossCertificate } from '#shared/pricing/price-result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { type AssessmentHead, editableHead, headOf } from '../assessments/assessment-head.ts';
import { finaliseDraft } from '../assessments/finalise.ts';
import { actorName, appendAudit, type ChangeStamp } from '../audit/audit.ts';
import { changing, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { insertRow } from '../connection/table.ts';
import { mustKeepModel } from '../models/models.ts';
import { mustKeepWording } from '../models/wordings.ts';
import { quoteSummary } from '../quotes/quote-summaries.ts';
import { type QuoteRecord, quoteFilesTable, quoteRecordHash, quotesTable } from '../quotes/quote-tables.ts';
import { checkIssuable, type IssuableDocument } from './issuable-document.ts';
import { giveReference, referenceFor } from './references.ts';

export interface QuoteInput extends ChangeStamp {
  readonly quoteId: QuoteId;
  readonly assessmentId: AssessmentId;
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
 * inputs and PDF with their hashes, and enters it all in the audit chain, in one transaction. Fails, with nothing
 * stored, if the document was made from another version, content or model, or has another reference or hash.
 */
export function issueQuote(db: WorkbookDatabase, input: QuoteInput): Result<QuoteSummary> {
  return changing(db, () => {
    const head = issuableHead(db, input);
    const document = checkIssuable(head, input);
    mustKeepModel(db, document.model.hash);
    mustKeepWording(db, document.model);
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
  const record: QuoteRecord = {
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
  insertRow(db, quotesTable, record);
  insertRow(db, quoteFilesTable, {
    quoteId: input.quoteId,
    content: JSON.stringify(document.content),
    certificate,
    document: documentText,
    pdf: input.pdf,
  });
  appendAudit(db, input, {
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
  return quoteSummary(db, input.quoteId);
}
