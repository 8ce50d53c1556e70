/** The same of amounts that are known to be right, of which some may be sums. */
export function largestCommonStep(amounts: readonly number[], most: number): number {
  const finite = amounts.filter((amount) => amount !== 0 && Number.isFinite(amount));
  for (let kept = finite.length; kept > 0; kept--) {
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
