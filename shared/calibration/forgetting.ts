import type { YearOfCount } from './exposure.ts';
import { power } from './numeric/power.ts';
import { sumOf } from './numeric/sum.ts';
import type { Recipe } from './recipe.ts';

/** How the past counts: half-life in years (null: none), and the exponent of the population. */
export interface Forgetting {
  readonly halfLife: number | null;
  readonly exponent: number;
}

/** A year's weight, 0.5^((last - y) / H). */
const yearWeight = (year: number, last: number, { halfLife }: Forgetting): number =>
  halfLife === null ? 1 : power(0.5, (last - year) / halfLife);

/**
 * E* of a year as seen from another: F (E/F)^gamma (E(L)/F_L)^(1 - gamma). At gamma 1 events go with the number of subjects;
 * at 0 their number stands still and the rate is shared among those there in the year looked from.
 */
const exposureSeenFrom = (
  { fraction, exposure }: YearOfCount,
  target: YearOfCount,
  { exponent }: Forgetting,
): number => fraction * power(exposure, exponent) * power(target.exposure, 1 - exponent);

/** Sums of weighted counts and exposures, years up to `last`, exposures as seen from `target`. */
export function weightedHistory({
  history,
  last,
  target,
  forgetting,
}: {
  readonly history: readonly YearOfCount[];
  readonly last: number;
  readonly target: YearOfCount;
  readonly forgetting: Forgetting;
}): { readonly count: number; readonly exposure: number } {
  const years = history.filter(({ year }) => year <= last);
  return {
    count: sumOf(years, (year) => yearWeight(year.year, last, forgetting) * year.count),
    exposure: sumOf(
      years,
      (year) => yearWeight(year.year, last, forgetting) * exposureSeenFrom(year, target, forgetting),
    ),
  };
}

/** What the years before said of one year, and what came. */
interface CountForecast {
  readonly year: number;
  readonly count: number;
  readonly mean: number;
  /** Of the Gamma posterior: prior + sum w N. */
  readonly shape: number;
  /** ((k - mu)^2 - mu - mu^2 / (prior + sum w N)) / mu^2: variance beyond Poisson and posterior, relative. */
  readonly excess: number;
}

/** What the years before each year from the first forecast one on said of it. */
export function forecastCounts(
  history: readonly YearOfCount[],
  forgetting: Forgetting,
  { forgetting: { firstForecastYear, priorCount } }: Recipe,
): readonly CountForecast[] {
  return history
    .filter(({ year, fraction }) => year >= firstForecastYear && fraction > 0)
    .flatMap((target) => {
      const before = weightedHistory({ history, last: target.year - 1, target, forgetting });
      if (!(before.exposure > 0)) return [];
      const shape = priorCount + before.count;
      const mean = (shape / before.exposure) * target.fraction * target.exposure;
      const { year, count } = target;
      const excess = ((count - mean) ** 2 - mean - mean ** 2 / shape) / mean ** 2;
      return [{ year, count, mean, shape, excess }];
    });
}

/** Poisson deviance 2 (k ln(k / mu) - (k - mu)), summed. */
const devianceOf = (forecasts: readonly CountForecast[]): number =>
  sumOf(
    forecasts,
    ({ count, mean }) => 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean)),
  );

export interface ForgettingChoice extends Forgetting {
  readonly deviances: readonly (Forgetting & { readonly deviance: number })[];
  readonly forecasts: readonly CountForecast[];
  /** Coefficient of variation of a year's count beyond Poisson and posterior; 0 where there is none. */
  readonly yearEffectCv: number;
}

const TIE = 1e-9;

/**
 * The pair with the least out-of-sample deviance; ties go to the longer half-life, then the larger exponent. Counts without
 * forgetting that go with the population stay unless another pair is better by more than `mustEarn`.
 */
export function chooseForgetting(history: readonly YearOfCount[], recipe: Recipe): ForgettingChoice {
  const { halfLives, exponents, mustEarn } = recipe.forgetting;
  const deviances = exponents.flatMap((exponent) =>
    halfLives.map((halfLife) => ({
      halfLife,
      exponent,
      deviance: devianceOf(forecastCounts(history, { halfLife, exponent }, recipe)),
    })),
  );
  const years = ({ halfLife }: Forgetting) => halfLife ?? Number.POSITIVE_INFINITY;
  const best = deviances.reduce((a, b) => {
    if (b.deviance < a.deviance - TIE) return b;
    if (b.deviance > a.deviance + TIE) return a;
    if (years(b) !== years(a)) return years(b) > years(a) ? b : a;
    return b.exponent > a.exponent ? b : a;
  });
  const plain = deviances.find(({ halfLife, exponent }) => halfLife === null && exponent === 1);
  const chosen = plain !== undefined && plain.deviance <= best.deviance + mustEarn ? plain : best;
  const { halfLife, exponent } = chosen;
  const forecasts = forecastCounts(history, chosen, recipe);
  const mean = forecasts.length === 0 ? 0 : sumOf(forecasts, ({ excess }) => excess) / forecasts.length;
  return { halfLife, exponent, deviances, forecasts, yearEffectCv: Math.sqrt(Math.max(0, mean)) };
}
