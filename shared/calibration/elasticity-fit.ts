import { type BandData, bandChances, bandLikelihood, bandSurvivals } from './loss-bands.ts';
import { maximiseOn } from './numeric/maximise.ts';
import { toDecimals } from './numeric/round.ts';
import { sum, sumOf } from './numeric/sum.ts';
import type { SurvivalBySize } from './peril-laws.ts';
import type { Recipe } from './recipe.ts';

/** The elasticity of frequency in size: the power of value at which losses fall into bands as they did. */
export interface ElasticityFit {
  readonly value: number;
  readonly se: number | null;
  readonly logLikelihood: number;
  readonly logLikelihoodAt0: number;
  /** Losses by band, all years. */
  readonly observed: readonly number[];
  readonly fitted: readonly number[];
  /** Sum of (observed - fitted)^2 / fitted. */
  readonly chiSquare: number;
}

const SE_STEP = 0.01;

export function fitElasticity(data: BandData, survival: SurvivalBySize, recipe: Recipe): ElasticityFit {
  const survivals = bandSurvivals(data, survival);
  const at = (elasticity: number) => bandLikelihood({ data, survivals, elasticity, recipe });
  const [from, to] = recipe.elasticity.search;
  const maximum = maximiseOn({ f: at, from, to, cells: 50 });
  const value = maximum.at[0]!;
  const curvature = (at(value + SE_STEP) - 2 * maximum.value + at(value - SE_STEP)) / (SE_STEP * SE_STEP);
  const chances = bandChances({ data, survivals, elasticity: value, recipe });
  const observed = data.edges.map((_, j) => sumOf(data.years, ({ counts }) => counts[j]!));
  const fitted = data.edges.map((_, j) =>
    sum(data.years.map(({ counts }, year) => sum(counts) * chances[year]![j]!)),
  );
  return {
    value,
    se: curvature < 0 ? Math.sqrt(-1 / curvature) : null,
    logLikelihood: maximum.value,
    logLikelihoodAt0: at(0),
    observed,
    fitted,
    chiSquare: sum(observed.map((k, j) => (k - fitted[j]!) ** 2 / fitted[j]!)),
  };
}

/** The elasticity that the model carries: within its range, rounded. */
export function modelElasticity(value: number, { elasticity, rounding }: Recipe): number {
  const [least, most] = elasticity.modelRange;
  return toDecimals(Math.min(most, Math.max(least, value)), rounding.elasticityDecimals);
}
