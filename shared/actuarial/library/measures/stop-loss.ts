import { indexAtOrBelow } from '../../lattice/lattice-law.ts';
import { assertReadableAt, type Distribution } from '../../measures/distribution.ts';
import { assertArgument } from '../../result.ts';
/** P(L >= x), any x. Throws an ActuarialError on anything but a distribution and a number. */
export function exceedanceFrom(distribution: Distribution, x: number): number {
  assertReadableAt(distribution, x);
  const j = indexAtOrBelow(distribution.values, x);
  if (j < 0) return 1;
  if (distribution.values[j] !== x) return distribution.survival[j]!;
  return j === 0 ? 1 : distribution.survival[j - 1]!;
}

/** E[(L - x)+], the stop-loss premium at retention x. Throws an ActuarialError on a retention that is not finite. */
export function stopLoss(distribution: Distribution, x: number): number {
  assertReadableAt(distribution, x);
  assertArgument({ holds: Number.isFinite(x), parameter: 'x', domain: 'a finite number', given: x });
  const j = indexAtOrBelow(distribution.values, x);
  if (j < 0) return distribution.values[0]! - x + distribution.excess[0]!;
  return distribution.excess[j]! - (x - distribution.values[j]!) * distribution.survival[j]!;
}
