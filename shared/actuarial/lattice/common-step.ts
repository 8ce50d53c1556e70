/**
 * The largest step, `most` or less, on which the amounts are lattice points, for amounts already checked: their
 * greatest common divisor over a whole number, the last amounts dropped until the rest has one above `most` / 4.
 */
export function largestCommonStep(amounts: readonly number[], most: number): number {
  const finite = amounts.filter((amount) => amount !== 0 && Number.isFinite(amount));
  for (let kept = finite.length; kept > 0; kept -= 1) {
    const divisor = commonDivisor(finite.slice(0, kept));
    if (divisor >= most / 4) return divisor / Math.ceil((divisor / most) * (1 - 1e-15));
  }
  return most;
}

/** Greatest common divisor of positive doubles, to a relative rounding of 1e-9. */
export function commonDivisor(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => {
    const tolerance = 1e-9 * Math.min(a, b);
    let [large, small] = a > b ? [a, b] : [b, a];
    while (small > tolerance) {
      const rest = large - small * Math.round(large / small);
      [large, small] = [small, Math.abs(rest)];
    }
    return large;
  });
}
