import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { moveToBin } from '#electron/store/assessments/bin.ts';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import { reviseAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { issueQuote, type QuoteInput } from '#electron/store/issuing/issue-quote.ts';
import { nextReference } from '#electron/store/issuing/references.ts';
import { getQuoteDocument, getQuotePdf } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import { quoteSummarySchema } from '#shared/domain/records.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { assessmentId, caseId, day } from '../support/branded.ts';
import { marked } from '../support/references.ts';
import { typicalContent } from './support/contents.ts';
import { BY, documentFor, FIGURES, issued, MODEL, newDraft, PDF, quoteInput } from './support/records.ts';
import { failureOf, later, newWorkbook, reopened, valueIn } from './support/workbooks.ts';

describe('issuing a quote', () => {
  it('finalises the assessment and stores document, inputs, PDF and hashes in one go', () => {
    const workbook = newWorkbook();
    const { db } = workbook;
    const record = newDraft(db);
    const input = quoteInput(db, record);
    const quote = valueIn(issueQuote(db, input));
    expect(quoteSummarySchema.parse(quote)).toEqual(quote);
    expect(quote).toMatchObject({
      reference: marked('BAL-2026-0001'),
      version: 1,
      status: 'quote',
      quotedMinor: FIGURES.quotedMinor,
      modelId: MODEL.id,
      modelHash: MODEL.hash,
      inputsHash: inputsHash(record.content, MODEL.hash),
      pdfSha256: sha256Hex(PDF),
      pdfBytes: PDF.length,
      issuedBy: BY.actor,
    });
    closeWorkbook(workbook);

    const again = reopened(workbook.path).db;
    expect(valueIn(getAssessment(again, record.summary.id)).summary).toMatchObject({
      state: 'finalised',
      latestQuote: quote,
    });
    expect(valueIn(getAssessment(again, record.summary.id)).quotes).toEqual([quote]);
    expect(valueIn(getQuoteDocument(again, quote.id))).toEqual(input.document);
    expect(valueIn(getQuotePdf(again, quote.id)).pdf.equals(PDF)).toBe(true);
    const content = again.prepare('SELECT content FROM quote_files WHERE quote_id = ?').pluck().get(quote.id);
    expect(JSON.parse(String(content))).toEqual(record.content);
    const verdict = valueIn(verifyQuote(again, quote.id));
    expect(verdict.findings.filter((item) => !item.isSound)).toEqual([]);
    expect(verdict.isSound).toBe(true);
  });

  it('numbers cases through the year and counts versions within a case', () => {
    const { db } = newWorkbook();
    const first = newDraft(db);
    const second = newDraft(db);
    expect(issued(db, first)).toMatchObject({ reference: marked('BAL-2026-0001'), version: 1 });
    expect(issued(db, second)).toMatchObject({ reference: marked('BAL-2026-0002'), version: 1 });
    const revision = valueIn(
      reviseAssessment(db, { ...BY, id: first.summary.id, newId: assessmentId(randomUUID()) }),
    );
    expect(issued(db, revision)).toMatchObject({ reference: marked('BAL-2026-0001'), version: 2 });
    expect(valueIn(nextReference(db, { caseId: first.summary.caseId, year: 2027 }))).toEqual({
      reference: marked('BAL-2026-0001'),
      version: 3,
    });
    const third = newDraft(db);
    expect(valueIn(nextReference(db, { caseId: third.summary.caseId, year: 2027 })).reference).toEqual(
      marked('BAL-2027-0001'),
    );
    expect(valueIn(nextReference(db, { caseId: third.summary.caseId, year: 2026 })).reference).toEqual(
      marked('BAL-2026-0003'),
    );
    expect(valueIn(getAssessment(db, revision.summary.id)).quotes.map(({ version }) => version)).toEqual([
      2, 1,
    ]);
    expect(failureOf(nextReference(db, { caseId: caseId(randomUUID()), year: 2026 })).code).toBe('not-found');
  });

  it('issues again from the same finalised assessment as the next version, and keeps the first', () => {
    const { db } = newWorkbook();
    const record = newDraft(db);
    const first = issued(db, record);
    const finalised = valueIn(getAssessment(db, record.summary.id));
    const second = issued(db, finalised);
    expect(second).toMatchObject({ reference: first.reference, version: 2 });
    expect(valueIn(getAssessment(db, record.summary.id)).summary.latestQuote).toEqual(second);
    expect(valueIn(verifyQuote(db, first.id)).isSound).toBe(true);
  });

  it('stores an indication as one', () => {
    const { db } = newWorkbook();
    const input = quoteInput(db, newDraft(db));
    const document = { ...input.document, status: 'indication' as const, statusReasons: ['Referred.'] };
    const quote = valueIn(issueQuote(db, { ...input, document }));
    expect(quote.status).toBe('indication');
    expect(valueIn(listAssessments(db))[0]?.latestQuote?.status).toBe('indication');
  });
});

describe('a quote that does not fit is refused and leaves nothing', () => {
  const other = typicalContent('Somebody Else');
  const cases: readonly (readonly [string, string, (input: QuoteInput) => Partial<QuoteInput>])[] = [
    ['of an older version of the assessment', 'conflict', () => ({ version: 0 })],
    ['of an unknown assessment', 'not-found', () => ({ assessmentId: assessmentId(randomUUID()) })],
    ['of another content', 'conflict', (input) => ({ document: documentFor(other, input.document) })],
    [
      'with a reference that is not the next',
      'conflict',
      (input) => ({ document: { ...input.document, reference: 'BAL-2026-0009' } }),
    ],
    [
      'with a version that is not the next',
      'conflict',
      (input) => ({ document: { ...input.document, version: 2 } }),
    ],
    [
      'with a wrong hash of its inputs',
      'invalid-input',
      (input) => ({ document: { ...input.document, inputsHash: '0'.repeat(64) } }),
    ],
    [
      'under a model that is not kept',
      'model-invalid',
      (input) => ({
        document: { ...input.document, model: { ...input.document.model, hash: 'f'.repeat(64) } },
      }),
    ],
    ['marked as a draft', 'invalid-input', (input) => ({ document: { ...input.document, status: 'draft' } })],
    ['without a price', 'invalid-input', (input) => ({ document: { ...input.document, price: null } })],
    ['without a grade', 'invalid-input', (input) => ({ document: ungraded(input.document) })],
    ['without a PDF', 'invalid-input', () => ({ pdf: Buffer.alloc(0) })],
    ['with something else for a PDF', 'invalid-input', () => ({ pdf: Buffer.from('<html>') })],
  ];

  it.each(cases)('%s: %s', (_what, code, change) => {
    const { db } = newWorkbook();
    const record = newDraft(db);
    const input = quoteInput(db, record);
    const failure = failureOf(issueQuote(db, { ...input, ...change(input) }));
    expect(failure.code).toBe(code);
    expect(valueIn(getAssessment(db, record.summary.id))).toEqual(record);
    expect(valueIn(listAssessments(db)).filter(({ latestQuote }) => latestQuote !== null)).toEqual([]);
    expect(issued(db, record).reference).toEqual(marked('BAL-2026-0001'));
  });

  it('prepared before another quote took its reference', () => {
    const { db } = newWorkbook();
    const record = newDraft(db);
    const prepared = quoteInput(db, record);
    issued(db, newDraft(db));
    const failure = failureOf(issueQuote(db, prepared));
    expect(failure).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('BAL-2026-0002-'),
    });
    expect(valueIn(getAssessment(db, record.summary.id)).summary.state).toBe('draft');
  });

  it('prepared before the assessment was saved, finalised or binned', () => {
    const { db } = newWorkbook();
    const [one, two, three] = [newDraft(db), newDraft(db), newDraft(db)];
    const inputs = [one, two, three].map((record) => quoteInput(db, record));
    const content = { ...one.content, asOf: day('2026-06-30') };
    valueIn(saveAssessment(db, { ...BY, id: one.summary.id, version: 1, content, figures: FIGURES }));
    valueIn(
      finaliseAssessment(db, { ...BY, id: two.summary.id, version: 1, figures: FIGURES, model: MODEL }),
    );
    valueIn(moveToBin(db, { ...BY, now: later(1), id: three.summary.id }));
    for (const input of inputs) expect(failureOf(issueQuote(db, input)).code).toBe('conflict');
    expect(valueIn(listAssessments(db)).filter(({ latestQuote }) => latestQuote !== null)).toEqual([]);
  });
});

const ungraded = (document: QuoteDocument): QuoteDocument => ({
  ...document,
  score: {
    ...document.score,
    outcome: { kind: 'no-grade', grade: null, action: 'Ask.', reason: 'Too little evidence.' },
  },
});
