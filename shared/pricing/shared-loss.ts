import {
  applyAggregateTerms,
  commonStep,
  type DiscreteLaw,
  discreteMoments,
  expectValue,
  type LatticeLaw,
  latticeValues,
} from '../actuarial/index.ts';
import { addLosses } from './add-losses.ts';
import { type LossGrid, type PartLoss, probabilityAbove0 } from './part-loss.ts';
import type { PricedTerms } from './priced-terms.ts';

/** Several laws that stand together: mean, sd, chance of any loss and of a limit exhausted, and the laws themselves. */
export interface GroupLoss {
  readonly law: DiscreteLaw;
  readonly mean: number;
  readonly sd: number;
  readonly probabilityAny: number;
  readonly probabilityExhausted: number;
  /** Step of the lattice the shared parts were added on; null when there was nothing to add. */
  readonly step: number | null;
}

/** PR and PL on the values of a sum; without a retention only its last value can be beyond the limit. */
function underPolicyTerms(sum: DiscreteLaw | LatticeLaw, retention: number, limit: number): DiscreteLaw {
  if (retention > 0 || !('step' in sum)) return expectValue(applyAggregateTerms(sum, { retention, limit }));
  const law = latticeValues(sum);
  const last = law.values.length - 1;
  law.values[last] = Math.min(law.values[last]!, limit);
  return law;
}

/** The shared parts added up and put under PR and PL. A limit that can never bite asks for no wider lattice. */
export function sharedLoss(parts: readonly PartLoss[], terms: PricedTerms, grid: LossGrid): GroupLoss | null {
  const shared = parts.filter((p) => p.part.isShared);
  if (shared.length === 0 || terms.policyLimit === null) return null;
  const { policyLimit, policyRetention } = terms;
  const some = 1 - shared.reduce((product, p) => product * (1 - p.probabilityAny), 1);

  // Beyond retention and limit together a part's loss makes no difference.
  const bound = policyRetention + policyLimit;
  const laws = shared.map((p) => expectValue(applyAggregateTerms(p.law, { retention: 0, limit: bound })));
  const tops = laws.map((law) => law.values.at(-1) ?? 0);
  const most = tops.reduce((sum, top) => sum + top, 0);
  // What can be paid, not the limit where that is never reached; a high retention is given more points, up to a count.
  const paid = Math.min(policyLimit, Math.max(0, most - policyRetention));
  const span = Math.max(paid, Math.min(bound, most) / 4);
  const step =
    span > 0 ? expectValue(commonStep([bound, policyRetention, ...tops], span / grid.policyPoints)) : 1;
  const law = underPolicyTerms(addLosses(laws, step, bound), policyRetention, policyLimit);
  const moments = discreteMoments(law);
  const last = law.values.length - 1;
  const isExhausted = law.values[last] === policyLimit;
  return {
    law,
    mean: moments.mean,
    sd: moments.sd,
    probabilityAny: policyRetention > 0 ? probabilityAbove0(law) : some,
    probabilityExhausted: isExhausted ? Math.max(0, law.mass[last]!) : 0,
    step: shared.length > 1 ? step : null,
  };
}
