import { gammaLowerInverse, logGamma } from '../actuarial/library/index.ts';
import type { Peril, SubjectType } from '../domain/vocabulary.ts';
import type { ExposureRow } from '../library/library-row.ts';
import type { BaseRate } from './base-rates.ts';
import { type CountedRow, type LibraryEnd, rowsFrom, weightOf } from './counted-rows.ts';
import { allEvents, eventsOver, fractionOf, type SizeEffect } from './exposure.ts';
import { maximiseOn } from './numeric/maximise.ts';
import { sum, sumOf } from './numeric/sum.ts';
import { brokerCells } from './population.ts';
import type { Recipe } from './recipe.ts';

/** How often a kind of subject is hit against the average one: a posterior mean over what was expected of its number. */
export interface TypeRelativity {
  readonly type: SubjectType;
  readonly count: number;
  readonly expected: number;
  readonly raw: number;
  readonly relativity: number;
  readonly interval: readonly [number, number];
}

export interface TypeColumn {
  /** Keys, contracts or economic attacks, by the recipe's name. */
  readonly column: string;
  readonly peril: Peril;
  /** Concentration c of the prior Gamma(c, c). */
  readonly concentration: number;
  readonly types: readonly TypeRelativity[];
}

/** Relativities of protocol types by empirical Bayes: t ~ Gamma(c, c), c the maximum of the negative binomial margins. */
export function typeColumns(rows: readonly CountedRow[], recipe: Recipe): readonly TypeColumn[] {
  const { columns, firstYear, shareOfProtocols, subjectTypeOf, concentrationRange } = recipe.types;
  const counted = rowsFrom(rows, recipe.groups.protocol, recipe.rows.thresholdUsd).filter(
    ({ year }) => year >= firstYear,
  );
  return Object.entries(columns).map(([column, peril]) => {
    const counts = (Object.entries(shareOfProtocols) as [SubjectType, number][]).map(([type, share]) => ({
      type,
      share,
      count: weightOf(
        counted.filter(({ subjectType }) => subjectTypeOf[subjectType] === type),
        [peril],
      ),
    }));
    const total = sumOf(counts, ({ count }) => count);
    const seen = counts.map(({ type, share, count }) => ({ type, count, expected: share * total }));
    const [least, most] = concentrationRange;
    const margin = (lnC: number) => sumOf(seen, (one) => negativeBinomialMargin(Math.exp(lnC), one));
    const concentration =
      total > 0
        ? Math.exp(maximiseOn({ f: margin, from: Math.log(least), to: Math.log(most) }).at[0]!)
        : most;
    return {
      column,
      peril,
      concentration,
      types: seen.map((one) =>
        posterior({ type: one.type, count: one.count, expected: one.expected, concentration, recipe }),
      ),
    };
  });
}

/** ln of Gamma(c + n) / (Gamma(c) n!) (c / (c + E))^c (E / (c + E))^n; counts may be fractions. */
function negativeBinomialMargin(
  c: number,
  { count, expected }: { readonly count: number; readonly expected: number },
): number {
  return (
    logGamma(c + count) -
    logGamma(c) -
    logGamma(count + 1) +
    c * Math.log(c / (c + expected)) +
    (count > 0 ? count * Math.log(expected / (c + expected)) : 0)
  );
}

/** The log-likelihood of a column's counts: under its prior, and with all types alike (Poisson, the prior's limit). */
export function gainOfPrior({ concentration, types }: TypeColumn): {
  readonly own: number;
  readonly alike: number;
} {
  return {
    own: sumOf(types, (one) => negativeBinomialMargin(concentration, one)),
    alike: sumOf(
      types,
      ({ count, expected }) => (count > 0 ? count * Math.log(expected) : 0) - expected - logGamma(count + 1),
    ),
  };
}

/**
 * Multinomial log-likelihoods of columns' counts by type: each with chances of its own, and all with the same; `more` is what
 * the former has more of parameters. Null where fewer than two columns have counts.
 */
export function differenceOfTypes(
  columns: readonly TypeColumn[],
): { readonly apart: number; readonly together: number; readonly more: number } | null {
  const counts = columns
    .map(({ types }) => types.map(({ count }) => count))
    .filter((column) => sum(column) > 0);
  const [first] = counts;
  if (first === undefined || counts.length < 2) return null;
  const both = first.map((_, i) => sumOf(counts, (column) => column[i]!));
  const likelihood = (column: readonly number[], by: readonly number[]) =>
    sumOf(column.keys(), (i) => (column[i]! > 0 ? column[i]! * Math.log(by[i]! / sum(by)) : 0));
  const hit = both.filter((count) => count > 0).length;
  return {
    apart: sumOf(counts, (column) => likelihood(column, column)),
    together: sumOf(counts, (column) => likelihood(column, both)),
    more: (counts.length - 1) * Math.max(1, hit - 1),
  };
}

function posterior({
  type,
  count,
  expected,
  concentration,
  recipe,
}: {
  readonly type: SubjectType;
  readonly count: number;
  readonly expected: number;
  readonly concentration: number;
  readonly recipe: Recipe;
}): TypeRelativity {
  const shape = concentration + count;
  const rate = concentration + expected;
  const [low, high] = recipe.baseRates.interval;
  return {
    type,
    count,
    expected,
    raw: expected > 0 ? count / expected : 0,
    relativity: shape / rate,
    interval: [gammaLowerInverse(shape, low) / rate, gammaLowerInverse(shape, high) / rate],
  };
}

/** Brokers' and payment processors' key events against those of exchanges of their size, all years alike. */
export function brokerRelativity({
  exchangeRate,
  size,
  rows,
  exposure,
  end,
  recipe,
}: {
  readonly exchangeRate: BaseRate;
  readonly size: SizeEffect;
  readonly rows: readonly CountedRow[];
  readonly exposure: readonly ExposureRow[];
  readonly end: LibraryEnd;
  readonly recipe: Recipe;
}): TypeRelativity {
  const { peril } = exchangeRate;
  const threshold = recipe.rows.thresholdUsd;
  const first = recipe.groups.firstCountYear.custodial;
  const count = weightOf(
    rowsFrom(rows, recipe.groups.broker, threshold).filter(({ year }) => year >= first),
    [peril],
  );
  const aYear = eventsOver(
    brokerCells(recipe),
    peril,
    allEvents({ group: 'custodial', peril, u: threshold, size, recipe }),
  );
  const years = exposure.filter(({ year }) => year >= first && year <= end.year);
  const expected = exchangeRate.rate * aYear * sum(years.map(({ year }) => fractionOf(year, end)));
  return posterior({
    type: 'broker-otc',
    count,
    expected,
    concentration: recipe.types.brokerConcentration,
    recipe,
  });
}
