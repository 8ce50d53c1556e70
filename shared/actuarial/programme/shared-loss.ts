import { addLosses } from '../lattice/add-losses.ts';
import { type AggregateTerms, netOfAggregateTerms } from '../lattice/aggregate-terms.ts';
import { largestCommonStep } from '../lattice/common-step.ts';
import type { DiscreteLaw } from '../lattice/lattice-law.ts';
import { trimTail } from '../lattice/trim-tail.ts';
import { probabilityAtLimit, probabilityOfLoss } from './loss-probabilities.ts';
import type { PartLoss } from './part-loss.ts';
import { momentsOfSum, type PeriodMoments, periodMoments } from './period-moments.ts';
import type { Programme, ProgrammeGrid } from './programme.ts';

/** The shared parts together under the policy's aggregate terms. */
export interface SharedLoss extends PeriodMoments {
  readonly law: DiscreteLaw;
  readonly probabilityAny: number;
  readonly probabilityExhausted: number;
}

/** Shared parts added up and put under the policy's terms. A limit that cannot be reached needs no wider lattice. */
export function sharedLoss(
  shared: readonly PartLoss[],
  {
    terms,
    grid,
    unbittenMoments = 'lattice',
  }: { readonly terms: AggregateTerms; readonly grid: ProgrammeGrid } & Pick<Programme, 'unbittenMoments'>,
): SharedLoss {
  // A part's loss beyond retention plus limit makes no difference.
  const bound = terms.retention + terms.limit;
  const laws = shared.map((p) => {
    const law = netOfAggregateTerms(p.law, { retention: 0, limit: bound });
    // Above a retention only the tail may be left, so it is not trimmed.
    return terms.retention > 0 ? law : trimTail(law, p.sd * p.sd);
  });
  const tops = laws.map((law) => law.values.at(-1) ?? 0);
  const most = tops.reduce((sum, top) => sum + top, 0);
  // The most that can be paid, not a limit that is out of reach; a high retention gets up to four times the points.
  const paid = Math.min(terms.limit, Math.max(0, most - terms.retention));
  const span = Math.max(paid, Math.min(bound, most) / 4);
  const step = span > 0 ? largestCommonStep([bound, terms.retention, ...tops], span / grid.policyPoints) : 1;
  const sum = addLosses(laws, step, bound);
  // The sum ends at the bound, which without a retention is the limit: there is nothing to cut, nor to copy.
  const law = terms.retention === 0 ? sum : netOfAggregateTerms(sum, terms);
  const reach = shared.reduce((sum, p) => sum + (p.law.values.at(-1) ?? 0), 0);
  const isUnbitten = unbittenMoments === 'parts' && terms.retention === 0 && terms.limit >= reach;
  const some = 1 - shared.reduce((product, p) => product * (1 - p.probabilityAny), 1);
  return {
    law,
    ...(isUnbitten ? momentsOfSum(shared) : periodMoments(law)),
    probabilityAny: terms.retention > 0 ? probabilityOfLoss(law) : some,
    probabilityExhausted: probabilityAtLimit(law, terms.limit),
  };
}
