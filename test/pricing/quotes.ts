import fc from 'fast-check';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent, PartTerms, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { assessmentContentSchema, termsSchema } from '#shared/domain/assessment-content.ts';
import { PERILS, type Peril } from '#shared/domain/vocabulary.ts';
import { rateFrequency, ratingBasisOf } from '#shared/pricing/frequency.ts';
import { periodLoss } from '#shared/pricing/period-loss.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { baseFrequencyOf, readTerms } from '#shared/pricing/priced-terms.ts';
import { scorePillars } from '#shared/scoring/pillar-scores.ts';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';
import { arbitraryContent } from '#test/scoring/arbitrary-content.ts';
import { judged } from '#test/underwriting/judged.ts';

/** Content with terms as written in a submission, defaults filled in. */
export const withTerms = (
  terms: Record<string, unknown>,
  content: AssessmentContent = workedExample,
): AssessmentContent => ({ ...content, terms: termsSchema.parse(terms) });

/** The worked example with some of its terms changed. */
export const exampleWith = (changes: Partial<QuoteTerms>): AssessmentContent => ({
  ...workedExample,
  terms: { ...workedExample.terms, ...changes },
});

/** The worked example with one part's terms changed. */
export const examplePart = (part: string, changes: Partial<PartTerms>): AssessmentContent =>
  exampleWith({ parts: workedExample.terms.parts.map((p) => (p.part === part ? { ...p, ...changes } : p)) });

export const evaluated = (content: unknown, grid: 'draft' | 'full' = 'draft') =>
  judged(assessmentContentSchema.parse(content), { grid });

export function priced(content: AssessmentContent, grid: 'draft' | 'full' = 'draft'): PriceResult {
  const { price } = judged(content, { grid });
  if (!price.ok) throw new Error(price.failure.message);
  return price.value;
}

function rated(content: AssessmentContent) {
  const { terms, problems } = readTerms(content, bundledModel);
  if (terms === null) throw new Error(problems[0]?.message);
  const basis = ratingBasisOf(scorePillars(content, bundledModel), content.subject.type, bundledModel);
  return { terms, basis };
}

/** The expected loss of the period in currency units, without the rest of a price. */
export function expectedLoss(content: AssessmentContent, grid: 'draft' | 'full' = 'draft'): number {
  const { terms, basis } = rated(content);
  const loss = periodLoss({ terms, basis, gridName: grid, cache: makeLossCache(), model: bundledModel });
  if (!loss.ok) throw new Error(loss.failure.message);
  return loss.value.mean;
}

/** Events a period of each modelled part, before the evidence load. */
export function frequenciesOf(content: AssessmentContent): readonly number[] {
  const { terms, basis } = rated(content);
  return terms.modelled.map((part) => {
    const { frequency, evidenceLoad } = rateFrequency({ part, basis, days: terms.days, model: bundledModel });
    return frequency / evidenceLoad;
  });
}

export const lineOf = (price: PriceResult, id: string): number =>
  price.buildUp.find((l) => l.id === id)!.amountMinor;

const thousands = (low: number, high: number) => fc.integer({ min: low, max: high }).map((n) => n * 100_000);

const arbitraryPart = (part: Peril) =>
  fc.record(
    {
      part: fc.constant(part),
      limitMinor: thousands(100, 100_000),
      retentionMinor: thousands(0, 5_000),
      coinsurancePercent: fc.constantFrom(0, 10, 25),
      aggregateLimitMinor: fc.option(thousands(100, 150_000)),
      aggregateRetentionMinor: fc.constantFrom(0, 0, 50_000_000),
      isShared: fc.boolean(),
    },
    { noNullPrototype: true },
  );

/** Any content with one to three modelled parts that its type can have. */
export const arbitraryQuote = (maximumIncidents = 2): fc.Arbitrary<AssessmentContent> =>
  arbitraryContent(maximumIncidents).chain((content) => {
    const possible = PERILS.filter((id) => {
      const peril = bundledModel.pricing.perils.find((p) => p.id === id)!;
      return baseFrequencyOf(peril, content.subject.type, bundledModel) !== null;
    });
    return fc
      .record({
        parts: fc
          .uniqueArray(fc.constantFrom(...possible), { minLength: 1, maxLength: 3 })
          .chain((parts) => fc.tuple(...parts.map(arbitraryPart))),
        policyAggregateLimitMinor: fc.option(thousands(1_000, 150_000)),
        policyAggregateRetentionMinor: fc.constantFrom(0, 0, 25_000_000),
        periodDays: fc.integer({ min: 1, max: 1096 }),
        schedulePercent: fc.integer({ min: -25, max: 25 }),
      })
      .map((terms) => withTerms(terms, content));
  });
