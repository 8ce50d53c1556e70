import {
  fieldsOf,
  mustBeAmount,
  mustBeLoading,
  mustBePositiveAmount,
  mustBeWithin,
} from '../../argument-checks.ts';
import { type ActuarialResult, whenValid } from '../../result.ts';
import { normalQuantile } from '../../special/normal.ts';

/** Closer to 0 or 1 than this a normal quantile, or its square over that of the range, may not be finite. */
const LEAST = 1e-12;

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
 * n0 = (z / range)^2; full standards in claims: frequency n0 VarN/EN, severity n0 CV^2, pure premium their sum; Z =
 * min(1, sqrt(claims / standard)). Probability and range from 1e-12 to 1 - 1e-12, the other numbers at most 1e100.
 * Source: Longley-Cook 1962; Loss Models 4e, chapter 16.
 */
export function limitedFluctuation(
  given: LimitedFluctuationInput,
): ActuarialResult<LimitedFluctuationResult> {
  const input = fieldsOf(given);
  return whenValid(
    [
      mustBeWithin({ parameter: 'probability', given: input.probability, from: LEAST, to: 1 - LEAST }),
      mustBeWithin({ parameter: 'range', given: input.range, from: LEAST, to: 1 - LEAST }),
      mustBePositiveAmount('frequencyVarianceToMean', input.frequencyVarianceToMean),
      mustBeLoading('severityCv', input.severityCv),
      mustBePositiveAmount('expectedFrequency', input.expectedFrequency),
      mustBeAmount('observedClaims', input.observedClaims),
      mustBeAmount('observedPurePremium', input.observedPurePremium),
      mustBeAmount('manualPurePremium', input.manualPurePremium),
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
