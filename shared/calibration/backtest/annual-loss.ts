import { compoundCyclic, type Frequency } from '../../actuarial/library/index.ts';
import type { SurvivalBySize } from '../peril-laws.ts';

/** Losses of a population by the size of its subjects: how many events each size sees, and how large they are. */
export interface LossSizes {
  readonly sizes: readonly { readonly events: number; readonly value: number }[];
  readonly survival: SurvivalBySize;
}

/** A lattice that is fine beside the sums asked of it, and long enough for any sum that can matter. */
export interface LossLattice {
  readonly step: number;
  /** A power of two. */
  readonly points: number;
}

/** Cells from 0 on within which the survival is integrated; further ones take its middle. */
const FINE_CELLS = 256;
const FINE_PANELS = 8;

/**
 * Quantiles of the sum of a count of losses, each above the threshold and of a size as the population's, by the engine's
 * compounding on a lattice that keeps the mean: no draws. Read at the middle of the lattice's cells.
 */
export function lossQuantiles({
  losses,
  thresholdUsd,
  count,
  levels,
  lossLattice: { step, points },
}: {
  readonly losses: LossSizes;
  readonly thresholdUsd: number;
  readonly count: Frequency;
  readonly levels: readonly number[];
  readonly lossLattice: LossLattice;
}): readonly number[] {
  const mass = latticeMasses(losses, thresholdUsd, step);
  const law = compoundCyclic(mass, count, points);
  return levels.map((level) => quantileOf(law, step, level));
}

/** p_0 = 1 - D_0, p_k = D_k-1 - D_k, D_k the mean over the k-th cell of the chance that a loss is above. */
function latticeMasses(losses: LossSizes, thresholdUsd: number, step: number): Float64Array {
  const top = losses.sizes.reduce((most, { value }) => Math.max(most, value), 0);
  const cells = Math.ceil(top / step);
  const fine = Math.min(cells, FINE_CELLS);
  // Each fine cell from the threshold on by Simpson's rule; below it the chance is 1.
  const starts = Array.from({ length: fine }, (_, k) =>
    Math.min(Math.max(k * step, thresholdUsd), (k + 1) * step),
  );
  const width = (k: number) => ((k + 1) * step - starts[k]!) / FINE_PANELS;
  const at = [
    thresholdUsd,
    ...starts.flatMap((start, k) => Array.from({ length: FINE_PANELS + 1 }, (_, i) => start + i * width(k))),
    ...Array.from({ length: cells - fine }, (_, i) => (fine + i + 0.5) * step),
  ];
  const above = eventsAbove(losses, at);
  const all = above[0]!;
  const mean = (k: number): number => {
    if (k >= fine) return above[1 + fine * (FINE_PANELS + 1) + (k - fine)]! / all;
    let sum = 0;
    for (let i = 0; i <= FINE_PANELS; i += 1) {
      const weight = i === 0 || i === FINE_PANELS ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * above[1 + k * (FINE_PANELS + 1) + i]!;
    }
    return (starts[k]! - k * step + (width(k) * sum) / (3 * all)) / step;
  };
  const mass = new Float64Array(cells + 1);
  let before = 1;
  for (let k = 0; k < cells; k += 1) {
    const here = mean(k);
    mass[k] = before - here;
    before = here;
  }
  mass[cells] = before;
  return mass;
}

/** Events above each of some rising amounts; sizes outermost, so that each has its law made once. */
function eventsAbove({ sizes, survival }: LossSizes, amounts: readonly number[]): Float64Array {
  const total = new Float64Array(amounts.length);
  for (const { events, value } of sizes) {
    const above = survival(value);
    for (let j = 0; j < amounts.length && amounts[j]! < value; j += 1)
      total[j] = total[j]! + events * above(amounts[j]!);
  }
  return total;
}

/** The lattice's sum up to kh is the true one up to (k + 1/2) h; none below the first whose sum reaches the level. */
function quantileOf(law: Float64Array, step: number, level: number): number {
  let below = 0;
  for (let k = 0; k < law.length; k += 1) {
    const here = law[k]!;
    if (below + here >= level) return k === 0 ? 0 : step * (k - 0.5 + (level - below) / here);
    below += here;
  }
  return step * law.length;
}
