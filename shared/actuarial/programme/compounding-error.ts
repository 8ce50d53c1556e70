import type { PartLoss } from './part-loss.ts';

/**
 * A smaller probability of any loss is replaced by this in the denominator, since rounding of the transform is not
 * proportional to it.
 */
const NEGLIGIBLE = 1e-6;
/**
 * A loss at the end of the lattice is weighted by e to the minus these: the first weighs small sums most, the last all
 * of them.
 */
const DISCOUNTS = [20, 5, 1] as const;

/**
 * How far a compounded law is from its generating function at three real points z, as a share of the probability of any
 * loss: sum g_j z^j against P_N(sum p_j z^j), without a transform. Sums beyond the lattice (past the aggregate limit)
 * each weigh between 0 and z^n, n the first point beyond; a difference outside that interval is the error.
 */
export function compoundingError({ severity, compound, plan }: PartLoss): number {
  const { frequency } = plan.part;
  const points = compound.mass.length;
  if (points < 2) return 0;
  const first = severity.mass[0]!;
  const some = frequency.someEvent(1 - first);
  const formedAt0 = compound.mass[0]! - frequency.pgf(first);
  let beyond = 1;
  for (let j = 0; j < points; j += 1) beyond -= compound.mass[j]!;
  const errors = DISCOUNTS.map((discount) => {
    const z = Math.exp(-discount / (points - 1));
    const formed = discounted(compound.mass, z) + formedAt0;
    // P_N(p_0 + x) - P_N(p_0), from two probabilities of at least one loss, which keep their digits.
    const x = discounted(severity.mass, z);
    const missing = some - frequency.someEvent(Math.max(0, 1 - first - x)) - formed;
    return Math.max(0, -missing, missing - Math.max(0, beyond) * z ** points);
  });
  return Math.max(...errors) / Math.max(some, NEGLIGIBLE);
}

/** sum m_j z^j without the first. */
function discounted(mass: Float64Array, z: number): number {
  let sum = 0;
  for (let j = mass.length - 1; j >= 1; j -= 1) sum = (sum + mass[j]!) * z;
  return sum;
}
