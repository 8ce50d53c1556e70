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

/**
 * Cumulants of a compound sum: E = EN m1; Var = EN var + VarN m1^2; mu3 = EN mu3 + 3 VarN m1 var + k3(N) m1^3, of the
 * payment's moments. Infinity where one does not exist.
 */
export function compoundCumulants(
  count: { readonly mean: number; readonly variance: number; readonly thirdCentralMoment: number },
  payment: Cumulants,
): Cumulants {
  const { mean, variance, third } = payment;
  if (mean === Number.POSITIVE_INFINITY) return { mean, variance: mean, third: mean };
  const sumVariance = count.mean * variance + count.variance * mean * mean;
  if (variance === Number.POSITIVE_INFINITY || third === Number.POSITIVE_INFINITY) {
    return { mean: count.mean * mean, variance: sumVariance, third: Number.POSITIVE_INFINITY };
  }
  return {
    mean: count.mean * mean,
    variance: sumVariance,
    third:
      count.mean * third +
      3 * count.variance * mean * variance +
      count.thirdCentralMoment * mean * mean * mean,
  };
}
