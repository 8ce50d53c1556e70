/**
 * Sums of weights in binary floating point miss a round edge by some 1e-14, so that a score that is exactly 68 by hand
 * can come out as 67.99999999999999. Scores and shares are compared with edges only through these two functions.
 */
const ARITHMETIC_NOISE = 1e-9;

/** True when `value` is at least `edge`: edges are included, unrounded scores count (rating algorithm, section 0). */
export const reaches = (value: number, edge: number): boolean => value >= edge - ARITHMETIC_NOISE;

/** True when `value` is strictly above `edge`. */
export const exceeds = (value: number, edge: number): boolean => value > edge + ARITHMETIC_NOISE;

/** The value, at least `low` and at most `high`. */
export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
