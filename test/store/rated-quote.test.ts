import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBundledModel } from '#electron/host/bundled-model.ts';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { verifyQuote } from '#electron/store/check/verify-quote.ts';
import { issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { nextReference } from '#electron/store/issuing/references.ts';
import { keepModel } from '#electron/store/models/keep-model.ts';
import { getModel } from '#electron/store/models/models.ts';
import { getWording } from '#electron/store/models/wordings.ts';
import { getQuoteDocument } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { withWording } from '#shared/domain/parse-rating-model.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { quoteId } from '../support/branded.ts';
import { makeLargeWorkbook } from '../support/large-workbook.ts';
import { checkedNow, unsound } from './support/checked.ts';
import { forgeThroughout } from './support/forger.ts';
import { BY, newDraft, PDF } from './support/records.ts';
import { NOW, newWorkbook, reopened, temporaryFolder, valueIn } from './support/workbooks.ts';

const resources = resolve(import.meta.dirname, '..', '..', 'resources');
const samples = readdirSync(join(resources, 'samples')).filter(
  (name) => name.endsWith('.json') && !name.endsWith('.schema.json'),
);

describe('the whole document of a real rating', () => {
  const model = valueIn(loadBundledModel(resources));
  const sampled = (name: string) =>
    valueIn(parseSubmission(readFileSync(join(resources, 'samples', name), 'utf8'), model.model));

  it('can be issued of most samples', () => {
    const kinds = samples.map((name) => {
      const content = sampled(name);
      return rateFully(content, model.model, { today: content.asOf }).judgement.decision.kind;
    });
    expect(kinds.filter((kind) => kind === 'quote' || kind === 'indication').length).toBeGreaterThanOrEqual(
      3,
    );
  });

  it.each(samples)('of %s is stored, verified and read back', (name) => {
    const text = readFileSync(join(resources, 'samples', name), 'utf8');
    const content = valueIn(parseSubmission(text, model.model));
    const rating = rateFully(content, model.model, { today: content.asOf });
    const { decision } = rating.judgement;
    if (decision.kind === 'refused' || decision.kind === 'not-quotable')
      return expect(decision.reasons.length).toBeGreaterThan(0);

    const workbook = newWorkbook();
    const { db } = workbook;
    valueIn(keepModel(db, model, BY));
    const draft = newDraft(db, content);
    const designation = {
      status: decision.kind,
      ...valueIn(nextReference(db, { caseId: draft.summary.caseId, year: 2026 })),
    };
    const document = buildQuoteDocument({
      rating,
      activeModel: model,
      designation,
      preparation: {
        paper: 'a4',
        preparedAt: NOW.toISOString(),
        preparedBy: BY.actor,
      },
    });
    const quote = valueIn(
      issueQuote(db, {
        ...BY,
        quoteId: quoteId(draft.summary.caseId),
        assessmentId: draft.summary.id,
        version: draft.version,
        figures: figuresOf(rating.judgement),
        document,
        pdf: PDF,
        engineVersion: document.engineVersion,
        certificate: document.price?.certificate ?? null,
      }),
    );
    closeWorkbook(workbook);

    const again = reopened(workbook.path).db;
    // As JSON says it: JSON knows no minus zero.
    expect(valueIn(getQuoteDocument(again, quote.id))).toEqual(JSON.parse(JSON.stringify(document)));
    expect(valueIn(verifyQuote(again, quote.id)).isSound).toBe(true);
    expect(checkedNow(again).isSound).toBe(true);
    expect(valueIn(getAssessment(again, draft.summary.id)).summary).toMatchObject(
      figuresOf(rating.judgement),
    );
  });

  it('can be rated again from the stored inputs, model and wording alone, to the same figures', () => {
    const { db } = newWorkbook();
    valueIn(keepModel(db, model, BY));
    const { summary, content } = newDraft(db, sampled('well-run-exchange.json'));
    const kept = valueIn(getModel(db, model.hash));
    const worded = valueIn(getWording(db, model.hash));
    if (worded === null) throw new Error('no wording is kept');
    expect(worded.hash).toBe(model.wordingHash);
    const as = { today: content.asOf, grid: 'draft' } as const;
    const first = judge({ content, model: model.model, ...as });
    const stored = valueIn(getAssessment(db, summary.id));
    const again = judge({ content: stored.content, model: withWording(kept.model, worded.wording), ...as });
    expect(again).toEqual(first);
  });

  it('there are samples', () => {
    expect(samples.length).toBeGreaterThan(0);
  });
});

describe('the check prices issued quotes again', () => {
  it('and names a premium that its inputs do not give, though every hash was made to fit', () => {
    const path = join(temporaryFolder(), 'Book.ballast');
    makeLargeWorkbook(path, { assessments: 1, quotes: 1 });
    const present = loadBundledModel(resources);
    const prices = () => {
      const workbook = reopened(path);
      const { findings } = checkedNow(workbook.db, { present });
      closeWorkbook(workbook);
      return { unsound: unsound(findings), message: findings.find(({ id }) => id === 'prices')?.message };
    };
    expect(prices()).toEqual({ unsound: [], message: expect.stringContaining('comes out to the cent') });
    forgeThroughout(path, (db) => db.exec('UPDATE quotes SET quoted_minor = quoted_minor - 1'));
    expect(prices()).toEqual({
      unsound: ['prices'],
      message: expect.stringMatching(
        /^1 of 1 is not what its inputs give under its model: BAL-2026-0001-.{5} version 1 \(issued at .*, its inputs give .*\)\.$/,
      ),
    });
  });
});
