import { guarded, isLevel, isNotNegative, isPositive, type Outcome } from '../outcome.ts';
import { normalQuantile } from '../special/normal.ts';

export interface LimitedFluctuationInput {
  /** Probability of being within `range` (a share of the mean), both in (0, 1). */
  readonly probability: number;
  readonly range: number;
  /** Var N / E N of the count, 1 for Poisson. */
  readonly frequencyVarianceToMean: number;
  readonly severityCv: number;
  /** Expected claims per unit of exposure. */
  readonly expectedFrequency: number;
  readonly observedClaims: number;
  readonly observedPurePremium: number;
  readonly manualPurePremium: number;
}

export interface LimitedFluctuationResult {
  readonly zValue: number;
  readonly fullClaimsFrequency: number;
  readonly fullClaimsSeverity: number;
  readonly fullClaimsPurePremium: number;
  readonly fullExposurePurePremium: number;
  readonly factorFrequency: number;
  readonly factorPurePremium: number;
  readonly premium: number;
}

/**
 * n0 = (z / range)^2; full standards in claims: frequency n0 VarN/EN, severity n0 CV^2, pure premium their sum;
 * Z = min(1, sqrt(claims / standard)). Source: Longley-Cook 1962; Loss Models 4e, chapter 16.
 */
export function limitedFluctuation(input: LimitedFluctuationInput): Outcome<LimitedFluctuationResult> {
  return guarded(
    [
      isLevel('probability', input.probability),
      isLevel('range', input.range),
      isPositive('frequencyVarianceToMean', input.frequencyVarianceToMean),
      isNotNegative('severityCv', input.severityCv),
      isPositive('expectedFrequency', input.expectedFrequency),
      isNotNegative('observedClaims', input.observedClaims),
      isNotNegative('observedPurePremium', input.observedPurePremium),
      isNotNegative('manualPurePremium', input.manualPurePremium),
    ],
    () => {
      const zValue = normalQuantile((1 + input.probability) / 2);
      const base = (zValue / input.range) ** 2;
      const fullClaimsFrequency = base * input.frequencyVarianceToMean;
      const fullClaimsSeverity = base * input.severityCv ** 2;
      const fullClaimsPurePremium = fullClaimsFrequency + fullClaimsSeverity;
      const factor = (standard: number) => Math.min(1, Math.sqrt(input.observedClaims / standard));
      const z = factor(fullClaimsPurePremium);
      return {
        zValue,
        fullClaimsFrequency,
        fullClaimsSeverity,
        fullClaimsPurePremium,
        fullExposurePurePremium: fullClaimsPurePremium / input.expectedFrequency,
        factorFrequency: factor(fullClaimsFrequency),
        factorPurePremium: z,
        premium: z * input.observedPurePremium + (1 - z) * input.manualPurePremium,
      };
    },
  );
}
