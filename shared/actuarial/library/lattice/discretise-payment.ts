import { fieldsOf, mustBePositiveAmount, mustBeWholeWithin } from '../../argument-checks.ts';
import type { LatticeLaw } from '../../lattice/lattice-law.ts';
import { meanPreservingMasses } from '../../lattice/mean-preserving-masses.ts';
import { MOST_POINTS } from '../../lattice/real-fft.ts';
import { mustBePayment, type Payment } from '../../payment/payment.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
/**
 * lower: p_k = P((k-1)h < Y <= kh), mass moves up. upper: p_k = P(kh <= Y < (k+1)h), mass moves down.
 * rounding: p_k = P((k-1/2)h < Y <= (k+1/2)h). unbiased: local moment matching, which keeps the mean exactly.
 * Names as in R's actuar::discretize ("lower" and "upper" refer to the cdf); unlike it, atoms at 0 and at the limit
 * are kept.
 */
export type DiscretisationMethod = 'lower' | 'upper' | 'rounding' | 'unbiased';

const METHODS: readonly unknown[] = [
  'lower',
  'upper',
  'rounding',
  'unbiased',
] satisfies DiscretisationMethod[];

/**
 * Masses of a payment on 0, step, ..., (points-1) step. Mass beyond the last point is dropped, never renormalised.
 * Fails on anything but a payment, on an unknown method, on a step that is not a positive amount, and on points not
 * from 2 to 2^24.
 */
export function discretisePayment(
  payment: Payment,
  grid: { readonly method: DiscretisationMethod; readonly step: number; readonly points: number },
): ActuarialResult<LatticeLaw> {
  const { method, step, points } = fieldsOf(grid);
  return whenValid(
    [
      mustBePayment('payment', payment),
      mustBe({
        parameter: 'method',
        domain: 'lower, upper, rounding or unbiased',
        given: method,
        holds: METHODS.includes(method),
      }),
      mustBePositiveAmount('step', step),
      mustBeWholeWithin({ parameter: 'points', given: points, least: 2, most: MOST_POINTS }),
    ],
    () => ({
      step,
      mass: massesBy({ method, payment, step, points }),
    }),
  );
}

function massesBy({
  method,
  payment,
  step,
  points,
}: {
  readonly method: DiscretisationMethod;
  readonly payment: Payment;
  readonly step: number;
  readonly points: number;
}): Float64Array {
  /** A point within rounding of the largest payment is there, so that its atom falls on the right side. */
  const onTop = (y: number): number => (Math.abs(y - payment.top) <= 1e-14 * payment.top ? payment.top : y);
  switch (method) {
    case 'unbiased':
      return meanPreservingMasses(payment, step, points);
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
  for (let k = 0; k < points; k += 1) {
    const next = tail(k);
    mass[k] = before - next;
    before = next;
  }
  return mass;
}
