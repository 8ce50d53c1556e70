import { mustBeList, mustBePositiveAmount } from '../../argument-checks.ts';
import { largestCommonStep } from '../../lattice/common-step.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';
/**
 * The largest step, `most` or less, on which every amount is a lattice point: their greatest common divisor over a
 * whole number. When the amounts have no common divisor that keeps the lattice within `most / 4`, the least
 * important ones (last in the list) are dropped until the rest has; those fall between two points, which
 * mean-preserving spreading smears over one step. Amounts that are 0 or infinite are on every lattice; others are from
 * 1e-100 to 1e100, as `most` is.
 */
export function commonStep(amounts: readonly number[], most: number): ActuarialResult<number> {
  return whenValid(
    [
      mustBePositiveAmount('most', most),
      mustBeList('amounts', 'a list of amounts', amounts),
      () => [
        mustBe({
          parameter: 'amounts',
          domain: '0, from 1e-100 to 1e100, or Infinity',
          given: amounts.join(', '),
          holds: amounts.every(
            (amount) =>
              amount === 0 ||
              amount === Number.POSITIVE_INFINITY ||
              mustBePositiveAmount('amounts', amount).holds,
          ),
        }),
      ],
    ],
    () => largestCommonStep(amounts, most),
  );
}
