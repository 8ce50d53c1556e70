import type { Payment } from '../payment/payment.ts';
import { gaussLegendre, integrateDyadic } from '../special/gauss-legendre.ts';

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
/** A cell of a tail that ends this far from the end of the law, in cells, does not meet it. */
const CLEAR = 0.9;

/**
 * k -> (1/h) int P(Y > y) dy over [kh, (k+1)h]. Quadrature of the survival function keeps all digits; where two rules
 * disagree (a law narrower than a cell) and next to kinks the limited expected values decide.
 */
export function cellMeansOf(payment: Payment, step: number, kinks: readonly number[]): (k: number) => number {
  const { severity, terms, top, upperTail } = payment;
  const { retention, coinsurance } = terms;
  const survivalAt =
    upperTail === null ? (excess: number) => severity.survival(retention + excess) : upperTail.survival;
  const limited = (k: number): number =>
    payment.limitedExpectedValue(k * step >= top * (1 - 1e-15) ? top : k * step);
  const below = (retention * coinsurance) / step;
  const average = (k: number, order: number): number => {
    const { nodes, weights } = gaussLegendre(order);
    let sum = 0;
    for (let i = 0; i < order; i += 1) {
      sum += weights[i]! * survivalAt(((k + (1 + nodes[i]!) / 2) * step) / coinsurance);
    }
    return sum / 2;
  };
  return (k) => {
    if (k * step >= top * (1 - 1e-15)) return 0;
    if (upperTail !== null) return meanOfTail(k);
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

  /** Limited expected values of a tail would cancel: quadrature, in panels towards the end in the cell that meets it. */
  function meanOfTail(k: number): number {
    const end = Math.min(k + 1, top / step);
    const distance = distanceTo(kinks, k + 0.5, k + 0.5) + 0.5;
    if (end === k + 1 && distance >= CLEAR) {
      const mean = average(k, 12);
      if (Math.abs(mean - average(k, 8)) <= AGREEMENT * mean) return mean;
    }
    return integrateDyadic({ f: payment.survival, from: k * step, to: end * step, kinks: [] }) / step;
  }
}
