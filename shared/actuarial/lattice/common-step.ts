import { guarded, isPositiveAmount, type Outcome, requires } from '../outcome.ts';
import { isList } from '../shapes.ts';

/**
 * The largest step, `most` or less, on which every amount is a lattice point: their greatest common divisor over a
 * whole number. When the amounts have no common divisor that keeps the lattice within `most / 4`, the least
 * important ones (last in the list) are dropped until the rest has; those fall between two points, which
 * mean-preserving spreading smears over one step. Amounts that are 0 or infinite are on every lattice; others are from
 * 1e-100 to 1e100, as `most` is.
 */
export function commonStep(amounts: readonly number[], most: number): Outcome<number> {
  return guarded(
    [
      isPositiveAmount('most', most),
      isList('amounts', 'a list of amounts', amounts),
      () => [
        requires(
          'amounts',
          '0, from 1e-100 to 1e100, or Infinity',
          amounts.join(', '),
          amounts.every(
            (amount) =>
              amount === 0 ||
              amount === Number.POSITIVE_INFINITY ||
              isPositiveAmount('amounts', amount).holds,
          ),
        ),
      ],
    ],
    () => stepFor(amounts, most),
  );
}

/** The same of amounts that are known to be right, of which some may be sums. */
export function stepFor(amounts: readonly number[], most: number): number {
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
