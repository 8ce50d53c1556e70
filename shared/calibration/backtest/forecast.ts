import { expectValue, negativeBinomialByMean } from '../../actuarial/index.ts';
import { type Frequency, poisson } from '../../actuarial/library/index.ts';
import type { YearOfCount } from '../exposure.ts';
import { type Forgetting, weightedHistory } from '../forgetting.ts';
import { sum, sumOf } from '../numeric/sum.ts';
import type { Recipe } from '../recipe.ts';

/** A forecast of a count over some years: its mean by year, and how sure the past is of it. */
export interface Forecast {
  readonly means: readonly number[];
  /** Shape of the Gamma posterior. */
  readonly shape: number;
}

/** What the years up to `cut` say of the years after it, whose exposures are taken as known. */
export function forecast({
  history,
  cut,
  targets,
  forgetting,
  recipe: {
    forgetting: { priorCount },
  },
}: {
  readonly history: readonly YearOfCount[];
  readonly cut: number;
  readonly targets: readonly YearOfCount[];
  readonly forgetting: Forgetting;
  readonly recipe: Recipe;
}): Forecast {
  const pasts = targets.map((target) => weightedHistory({ history, last: cut, target, forgetting }));
  const shape = priorCount + (pasts[0]?.count ?? 0);
  const means = targets.map(
    ({ fraction, exposure }, i) => (shape / pasts[i]!.exposure) * fraction * exposure,
  );
  return { means, shape };
}

/** Negative binomial: the Gamma posterior of the rate and the effect of the year, squared variations added. */
export const countLaw = ({ means, shape }: Forecast, { backtest }: Recipe): Frequency =>
  expectValue(
    negativeBinomialByMean({ mean: sum(means), cv2: 1 / shape + backtest.yearCv * backtest.yearCv }),
  );

/** The same count as last year's, for as long. */
export function lastYearLaw(
  history: readonly YearOfCount[],
  cut: number,
  targets: readonly YearOfCount[],
): Frequency {
  const last = history.find(({ year }) => year === cut);
  const aYear = last === undefined || last.fraction === 0 ? 0 : last.count / last.fraction;
  return expectValue(poisson({ lambda: Math.max(1e-9, aYear * sumOf(targets, ({ fraction }) => fraction)) }));
}

/** Least count with so much probability at or below it. */
function countQuantile(law: Frequency, p: number): number {
  let below = 0;
  for (let n = 0; ; n += 1) {
    below += law.pmf(n);
    if (below >= p || n > 100_000) return n;
  }
}

/** Below this a chance has not all of its digits. */
const LEAST_CHANCE = 1e-300;

/**
 * ln P(N = n), by Panjer's recursion of logarithms where the chance itself is too small for a number: a count that a law
 * holds for next to impossible has a score all the same.
 */
export function logChance(law: Frequency, n: number): number {
  const chance = law.pmf(n);
  if (chance > LEAST_CHANCE || law.panjer === null) return Math.log(chance);
  const { a, b } = law.panjer;
  let log = law.logPgfOnePlus(-1);
  for (let k = 1; k <= n; k += 1) log += Math.log(a + b / k);
  return log;
}

/** How well a forecast of a count did. */
export interface CountScore {
  readonly seen: number;
  readonly mean: number;
  readonly interval: readonly [number, number];
  readonly isInside: boolean;
  /** ln of the probability of what came: the nearer to 0 the better. Counts that are no whole number are rounded. */
  readonly logScore: number;
}

export function scoreCount(law: Frequency, seen: number, { backtest }: Recipe): CountScore {
  const [low, high] = backtest.interval;
  const interval = [countQuantile(law, low), countQuantile(law, high)] as const;
  return {
    seen,
    mean: law.mean,
    interval,
    isInside: seen >= interval[0] && seen <= interval[1],
    logScore: logChance(law, Math.round(seen)),
  };
}
