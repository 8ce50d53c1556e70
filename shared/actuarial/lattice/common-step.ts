import { guarded, isPositive, type Outcome, requires } from '../outcome.ts';

/**
 * The largest step, `most` or less, on which every amount is a lattice point: their greatest common divisor over a
 * whole number. When the amounts have no common divisor that keeps the lattice within `most / 4`, the least
 * important ones (last in the list) are dropped until the rest has; those fall between two points, which
 * mean-preserving spreading smears over one step. Amounts that are 0 or infinite are on every lattice.
 */
export function commonStep(amounts: readonly number[], most: number): Outcome<number> {
  const finite = amounts.filter((amount) => amount !== 0 && Number.isFinite(amount));
  return guarded(
    [
      isPositive('most', most),
      requires(
        'amounts',
        '0 or more',
        amounts.join(', '),
        amounts.every((amount) => amount >= 0),
      ),
    ],
    () => {
      for (let kept = finite.length; kept > 0; kept--) {
        const divisor = commonDivisor(finite.slice(0, kept));
        if (divisor >= most / 4) return divisor / Math.ceil((divisor / most) * (1 - 1e-15));
      }
      return most;
    },
  );
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
