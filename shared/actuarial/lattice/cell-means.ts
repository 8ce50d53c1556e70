import type { Payment } from '../payment/payment.ts';
import { gaussLegendre } from '../special/gauss-legendre.ts';

/** Least distance, in cells, from a kink to the tents of points from..to; 0 when one lies among them. */
export function distanceTo(kinks: readonly number[], from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const kink of kinks) {
    const distance = kink < from - 1 ? from - 1 - kink : kink > to + 1 ? kink - to - 1 : 0;
    least = Math.min(least, distance);
  }
  return least;
}

/**
 * Within this many steps of a loss of 0, limited expected values are sums of few cells, and their difference keeps its
 * digits where the survival function is not small: two evaluations instead of twenty.
 */
const FIRST_CELLS = 64;
const LARGE = 0.01;
/** Two quadrature rules that agree this well have resolved the survival function over a cell. */
const AGREEMENT = 1e-12;

/**
 * k -> (1/h) int P(Y > y) dy over [kh, (k+1)h]. Quadrature of the survival function keeps all digits; where two rules
 * disagree (a law narrower than a cell) and next to kinks the limited expected values decide.
 */
export function cellMeansOf(payment: Payment, step: number, kinks: readonly number[]): (k: number) => number {
  const { severity, terms, top } = payment;
  const { retention, coinsurance } = terms;
  const limited = (k: number): number =>
    payment.limitedExpectedValue(k * step >= top * (1 - 1e-15) ? top : k * step);
  const below = (retention * coinsurance) / step;
  const average = (k: number, order: number): number => {
    const { nodes, weights } = gaussLegendre(order);
    let sum = 0;
    for (let i = 0; i < order; i += 1) {
      sum += weights[i]! * severity.survival(retention + ((k + (1 + nodes[i]!) / 2) * step) / coinsurance);
    }
    return sum / 2;
  };
  return (k) => {
    if (k * step >= top * (1 - 1e-15)) return 0;
    if (k + below < FIRST_CELLS) {
      const mean = (limited(k + 1) - limited(k)) / step;
      if (mean > LARGE) return mean;
    }
    const isWhole = (k + 1) * step <= top * (1 + 1e-15);
    const distance = distanceTo(kinks, k + 0.5, k + 0.5) + 0.5;
    if (isWhole && distance >= 2) {
      const isFar = distance > 20;
      const mean = average(k, isFar ? 6 : 12);
      if (Math.abs(mean - average(k, isFar ? 4 : 8)) <= AGREEMENT * mean + 1e-17) return mean;
    }
    return (limited(k + 1) - limited(k)) / step;
  };
}
