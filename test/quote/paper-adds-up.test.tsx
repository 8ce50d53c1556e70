import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PaperPages } from '#renderer/print/paper-pages.tsx';
import type { AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { formatAmountPlain } from '#shared/domain/format-money.ts';
import { optionTerms } from '#shared/domain/options.ts';
import { paperOf } from '#shared/quote/paper.ts';
import { buildQuoteDocument, type QuoteDocument } from '#shared/quote/quote-document.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

// What a hostile reader got onto a paper: terms that were priced and not printed, and a payable that did not add up.

const { asOf: today } = quotableExample;
const withTerms = (terms: Partial<QuoteTerms>): AssessmentContent => ({
  ...quotableExample,
  terms: { ...quotableExample.terms, ...terms },
});
const documentOf = (content: AssessmentContent): QuoteDocument =>
  buildQuoteDocument({
    rating: rateFully(content, model, { today }),
    activeModel: { model, hash: 'a'.repeat(64), wordingHash: 'b'.repeat(64) },
    designation: { status: 'quote', reference: 'BAL-2026-0001', version: 1 },
    preparation: { paper: 'a4', preparedAt: '2026-11-28T10:00:00.000Z', preparedBy: 'A. Person' },
  });
const quotation = (content: AssessmentContent): string =>
  renderToStaticMarkup(<PaperPages paper={paperOf(documentOf(content), 'quotation')} />).replaceAll(
    '\u00a0',
    ' ',
  );

const messages = (content: AssessmentContent) =>
  judge({ content, model, today, grid: 'draft' })
    .issues.map(({ message }) => message)
    .join(' ');

const { parts } = quotableExample.terms;
const unshared = parts.map((part) => ({ ...part, isShared: false }));

describe('the quotation', () => {
  it('adds the fees to what the insured pays', () => {
    const fees = [{ label: 'Policy fee', amountMinor: cents(5_000_000) }];
    const content = withTerms({ contract: { ...quotableExample.terms.contract, fees } });
    const paper = paperOf(documentOf(content), 'quotation');
    if (paper.kind !== 'quotation') throw new Error('not a quotation');
    const { wholeMinor, taxes, payableMinor } = paper.quotation.premium!;
    const sum = wholeMinor + taxes.reduce((all, { amountMinor }) => all + amountMinor, 0) + 5_000_000;
    expect(payableMinor).toBe(sum);
  });

  it('shows every part under the terms of the policy where none is ticked to share them, and the form says so', () => {
    const content = withTerms({ parts: unshared, policyAggregateLimitMinor: cents(100_000_000) });
    expect(quotation(content)).toContain('These parts share one limit of USD 1,000,000 in the period');
    expect(messages(content)).toContain('no part is ticked to share it');
    const retained = withTerms({
      parts: unshared,
      policyAggregateLimitMinor: null,
      policyAggregateRetentionMinor: cents(1_000_000_000),
    });
    expect(quotation(retained)).toContain('after an aggregate deductible of USD 10,000,000');
  });

  it('prints the aggregate deductible of a part', () => {
    const [first, ...others] = parts;
    const deducted = { ...first!, aggregateRetentionMinor: cents(500_000_000) };
    const words = quotation(withTerms({ parts: [deducted, ...others] }));
    expect(words).toContain('an aggregate deductible of USD 5,000,000 in the period comes off first');
    expect(words).toContain('the first USD 5,000,000 stays with the insured');
  });

  it('shows in which terms options differ, whatever they are', () => {
    const own = optionTerms(quotableExample, 'A');
    const [first, ...others] = own.parts;
    const words = quotation({
      ...quotableExample,
      options: [
        { id: 'A', isOffered: true, terms: null },
        {
          id: 'B',
          isOffered: true,
          terms: {
            ...own,
            policyAggregateRetentionMinor: cents(123_400_000),
            parts: [
              { ...first!, aggregateRetentionMinor: cents(45_600_000), hasAverageClause: true },
              ...others,
            ],
          },
        },
      ],
    });
    for (const minor of [123_400_000, 45_600_000]) expect(words).toContain(formatAmountPlain(cents(minor)));
    for (const label of ['aggregate deductible', 'average applies', 'Policy: aggregate deductible'])
      expect(words).toContain(label);
  });
});

it('a part that answers for deceived signers and is not quoted is warned of', () => {
  const content = withTerms({
    signingWording: 'social-engineering',
    parts: parts.filter(({ part }) => part !== 'social-engineering'),
  });
  const { issues } = judge({ content, model, today, grid: 'draft' });
  const found = issues.find(({ id }) => id === 'signing-part-not-quoted');
  expect(found).toMatchObject({ severity: 'warning', field: 'terms.signingWording' });
  expect(found?.message).toContain('the paper says that such a loss is not covered');
});
