import { isNumber, LARGEST_AMOUNT } from '../../argument-checks.ts';
import type { AggregateTerms } from '../../lattice/aggregate-terms.ts';
import { commonDivisor } from '../../lattice/common-step.ts';
import type { Payment } from '../../payment/payment.ts';
import { type ActuarialResult, type ArgumentCheck, mustBe, whenValid } from '../../result.ts';
import type { Peril } from './peril.ts';
import { largestRelevantPayment, type TailBound } from './tail-bound.ts';

/** The lattice of an annual sum: 0, step, ..., (points - 1) step. */
export interface Grid {
  readonly step: number;
  readonly points: number;
  /** Where P(S > range) <= 1e-11, or the end of the lattice for a law that no lattice can hold. */
  readonly range: number;
  /**
   * True where unlimited payments reach beyond any lattice fine enough for them: the law is cut, and the certificate
   * says how much is lost.
   */
  readonly isCut: boolean;
}

/** A number of points that a grid can have. */
export const mustBeGridPoints = (points: number): ArgumentCheck =>
  mustBe({
    parameter: 'points',
    domain: 'a power of two, 64 to 1,048,576',
    given: points,
    holds: isNumber(points) && Number.isInteger(Math.log2(points)) && points >= 64 && points <= 2 ** 20,
  });

const LOG_RANGE_TAIL = Math.log(1e-11);
/** An unlimited payment is resolved when the step is at most this share of its interquartile range. */
const RESOLVED_SHARE = 1 / 32;

/**
 * The grid for perils under aggregate terms, on a valid number of `points`: the range from the tail bound, the step the
 * least one that covers it and divides the layer limits, the perils' aggregate limits and the aggregate terms (dropping
 * from the last where they have no common divisor). A given `step` is used as it is; fails when the lattice then cannot
 * hold the largest payment.
 */
export function chooseGrid({
  perils,
  bound,
  terms,
  request,
}: {
  readonly perils: readonly Peril[];
  readonly bound: TailBound;
  readonly terms: AggregateTerms;
  readonly request: { readonly points: number; readonly step?: number };
}): ActuarialResult<Grid> {
  const { points } = request;
  const payments = perils.flatMap((peril) =>
    peril.payments.map(({ payment }) => ({ payment, count: peril.frequency.mean })),
  );
  const bounded = bound.rangeFor(LOG_RANGE_TAIL);
  const resolved = Math.min(...payments.map(({ payment, count }) => resolvedRange(payment, count, points)));
  const isCut = bounded > resolved;
  const reach = terms.retention + (Number.isFinite(terms.limit) ? terms.limit : 0);
  const range = isCut ? Math.max(resolved, reach) : bounded;
  const largestTop = Math.max(
    0,
    ...payments.map(({ payment }) => (Number.isFinite(payment.top) ? payment.top : 0)),
  );
  const step =
    request.step ??
    coveringStep(
      [
        ...payments.map(({ payment }) => payment.top),
        ...perils.map((peril) => peril.aggregateLimit),
        terms.retention,
        terms.limit,
      ],
      Math.max(range, largestTop) / (points - 1),
    );
  return whenValid(
    [
      mustBe({
        parameter: 'step',
        domain: 'above 0, such that the lattice ends at 1e100 or before',
        given: step,
        holds: Number.isFinite(step) && step > 0 && step * points <= LARGEST_AMOUNT,
      }),
      mustBe({
        parameter: 'step',
        domain: `large enough that ${points} points hold the largest payment ${largestTop}`,
        given: step,
        holds: largestTop <= (points - 1) * step * (1 + 1e-12),
      }),
    ],
    () => ({ step, points, range: isCut ? points * step : range, isCut }),
  );
}

/** How far a lattice may reach before its step is too coarse for an unlimited payment; Infinity for others. */
function resolvedRange(payment: Payment, expectedCount: number, points: number): number {
  if (Number.isFinite(payment.top)) return Number.POSITIVE_INFINITY;
  const some = payment.survival(0);
  const spread = pointWithSurvival(payment, 0.25 * some) - pointWithSurvival(payment, 0.75 * some);
  const range = points * spread * RESOLVED_SHARE;
  return largestRelevantPayment(payment, expectedCount) <= range ? Number.POSITIVE_INFINITY : range;
}

function pointWithSurvival(payment: Payment, target: number): number {
  let high = Math.max(1e-6, payment.severity.quantile(0.5));
  while (payment.survival(high) > target) high *= 2;
  let low = 0;
  for (let k = 0; k < 60; k += 1) {
    const middle = (low + high) / 2;
    if (payment.survival(middle) > target) low = middle;
    else high = middle;
  }
  return high;
}

/** The least step, `least` or more, that divides the amounts; without a common divisor the last ones are dropped. */
function coveringStep(amounts: readonly number[], least: number): number {
  const finite = [...new Set(amounts.filter((amount) => amount > 0 && Number.isFinite(amount)))];
  if (!(least > 0)) return 1;
  for (let kept = finite.length; kept > 0; kept -= 1) {
    const divisor = commonDivisor(finite.slice(0, kept));
    if (divisor >= least) return divisor / Math.floor((divisor / least) * (1 + 1e-15));
  }
  return least;
}
