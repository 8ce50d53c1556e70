// Elementary functions in forms that keep their digits near 0.

/** log(1 + t) / t, 1 at t = 0; t > -1. */
export const log1pOver = (t: number): number => (t === 0 ? 1 : Math.log1p(t) / t);

/** (e^t - 1) / t, 1 at t = 0. */
export const expm1Over = (t: number): number => (t === 0 ? 1 : Math.expm1(t) / t);

/** log1p(t) - t, accurate for small t; t > -1. */
export function log1pmx(t: number): number {
  if (Math.abs(t) > 0.3) return Math.log1p(t) - t;
  // log((1 + r) / (1 - r)) with r = t / (2 + t): 2 (r + r^3/3 + ...), less t = 2r / (1 - r).
  const r = t / (2 + t);
  const square = r * r;
  let term = r;
  let sum = 0;
  for (let k = 3; k < 60; k += 2) {
    term *= square;
    const add = term / k;
    sum += add;
    if (Math.abs(add) < 1e-18 * Math.abs(sum)) break;
  }
  return 2 * sum - r * t;
}
