import {
  addIndependent,
  applyAggregateTerms,
  compoundWhole,
  type DiscreteLaw,
  discreteMoments,
  discretiseWhole,
  expectValue,
  latticeValues,
  spreadOnLattice,
} from '#shared/actuarial/library/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { fromMinor } from '#shared/domain/money.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { kappaOf, rateFrequency, ratingBasisOf } from '#shared/pricing/frequency.ts';
import { partEvent } from '#shared/pricing/part-event.ts';
import { readTerms } from '#shared/pricing/priced-terms.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';

/** The least that the rating algorithm's section 5 asks of each lattice. */
const PART_POINTS = 4096;
const POLICY_POINTS = 65_536;

/**
 * The loss of the period by section 5 of the rating algorithm to the letter, from the engine's single steps: parts
 * discretised on n points and compounded whole, their terms on lattice values; shared parts spread on PL / 65,536 and
 * convolved, policy terms; the groups spread on M / 65,536 and convolved. Nothing of the programme route.
 */
export function wordForWord(
  content: AssessmentContent,
  model: RatingModel,
): { readonly law: DiscreteLaw; readonly mean: number } {
  const { terms } = readTerms(content, model);
  if (terms === null || terms.policyLimit === null) throw new Error('the example has shared parts');
  const basis = ratingBasisOf(scoreAssessment(content, model), content.subject.type, model);
  const kappa = kappaOf(basis.severityScore, model);
  const laws = terms.modelled.map((part) => {
    const event = partEvent(part, rateFrequency({ part, basis, days: terms.days, model }), kappa);
    if (!event.ok) throw new Error(event.failure.message);
    const { payment, frequency } = event.value;
    const severity = expectValue(discretiseWhole(payment, PART_POINTS));
    const sum = expectValue(compoundWhole(severity, frequency, model.pricing.lattice.countTail));
    const own = { retention: part.aggregateRetention, limit: part.aggregateLimit };
    return { isShared: part.isShared, law: expectValue(applyAggregateTerms(sum, own)) };
  });
  const added = (some: readonly DiscreteLaw[], range: number) =>
    latticeValues(
      expectValue(
        addIndependent(some.map((law) => expectValue(spreadOnLattice(law, range / POLICY_POINTS)))),
      ),
    );
  const lawsOf = (isShared: boolean) => laws.filter((l) => l.isShared === isShared).map((l) => l.law);
  const shared = expectValue(
    applyAggregateTerms(added(lawsOf(true), terms.policyLimit), {
      retention: terms.policyRetention,
      limit: terms.policyLimit,
    }),
  );
  const law = added([shared, ...lawsOf(false)], fromMinor(terms.maximumPayableMinor));
  return { law, mean: discreteMoments(law).mean };
}
