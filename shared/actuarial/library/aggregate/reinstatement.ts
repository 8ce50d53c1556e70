import { fieldsOf, isNumber, mustBeAmount, mustBeList } from '../../argument-checks.ts';
import type { Frequency } from '../../frequency/frequency.ts';
import { mustBePayment, type Payment } from '../../payment/payment.ts';
import { type ActuarialResult, mustBe, valid, whenValid } from '../../result.ts';
import { aggregateLoss } from './aggregate-loss.ts';
import { curveExcess } from './loss-curve.ts';
import { makePeril } from './peril.ts';

export interface ReinstatementResult {
  /** E min((S - A - k l)+, l) for k = 0..n, l the layer limit times the insurer's share. */
  readonly expectedLossByLimit: readonly number[];
  readonly expectedLoss: number;
  readonly initialPurePremium: number;
  readonly expectedReinstatementPremium: number;
}

/**
 * A layer with n reinstatements at rates c_1..c_n of the initial premium, pro rata as to amount, behind an aggregate
 * deductible A: P = sum_k E_k / (1 + sum_k c_k E_(k-1) / l). Fails on an unlimited layer and rates that are not a list
 * of numbers from 0 to 1e100. Source: Sundt 1991, On excess of loss reinsurance with reinstatements.
 */
export function reinstatementPremium(input: {
  readonly payment: Payment;
  readonly frequency: Frequency;
  readonly aggregateDeductible: number;
  readonly rates: readonly number[];
  readonly points?: number;
}): ActuarialResult<ReinstatementResult> {
  const { payment, frequency, aggregateDeductible, rates, points } = fieldsOf(input);
  const listed = whenValid(
    [mustBePayment('payment', payment), mustBeList('reinstatementRates', 'a list of rates', rates)],
    () => payment.terms.limit * payment.terms.coinsurance,
  );
  if (!listed.ok) return listed;
  const limit = listed.value;
  const checked = whenValid(
    [
      mustBe({
        parameter: 'limit',
        domain: 'finite for a layer with reinstatements',
        given: limit,
        holds: Number.isFinite(limit),
      }),
      mustBeAmount('aggregateDeductible', aggregateDeductible),
      mustBe({
        parameter: 'reinstatementRates',
        domain: 'from 0 to 1e100',
        given: rates.join(', '),
        holds: rates.every((c) => isNumber(c) && c >= 0 && c <= 1e100),
      }),
    ],
    () => true,
  );
  if (!checked.ok) return checked;
  const peril = makePeril({ payment, frequency });
  if (!peril.ok) return peril;
  const terms = { retention: aggregateDeductible, limit: (rates.length + 1) * limit };
  const aggregate = aggregateLoss([peril.value], points === undefined ? { terms } : { terms, points });
  if (!aggregate.ok) return aggregate;
  const { curve } = aggregate.value;
  const excess = rates.map((_, k) => curveExcess(curve, aggregateDeductible + k * limit));
  excess.push(curveExcess(curve, aggregateDeductible + rates.length * limit));
  excess.push(curveExcess(curve, aggregateDeductible + (rates.length + 1) * limit));
  const byLimit = excess.slice(0, -1).map((above, k) => above - excess[k + 1]!);
  const expectedLoss = byLimit.reduce((sum, loss) => sum + loss, 0);
  const reinstated = rates.reduce((sum, c, k) => sum + (c * byLimit[k]!) / limit, 0);
  const initial = expectedLoss / (1 + reinstated);
  return valid({
    expectedLossByLimit: byLimit,
    expectedLoss,
    initialPurePremium: initial,
    expectedReinstatementPremium: initial * reinstated,
  });
}
