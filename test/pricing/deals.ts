import fc from 'fast-check';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent, PartTerms } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { technicalPremium } from '#shared/pricing/build-up.ts';
import { type RatingBasis, ratingBasisOf } from '#shared/pricing/frequency.ts';
import { readTerms } from '#shared/pricing/priced-terms.ts';
import { lossCost } from '#shared/pricing/technical-at.ts';
import { scorePillars } from '#shared/scoring/pillar-scores.ts';
import { arbitraryQuote } from './quotes.ts';

/** What a deal costs, in currency units; null where a part can pay nothing and the deal is refused. */
export interface Cost {
  readonly expectedLoss: number;
  readonly technical: number;
}

export const basisOf = (content: AssessmentContent, model: RatingModel): RatingBasis =>
  ratingBasisOf(scorePillars(content, model), content.subject.type, model);

/** The cost of a deal under a model on a grid, on the basis of its content or of another. */
export function costOf(
  content: AssessmentContent,
  model: RatingModel,
  grid: 'draft' | 'full' = 'draft',
  basis: RatingBasis = basisOf(content, model),
): Cost | null {
  const { terms, problems } = readTerms(content, model);
  if (terms === null) {
    const isRefused = problems.every(({ id }) => /attach|reach/.test(id));
    if (!isRefused) throw new Error(problems[0]?.message);
    return null;
  }
  const cost = lossCost({ content, terms, basis, model, grid, cache: makeLossCache() });
  if (!cost.ok) throw new Error(cost.failure.message);
  const { loss, riskLoad } = cost.value;
  const premium = technicalPremium({ expectedLoss: loss.mean, riskLoad, terms, model });
  if (!premium.ok) throw new Error(premium.failure.message);
  return { expectedLoss: loss.mean, technical: premium.value.technicalMinor / 100 };
}

/** The content with the terms of its first part changed. */
export const changePart = (
  content: AssessmentContent,
  change: (part: PartTerms) => Partial<PartTerms>,
): AssessmentContent => ({
  ...content,
  terms: {
    ...content.terms,
    parts: content.terms.parts.map((p, i) => (i === 0 ? { ...p, ...change(p) } : p)),
  },
});

/** Any deal, average clauses among them. */
export const arbitraryDeal = (maximumIncidents = 2): fc.Arbitrary<AssessmentContent> =>
  fc
    .tuple(arbitraryQuote(maximumIncidents), fc.integer({ min: 0, max: 3 }))
    .map(([content, n]) => (n === 0 ? changePart(content, () => ({ hasAverageClause: true })) : content));
