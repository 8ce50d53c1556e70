/** Mean, variance and third central moment: the three that add over independent sums. */
export interface Cumulants {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
}

/** Cumulants of a sum of independent terms. */
export function addCumulants(parts: readonly Cumulants[]): Cumulants {
  return parts.reduce(
    (sum, part) => ({
      mean: sum.mean + part.mean,
      variance: sum.variance + part.variance,
      third: sum.third + part.third,
    }),
    { mean: 0, variance: 0, third: 0 },
  );
}
