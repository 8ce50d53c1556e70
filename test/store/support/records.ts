import { createHash, randomUUID } from 'node:crypto';
import { createAssessment } from '#electron/store/assessments/make-draft.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import { issueQuote, type QuoteInput } from '#electron/store/issuing/issue-quote.ts';
import { nextReference } from '#electron/store/issuing/references.ts';
import { putModel } from '#electron/store/models/models.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import type { AssessmentFigures, AssessmentRecord, QuoteSummary } from '#shared/domain/records.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { assessmentId, caseId, cents, quoteId, subjectId } from '../../support/branded.ts';
import { MODEL_JSON, typicalContent } from './contents.ts';
import { later, NOW, valueIn } from './results.ts';

export const MODEL = {
  id: 'digital-asset-2026.1',
  hash: createHash('sha256').update(MODEL_JSON).digest('hex'),
};

export const FIGURES: AssessmentFigures = {
  overall: 71.25,
  grade: 'A',
  isKnockedOut: false,
  referralCount: 2,
  quotedMinor: cents(41_250_000),
};

export const BY = { actor: 'Ada Underwriter', now: NOW };

export function keepModel(db: WorkbookDatabase): void {
  valueIn(
    putModel(db, {
      ...BY,
      model: { id: MODEL.id, title: 'Digital assets' },
      hash: MODEL.hash,
      json: MODEL_JSON,
    }),
  );
}

/** A draft of a typical content in a case of its own. */
export function newDraft(
  db: WorkbookDatabase,
  content: AssessmentContent = typicalContent(),
): AssessmentRecord {
  keepModel(db);
  return valueIn(
    createAssessment(db, {
      ...BY,
      id: assessmentId(randomUUID()),
      caseId: caseId(randomUUID()),
      subjectId: subjectId(randomUUID()),
      content,
      figures: FIGURES,
      model: MODEL,
    }),
  );
}

export const PDF = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.alloc(20_000, 'ballast '),
  Buffer.from('\n%%EOF\n'),
]);

/**
 * What the store reads of a document, and some bulk. Score and price are opaque to the store, so the rest of their working
 * is left out here; rated-quote.test.ts stores the whole document of real ratings.
 */
export function documentFor(
  content: AssessmentContent,
  named: Pick<QuoteDocument, 'reference' | 'version'>,
): QuoteDocument {
  return {
    format: 'ballast-quote-document/1',
    status: 'quote',
    statusReasons: [],
    ...named,
    paper: 'a4',
    preparedAt: NOW.toISOString(),
    preparedBy: BY.actor,
    validUntil: '2026-07-31',
    model: { id: MODEL.id, title: 'Digital assets', version: '2026.1', hash: MODEL.hash },
    engineVersion: 'engine-1',
    inputsHash: inputsHash(content, MODEL.hash),
    content,
    score: { overall: FIGURES.overall, outcome: { kind: 'graded', grade: 'A', action: 'Quote.' } },
    price: { quotedMinor: FIGURES.quotedMinor, notes: ['é', 'x'.repeat(5000)] },
  } as unknown as QuoteDocument;
}

export function quoteInput(db: WorkbookDatabase, record: AssessmentRecord): QuoteInput {
  const named = valueIn(nextReference(db, { caseId: record.summary.caseId, year: 2026 }));
  return {
    ...BY,
    now: later(60),
    quoteId: quoteId(randomUUID()),
    assessmentId: record.summary.id,
    version: record.version,
    figures: FIGURES,
    document: documentFor(record.content, named),
    pdf: PDF,
    papers: [{ kind: 'worksheet', pdf: PDF }],
    engineVersion: 'engine-1',
    certificate: null,
  };
}

export const issued = (db: WorkbookDatabase, record: AssessmentRecord): QuoteSummary =>
  valueIn(issueQuote(db, quoteInput(db, record)));
