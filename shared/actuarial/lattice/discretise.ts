import { mustBePositiveAmount, mustBeWholeWithin } from '../argument-checks.ts';
import { mustBePayment, type Payment } from '../payment/payment.ts';
import { type ActuarialResult, whenValid } from '../result.ts';
import type { LatticeLaw } from './lattice-law.ts';
import { meanPreservingMasses } from './mean-preserving-masses.ts';
import { MOST_POINTS } from './real-fft.ts';

/**
 * The lattice of the rating algorithm, section 5: step = top / n over [0, top], n + 1 points, mean-preserving. A
 * payment that cannot be above 0 gives the one point 0. Fails on n not from 1 to 2^24 and on a payment without an end.
 */
export const discretiseWhole = (payment: Payment, n: number): ActuarialResult<LatticeLaw> =>
  whenValid(
    [
      mustBePayment('payment', payment),
      mustBeWholeWithin({ parameter: 'n', given: n, least: 1, most: MOST_POINTS }),
      () => (payment.top === 0 ? [] : [mustBePositiveAmount('limit', payment.top)]),
    ],
    () =>
      payment.top === 0
        ? { step: 1, mass: Float64Array.of(1) }
        : { step: payment.top / n, mass: meanPreservingMasses(payment, payment.top / n, n + 1) },
  );
