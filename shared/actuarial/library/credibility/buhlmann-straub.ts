import { fieldsOf, isNumber, mustBeList } from '../../argument-checks.ts';
import { type ActuarialResult, mustBe, whenValid } from '../../result.ts';

/** A contract's ratios (loss per unit of volume) and volumes by year; null is a missing year and has no weight. */
export interface CredibilityContract {
  readonly ratios: readonly (number | null)[];
  readonly weights: readonly (number | null)[];
}

/** The Buhlmann-Straub model with the Buhlmann-Gisler estimators, as R's actuar::cm gives by default. */
export interface BuhlmannStraubResult {
  readonly estimator: 'Buhlmann-Gisler';
  readonly withinVariance: number;
  readonly betweenVarianceUnbiased: number;
  readonly betweenVarianceUsed: number;
  /** Credibility-weighted mean sum Z X / sum Z; the weighted mean when all Z are 0. */
  readonly collectiveMean: number;
  /** Volume-weighted mean. */
  readonly weightedMean: number;
  readonly individualMeans: readonly number[];
  readonly totalWeights: readonly number[];
  readonly credibilityFactors: readonly number[];
  readonly premiums: readonly number[];
  /** True when a negative estimate was set to 0: every premium is then the weighted mean, and the reader must know. */
  readonly isBetweenVarianceZero: boolean;
}

/**
 * Within variance sum w (x - X_i)^2 / sum (n_i - 1); between variance (sum w_i (X_i - X)^2 - (r-1) s^2) / (w - sum
 * w_i^2 / w); Z_i = w_i a / (s^2 + w_i a). Fails on fewer than two contracts with weight, a weight not from 1e-50 to
 * 1e50, a ratio not from -1e50 to 1e50 (squares and their products with weights stay numbers), or no contract with two
 * years. Source: Buhlmann and Gisler 2005, chapter 4; Loss Models 4e, section 19.3.
 */
export function buhlmannStraub(
  contracts: readonly CredibilityContract[],
): ActuarialResult<BuhlmannStraubResult> {
  const listed = whenValid(
    [
      mustBeList('contracts', 'a list of contracts', contracts),
      () =>
        contracts.flatMap((contract) => [
          mustBeList('ratios', 'a list for each contract', fieldsOf(contract).ratios),
          mustBeList('weights', 'a list for each contract', fieldsOf(contract).weights),
        ]),
    ],
    () => true,
  );
  if (!listed.ok) return listed;
  const observed = contracts.map(observations);
  const all = observed.flat();
  const spare = observed.reduce((sum, years) => sum + Math.max(0, years.length - 1), 0);
  return whenValid(
    [
      mustBe({
        parameter: 'contracts',
        domain: 'two or more',
        given: contracts.length,
        holds: contracts.length >= 2,
      }),
      mustBe({
        parameter: 'weights',
        domain: 'as many as ratios, in every contract',
        given: contracts.length,
        holds: contracts.every((c) => c.ratios.length === c.weights.length),
      }),
      mustBe({
        parameter: 'contracts',
        domain: 'each with at least one year',
        given: contracts.length,
        holds: observed.every((years) => years.length > 0),
      }),
      mustBe({
        parameter: 'weights',
        domain: 'above 0, from 1e-50 to 1e50',
        given: all.find((y) => !isWeight(y.weight))?.weight,
        holds: all.every((y) => isWeight(y.weight)),
      }),
      mustBe({
        parameter: 'ratios',
        domain: 'numbers from -1e50 to 1e50',
        given: all.find((y) => !isRatio(y.ratio))?.ratio,
        holds: all.every((y) => isRatio(y.ratio)),
      }),
      mustBe({
        parameter: 'contracts',
        domain: 'at least one with two years',
        given: spare,
        holds: spare > 0,
      }),
    ],
    () => estimate(observed, spare),
  );
}

const isWeight = (weight: number): boolean => isNumber(weight) && weight >= 1e-50 && weight <= 1e50;
const isRatio = (ratio: number): boolean => isNumber(ratio) && Math.abs(ratio) <= 1e50;

interface Observation {
  readonly ratio: number;
  readonly weight: number;
}

const observations = ({ ratios, weights }: CredibilityContract): readonly Observation[] =>
  ratios.flatMap((ratio, i) => {
    const weight = weights[i] ?? null;
    return ratio === null || weight === null ? [] : [{ ratio, weight }];
  });

function estimate(contracts: readonly (readonly Observation[])[], spare: number): BuhlmannStraubResult {
  const totalWeights = contracts.map((years) => years.reduce((sum, { weight }) => sum + weight, 0));
  const means = contracts.map(
    (years, i) => years.reduce((sum, { weight, ratio }) => sum + weight * ratio, 0) / totalWeights[i]!,
  );
  const within =
    contracts.reduce(
      (sum, years, i) => sum + years.reduce((s, y) => s + y.weight * (y.ratio - means[i]!) ** 2, 0),
      0,
    ) / spare;
  const weight = totalWeights.reduce((sum, w) => sum + w, 0);
  const weightedMean = means.reduce((sum, mean, i) => sum + totalWeights[i]! * mean, 0) / weight;
  const spread = means.reduce((sum, mean, i) => sum + totalWeights[i]! * (mean - weightedMean) ** 2, 0);
  // w - sum w_i^2 / w as a sum of positive terms, which does not cancel when one contract has almost all the weight.
  const rest = totalWeights.reduce((sum, w) => sum + (w * (weight - w)) / weight, 0);
  const unbiased = (spread - (contracts.length - 1) * within) / rest;
  const used = Math.max(0, unbiased);
  const factors = totalWeights.map((w) => (w * used > 0 ? (w * used) / (within + w * used) : 0));
  const credibility = factors.reduce((sum, z) => sum + z, 0);
  const collectiveMean =
    credibility > 0
      ? means.reduce((sum, mean, i) => sum + factors[i]! * mean, 0) / credibility
      : weightedMean;
  return {
    estimator: 'Buhlmann-Gisler',
    withinVariance: within,
    betweenVarianceUnbiased: unbiased,
    betweenVarianceUsed: used,
    collectiveMean,
    weightedMean,
    individualMeans: means,
    totalWeights,
    credibilityFactors: factors,
    premiums: means.map((mean, i) => factors[i]! * mean + (1 - factors[i]!) * collectiveMean),
    isBetweenVarianceZero: used === 0,
  };
}
