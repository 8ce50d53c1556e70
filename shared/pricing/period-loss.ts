import { expectValue, type LossCache, type ProgrammeLoss, programmeLoss } from '../actuarial/index.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { kappaOf, type RatingBasis, rateFrequency } from './frequency.ts';
import { type PartEvent, partEvent } from './part-event.ts';
import type { PricedTerms } from './priced-terms.ts';

/** The loss of the period of a quote: the engine's, with the rated events it was made from, part by part. */
export interface PeriodLoss extends ProgrammeLoss {
  readonly gridName: 'draft' | 'full';
  readonly kappa: number;
  readonly events: readonly PartEvent[];
}

function gridOf(name: 'draft' | 'full', { pricing: { lattice } }: RatingModel) {
  const { countTail } = lattice;
  return name === 'full'
    ? { partPoints: lattice.partPoints, policyPoints: lattice.policyPoints, countTail }
    : { partPoints: lattice.draftPartPoints, policyPoints: lattice.draftPolicyPoints, countTail };
}

/**
 * The loss of the period before any premium: every part rated, and the programme of them under their own aggregate terms
 * and the policy's (rating algorithm, sections 2 to 5).
 */
export function periodLoss(
  terms: PricedTerms,
  basis: RatingBasis,
  gridName: 'draft' | 'full',
  cache: LossCache,
  model: RatingModel,
): PeriodLoss {
  const kappa = kappaOf(basis.severityScore, model);
  const events = terms.modelled.map((part) =>
    partEvent(part, rateFrequency(part, basis, terms.days, model), kappa),
  );
  const policyTerms =
    terms.policyLimit === null ? null : { retention: terms.policyRetention, limit: terms.policyLimit };
  const loss = expectValue(programmeLoss({ parts: events, policyTerms }, gridOf(gridName, model), cache));
  return { ...loss, gridName, kappa, events };
}
