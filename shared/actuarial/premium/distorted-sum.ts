import type { Distortion } from './distortion.ts';

/** Within a block survival falls by at most this share of its distance to the nearer of 0 and 1. */
const BLOCK = 0.05;
/** Blocks of fewer values are evaluated one by one. */
const FEW = 8;

/**
 * sum width(j) g(S_j) over from <= j < end, S falling in j. Where it falls slowly a smooth distortion is a polynomial of
 * degree four in S over blocks of 5 %, through five places of each: the sum then needs five moments of the block and not
 * the distortion of every value. Its singularities are at 0 and 1 only, so that the blocks, which shrink towards both,
 * keep ten digits of the loading. Source: distortion principle of Wang 1995, 2000.
 */
export function distortedSum(
  distortion: Distortion,
  survival: Float64Array,
  width: (j: number) => number,
  from: number,
  end: number,
): number {
  const g = distortion.apply;
  let sum = 0;
  let j = from;
  while (j < end) {
    const high = survival[j]!;
    const fall = BLOCK * (high <= 0.5 ? high : 1 - high);
    const isBlock = distortion.isSmooth && fall > 0 && j + FEW < end && survival[j + FEW]! >= high - fall;
    if (!isBlock) {
      sum += width(j) * g(high);
      j += 1;
      continue;
    }
    let [m0, m1, m2, m3, m4] = [0, 0, 0, 0, 0];
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
    const at = (u: number) => g(high - u * fall);
    sum += quarticSum([at(0), at(0.25), at(0.5), at(0.75), at(1)], [m0, m1, m2, m3, m4]);
  }
  return sum;
}

type Five = readonly [number, number, number, number, number];

/** The polynomial through (0, f0), (1/4, f1) .. (1, f4), with 1, u .. u^4 replaced by the moments. */
function quarticSum([f0, f1, f2, f3, f4]: Five, [m0, m1, m2, m3, m4]: Five): number {
  // Newton's forward differences in v = 4 u.
  const d1 = f1 - f0;
  const d2 = f2 - 2 * f1 + f0;
  const d3 = f3 - 3 * f2 + 3 * f1 - f0;
  const d4 = f4 - 4 * f3 + 6 * f2 - 4 * f1 + f0;
  const c1 = d1 - d2 / 2 + d3 / 3 - d4 / 4;
  const c2 = d2 / 2 - d3 / 2 + (11 * d4) / 24;
  const c3 = d3 / 6 - d4 / 4;
  const c4 = d4 / 24;
  return f0 * m0 + 4 * c1 * m1 + 16 * c2 * m2 + 64 * c3 * m3 + 256 * c4 * m4;
}
