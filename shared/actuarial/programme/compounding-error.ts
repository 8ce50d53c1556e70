import type { PartLoss } from './part-loss.ts';

/** Chances of any loss below this are held against it: a transform's rounding is no share of them. */
const NEGLIGIBLE = 1e-8;
/** e to the minus this is what a loss at the end of the lattice still weighs. */
const DISCOUNT = 20;

/**
 * How far a compounded law is from its generating function at one real point z, as a share of the chance of any loss:
 * sum g_j z^j against P_N(sum p_j z^j). No transform is used, and losses beyond the lattice weigh less than 2e-9, so this
 * holds for laws that stop where an aggregate limit no longer sees them.
 */
export function compoundingError({ severity, compound, seen }: PartLoss): number {
  const { frequency } = seen.part;
  const points = compound.mass.length;
  if (points < 2) return 0;
  const z = Math.exp(-DISCOUNT / (points - 1));
  const none = frequency.pgf(severity.mass[0]!);
  const some = frequency.someEvent(1 - severity.mass[0]!);
  const formed = discounted(compound.mass, z) + (compound.mass[0]! - none);
  // P_N(p_0 + x) - P_N(p_0), from two chances of at least one loss, which keep their digits.
  const x = discounted(severity.mass, z);
  const exact = some - frequency.someEvent(Math.max(0, 1 - severity.mass[0]! - x));
  return Math.abs(formed - exact) / Math.max(some, NEGLIGIBLE);
}

/** sum m_j z^j without the first. */
function discounted(mass: Float64Array, z: number): number {
  let sum = 0;
  for (let j = mass.length - 1; j >= 1; j -= 1) sum = (sum + mass[j]!) * z;
  return sum;
}
