import { guarded, isPositive, isWholeAtLeast, isWithin, type Outcome } from '../outcome.ts';
import type { Payment } from '../payment/payment.ts';
import type { LatticeLaw } from './lattice-law.ts';
import { unbiasedMasses } from './unbiased.ts';

/**
 * lower: p_k = P((k-1)h < Y <= kh), mass moves up. upper: p_k = P(kh <= Y < (k+1)h), mass moves down.
 * rounding: p_k = P((k-1/2)h < Y <= (k+1/2)h). unbiased: local moment matching, which keeps the mean exactly.
 * Names as in R's actuar::discretize ("lower" and "upper" refer to the cdf); unlike it, atoms at 0 and at the limit
 * are kept.
 */
export type DiscretisationMethod = 'lower' | 'upper' | 'rounding' | 'unbiased';

/** 2^24 masses are 128 MiB. */
const MOST_POINTS = 2 ** 24;

/**
 * Masses of a payment on 0, step, ..., (points-1) step. Mass beyond the last point is dropped, never renormalised.
 * Fails on a step not above 0 or fewer than 2 points.
 */
export function discretisePayment(
  payment: Payment,
  grid: { readonly method: DiscretisationMethod; readonly step: number; readonly points: number },
): Outcome<LatticeLaw> {
  const { method, step, points } = grid;
  return guarded(
    [
      isPositive('step', step),
      isWholeAtLeast('points', points, 2),
      isWithin('points', points, 2, MOST_POINTS),
    ],
    () => ({
      step,
      mass: massesBy(method, payment, step, points),
    }),
  );
}

/**
 * The lattice of the rating algorithm, section 5: step = top / n over [0, top], n + 1 points, mean-preserving.
 * A payment that cannot be above 0 gives the one point 0.
 */
export function discretiseWhole(payment: Payment, n: number): Outcome<LatticeLaw> {
  if (payment.top === 0) {
    return guarded([isWholeAtLeast('n', n, 1)], () => ({ step: 1, mass: Float64Array.of(1) }));
  }
  return guarded(
    [isWholeAtLeast('n', n, 1), isWithin('n', n, 1, MOST_POINTS), isPositive('limit', payment.top)],
    () => ({
      step: payment.top / n,
      mass: unbiasedMasses(payment, payment.top / n, n + 1),
    }),
  );
}

function massesBy(
  method: DiscretisationMethod,
  payment: Payment,
  step: number,
  points: number,
): Float64Array {
  /** A point within rounding of the largest payment is there, so that its atom falls on the right side. */
  const onTop = (y: number): number => (Math.abs(y - payment.top) <= 1e-14 * payment.top ? payment.top : y);
  switch (method) {
    case 'unbiased':
      return unbiasedMasses(payment, step, points);
    case 'rounding':
      return differences(points, (k) => payment.survival((k + 0.5) * step));
    case 'lower':
      return differences(points, (k) => payment.survival(onTop(k * step)));
    case 'upper':
      return differences(points, (k) => payment.survivalFrom(onTop((k + 1) * step)));
  }
}

/** p_0 = 1 - tail(0), p_k = tail(k-1) - tail(k). */
function differences(points: number, tail: (k: number) => number): Float64Array {
  const mass = new Float64Array(points);
  let before = 1;
  for (let k = 0; k < points; k++) {
    const next = tail(k);
    mass[k] = before - next;
    before = next;
  }
  return mass;
}
