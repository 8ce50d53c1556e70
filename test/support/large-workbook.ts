import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { createAssessment } from '#electron/store/assessments/make-draft.ts';
import { foreseenHead, issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { nextReference } from '#electron/store/issuing/references.ts';
import { keepModel } from '#electron/store/models/keep-model.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { NOW, valueIn } from '#test/store/support/results.ts';
import { assessmentId, caseId, quoteId, subjectId } from './branded.ts';

const resources = resolve(import.meta.dirname, '..', '..', 'resources');
const BY = { actor: 'Ada Underwriter', now: NOW };
/** As large as the paper of a sample. */
const PDF_BYTES = 560_000;
/** Changes in one transaction: a large workbook is made for its size, not to prove that each change is kept. */
const AT_ONCE = 200;

/**
 * Makes a workbook as it would be after years: every record by the store's own functions, so that the trail binds it, every
 * quote with its own inputs, its own premium and a document of the size of a real one.
 */
export function makeLargeWorkbook(
  path: string,
  size: { readonly assessments: number; readonly quotes: number },
) {
  const model = valueIn(loadBundledModel(resources));
  const sample = valueIn(
    parseSubmission(readFileSync(join(resources, 'samples', 'well-run-exchange.json'), 'utf8'), model.model),
  );
  const rating = rateFully(sample, model.model, { today: sample.asOf });
  const figures = figuresOf(rating.judgement);
  const workbook = valueIn(openWorkbook(path, { mode: 'create', appVersion: 'large', now: NOW }));
  const { db } = workbook;
  const inTurns = (count: number, work: (index: number) => void): void => {
    for (let from = 0; from < count; from += AT_ONCE)
      db.transaction(() => {
        for (let i = from; i < Math.min(count, from + AT_ONCE); i += 1) work(i);
      })();
  };
  const content = (i: number): AssessmentContent => ({
    ...sample,
    subject: { ...sample.subject, name: `${sample.subject.name} ${i}` },
    // No two quotes have the same inputs and premium.
    terms: { ...sample.terms, insured: `${sample.subject.name} ${i} Limited`, periodDays: 90 + (i % 900) },
  });
  const draft = (i: number): AssessmentRecord =>
    valueIn(
      createAssessment(db, {
        ...BY,
        id: assessmentId(randomUUID()),
        caseId: caseId(randomUUID()),
        subjectId: subjectId(randomUUID()),
        content: content(i),
        figures,
        model: { id: model.model.id, hash: model.hash },
      }),
    );
  const issue = (record: AssessmentRecord): void => {
    const judgement = judge({
      content: record.content,
      model: model.model,
      today: sample.asOf,
      grid: 'full',
    });
    const { decision } = judgement;
    if (decision.kind === 'refused' || decision.kind === 'not-quotable') throw new Error(decision.kind);
    const document = buildQuoteDocument({
      rating: { ...rating, content: record.content, judgement },
      activeModel: model,
      designation: {
        status: decision.kind,
        ...valueIn(nextReference(db, { caseId: record.summary.caseId, year: NOW.getUTCFullYear() })),
      },
      preparation: { paper: 'a4', preparedAt: NOW.toISOString(), preparedBy: BY.actor },
    });
    const order = {
      ...BY,
      quoteId: quoteId(randomUUID()),
      assessmentId: record.summary.id,
      version: record.version,
      figures: figuresOf(judgement),
      engineVersion: document.engineVersion,
      certificate: document.price?.certificate ?? null,
    };
    const trailHead = valueIn(foreseenHead(db, { ...order, document }));
    const pdf = Buffer.alloc(PDF_BYTES, `%PDF-1.7 ${document.reference} `);
    valueIn(issueQuote(db, { ...order, document: { ...document, trailHead }, pdf }));
  };
  try {
    db.transaction(() => valueIn(keepModel(db, model, BY)))();
    inTurns(size.assessments, (i) => {
      const record = draft(i);
      // Spread over the whole, as they come in life.
      if (
        Math.floor(((i + 1) * size.quotes) / size.assessments) >
        Math.floor((i * size.quotes) / size.assessments)
      )
        issue(record);
    });
  } finally {
    closeWorkbook(workbook);
  }
}
