/** Within a block survival falls by at most this share of its distance to the nearer of 0 and 1. */
const BLOCK = 0.05;
/** Blocks of fewer values are evaluated one by one. */
const FEW = 8;

/** A distortion as a function: the distorted probability of a survival probability. */
type SurvivalFunction = (survival: number) => number;

/** sum width_j g(S_j) prepared for any smooth g: moments of blocks in which S falls slowly, and single values. */
export interface SurvivalBlocks {
  /** For each block: the highest S, how far the block reaches below it, and moments 0 to 4 of the fall in it. */
  readonly blocks: Float64Array;
  /** S and width of values outside blocks, in pairs. */
  readonly singles: Float64Array;
}

const BLOCK_NUMBERS = 7;

/**
 * Blocks of a falling survival function over from <= j < end. Where it falls slowly a smooth distortion is a polynomial
 * of degree four in S over blocks of 5 %, through five places of each: a sum then needs five moments of the block and
 * not the distortion of every value. A distortion's singularities are at 0 and 1 only, and blocks shrink towards both,
 * which keeps ten digits of any loading (strong discounts, such as rho 0.01, keep fewer).
 */
export function survivalBlocks({
  survival,
  width,
  from,
  end,
}: {
  readonly survival: Float64Array;
  readonly width: (j: number) => number;
  readonly from: number;
  readonly end: number;
}): SurvivalBlocks {
  const blocks: number[] = [];
  const singles: number[] = [];
  let j = from;
  while (j < end) {
    const high = survival[j]!;
    const fall = BLOCK * (high <= 0.5 ? high : 1 - high);
    const isBlock = fall > 0 && j + FEW < end && survival[j + FEW]! >= high - fall;
    if (!isBlock) {
      singles.push(high, width(j));
      j += 1;
      continue;
    }
    let m0 = 0;
    let m1 = 0;
    let m2 = 0;
    let m3 = 0;
    let m4 = 0;
    for (; j < end; j += 1) {
      const u = (high - survival[j]!) / fall;
      if (u > 1) break;
      const first = width(j);
      const second = first * u;
      const third = second * u;
      const fourth = third * u;
      m0 += first;
      m1 += second;
      m2 += third;
      m3 += fourth;
      m4 += fourth * u;
    }
    blocks.push(high, fall, m0, m1, m2, m3, m4);
  }
  return { blocks: Float64Array.from(blocks), singles: Float64Array.from(singles) };
}

/** sum width_j g(S_j) of prepared blocks. Source of the principle: Wang 1995, 2000. */
export function distortedBlocks({ blocks, singles }: SurvivalBlocks, g: SurvivalFunction): number {
  let sum = 0;
  for (let k = 0; k < singles.length; k += 2) sum += singles[k + 1]! * g(singles[k]!);
  for (let k = 0; k < blocks.length; k += BLOCK_NUMBERS) {
    const high = blocks[k]!;
    const fall = blocks[k + 1]!;
    const at = (u: number) => g(high - u * fall);
    sum += quarticSum(at(0), at(0.25), at(0.5), at(0.75), at(1), blocks, k + 2);
  }
  return sum;
}

/** sum width_j g(S_j) value by value, for distortions with a kink. */
export function distortedValues({
  g,
  survival,
  width,
  from,
  end,
}: {
  readonly g: SurvivalFunction;
  readonly survival: Float64Array;
  readonly width: (j: number) => number;
  readonly from: number;
  readonly end: number;
}): number {
  let sum = 0;
  for (let j = from; j < end; j += 1) sum += width(j) * g(survival[j]!);
  return sum;
}

/** The polynomial through (0, f0), (1/4, f1) .. (1, f4), with 1, u .. u^4 replaced by the moments from `at` on. */
// biome-ignore lint/complexity/useMaxParams: five ordinates in a row, in the innermost loop
function quarticSum(
  f0: number,
  f1: number,
  f2: number,
  f3: number,
  f4: number,
  moments: Float64Array,
  at: number,
): number {
  // Newton's forward differences in v = 4 u.
  const d1 = f1 - f0;
  const d2 = f2 - 2 * f1 + f0;
  const d3 = f3 - 3 * f2 + 3 * f1 - f0;
  const d4 = f4 - 4 * f3 + 6 * f2 - 4 * f1 + f0;
  const c1 = d1 - d2 / 2 + d3 / 3 - d4 / 4;
  const c2 = d2 / 2 - d3 / 2 + (11 * d4) / 24;
  const c3 = d3 / 6 - d4 / 4;
  const c4 = d4 / 24;
  return (
    f0 * moments[at]! +
    4 * c1 * moments[at + 1]! +
    16 * c2 * moments[at + 2]! +
    64 * c3 * moments[at + 3]! +
    256 * c4 * moments[at + 4]!
  );
}
