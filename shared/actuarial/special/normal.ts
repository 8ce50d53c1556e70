import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

const LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Phi(x), with full relative accuracy in the lower tail. */
export const normalCdf = (x: number): number => 0.5 * erfc(-x * Math.SQRT1_2);

/** 1 - Phi(x), with full relative accuracy in the upper tail. */
export const normalSurvival = (x: number): number => 0.5 * erfc(x * Math.SQRT1_2);

/** phi(x) = exp(-x^2 / 2) / sqrt(2 pi). */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x - LOG_SQRT_TWO_PI);

/**
 * Phi^-1(p) for p in [0, 1] (infinite at the ends); good to 1e-13 down to p = 1e-300.
 * The inverse of the same project's complementary error function is tail-safe; its own normal quantile is not.
 */
export const normalQuantile = (p: number): number =>
  p <= 0.5 ? -Math.SQRT2 * erfcinv(2 * p) : Math.SQRT2 * erfcinv(2 * (1 - p));

/** The x with 1 - Phi(x) = q: normalQuantile(1 - q) without forming 1 - q. */
export const normalUpperQuantile = (q: number): number => -normalQuantile(q);
