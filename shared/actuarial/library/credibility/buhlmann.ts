import { mustBeList } from '../../argument-checks.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';

/** Buhlmann's model, nonparametric empirical Bayes, all contracts with the same number of observations. */
export interface BuhlmannResult {
  readonly overallMean: number;
  /** Expected process variance: the mean of the contracts' sample variances. */
  readonly withinVariance: number;
  /** Variance of hypothetical means, unbiased (may be negative), and the one used (0 instead). */
  readonly betweenVarianceUnbiased: number;
  readonly betweenVarianceUsed: number;
  /** EPV / VHM; Infinity when the between variance used is 0. */
  readonly k: number;
  readonly credibilityFactor: number;
  readonly premiums: readonly number[];
  /** True when a negative estimate was set to 0: every premium is then the overall mean, and the reader must know. */
  readonly isBetweenVarianceZero: boolean;
}

/**
 * EPV = mean of sample variances, VHM = var(means) - EPV/n, Z = n / (n + EPV/VHM). Fails on fewer than two contracts
 * or two observations, unequal lengths, or a value not from -1e100 to 1e100. Source: Loss Models 4e, section 19.2.
 */
export function buhlmann(contracts: readonly (readonly number[])[]): ActuarialResult<BuhlmannResult> {
  const listed = whenValid(
    [
      mustBeList('contracts', 'a list of contracts', contracts),
      () => contracts.map((contract) => mustBeList('observations', 'a list for each contract', contract)),
    ],
    () => true,
  );
  if (!listed.ok) return listed;
  const n = contracts[0]?.length ?? 0;
  const r = contracts.length;
  return whenValid(
    [
      mustBe({ parameter: 'contracts', domain: 'two or more', given: r, holds: r >= 2 }),
      mustBe({
        parameter: 'observations',
        domain: 'two or more for each contract, as many for all',
        given: n,
        holds: n >= 2 && contracts.every((c) => c.length === n),
      }),
      mustBe({
        parameter: 'observations',
        domain: 'numbers from -1e100 to 1e100',
        given: contracts.flat().find((x) => !isObservation(x)),
        holds: contracts.flat().every(isObservation),
      }),
    ],
    () => {
      const means = contracts.map(average);
      const overallMean = average(means);
      const withinVariance = average(contracts.map(sampleVariance));
      const unbiased = sampleVariance(means) - withinVariance / n;
      const used = Math.max(0, unbiased);
      const k = used > 0 ? withinVariance / used : Number.POSITIVE_INFINITY;
      const z = n / (n + k);
      return {
        overallMean,
        withinVariance,
        betweenVarianceUnbiased: unbiased,
        betweenVarianceUsed: used,
        k,
        credibilityFactor: z,
        premiums: means.map((mean) => z * mean + (1 - z) * overallMean),
        isBetweenVarianceZero: used === 0,
      };
    },
  );
}

const isObservation = (x: unknown): boolean => typeof x === 'number' && Math.abs(x) <= 1e100;

const average = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

function sampleVariance(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
}
