import {
  isFloat64Array,
  isNumber,
  isRecord,
  mustBeAmount,
  mustBeLevel,
  mustBeList,
  mustBeObject,
  mustBeWholeWithin,
} from '../../argument-checks.ts';
import { type ActuarialResult, type ArgumentChecks, mustBe, whenValid } from '../../result.ts';

/** One event of a simulated or historical year; years count from 1. */
export interface YearEvent {
  readonly year: number;
  readonly loss: number;
}

/** Annual sums and annual largest losses of a table, largest first, years without events as 0. */
export interface YearTable {
  readonly years: number;
  readonly sums: Float64Array;
  readonly maxima: Float64Array;
  /** Average annual loss. */
  readonly mean: number;
  /** Sample standard deviation of the annual sums, with n - 1. */
  readonly sdSample: number;
}

/** A year has at most 1e6 events of the largest amount. */
const LARGEST_SUM = 1e106;
/** Years of a table: their sums are 128 MiB. */
const MOST_YEARS = 2 ** 24;

/**
 * Reads a year-event table of 2 to 2^24 years; fails on events of years outside 1..years and on losses that are not
 * amounts from 0 to 1e100.
 */
export function readYearTable(years: number, events: readonly YearEvent[]): ActuarialResult<YearTable> {
  const isYear = (year: number) => Number.isSafeInteger(year) && year >= 1 && year <= years;
  const eventChecks = (): ArgumentChecks => {
    const bad = events.findIndex((event) => !isRecord(event));
    if (bad !== -1) return [mustBeObject('events', 'events, each with year and loss', events[bad])];
    const badYear = events.find(({ year }) => !isYear(year));
    const badLoss = events.find(({ loss }) => !mustBeAmount('loss', loss).holds);
    return [
      mustBe({
        parameter: 'year',
        domain: `a whole number, 1 to ${years}`,
        given: badYear?.year,
        holds: badYear === undefined,
      }),
      ...(badLoss === undefined ? [] : [mustBeAmount('loss', badLoss.loss)]),
    ];
  };
  return whenValid(
    [
      mustBeWholeWithin({ parameter: 'years', given: years, least: 2, most: MOST_YEARS }),
      mustBeList('events', 'a list of events', events),
      eventChecks,
    ],
    () => {
      const sums = new Float64Array(years);
      const maxima = new Float64Array(years);
      for (const { year, loss } of events) {
        sums[year - 1] = sums[year - 1]! + loss;
        maxima[year - 1] = Math.max(maxima[year - 1]!, loss);
      }
      const mean = sums.reduce((total, loss) => total + loss, 0) / years;
      const squares = sums.reduce((total, loss) => total + (loss - mean) ** 2, 0);
      return {
        years,
        sums: sums.sort().reverse(),
        maxima: maxima.sort().reverse(),
        mean,
        sdSample: Math.sqrt(squares / (years - 1)),
      };
    },
  );
}

/**
 * The loss of a return period: the k-th largest annual value, k = years / T, linear between ranks where k is not whole.
 * Fails for T outside (1, years], since a table says nothing beyond its largest year, and on values that are not
 * descending amounts.
 */
export const tableReturnLoss = (descending: Float64Array, returnPeriod: number): ActuarialResult<number> => {
  const checked = whenValid([mustBeDescending(descending)], () => descending.length / returnPeriod);
  if (!checked.ok) return checked;
  const rank = checked.value;
  return whenValid(
    [
      mustBe({
        parameter: 'returnPeriod',
        domain: `above 1 and at most the ${descending.length} years of the table`,
        given: returnPeriod,
        holds: isNumber(returnPeriod) && returnPeriod > 1 && rank >= 1 - 1e-12,
      }),
    ],
    () => {
      const near = Math.round(rank);
      if (Math.abs(rank - near) < 1e-9) return descending[near - 1]!;
      const below = Math.floor(rank);
      const share = rank - below;
      return (
        descending[below - 1]! * (1 - share) + descending[Math.min(below, descending.length - 1)]! * share
      );
    },
  );
};

/** Annual values in the order of a year table. */
const mustBeDescending = (given: Float64Array) =>
  mustBe({
    parameter: 'descending',
    domain: 'an array of amounts, largest first',
    given,
    holds:
      isFloat64Array(given) &&
      given.length > 0 &&
      given.every((loss, j) => loss >= 0 && loss <= (given[j - 1] ?? LARGEST_SUM)),
  });

/** q = the ceil(p n)-th smallest annual value; TVaR_p = q + mean of (v - q)+ / (1 - p); p in (0, 1). */
export const tableTail = (descending: Float64Array, p: number): ActuarialResult<number> =>
  whenValid([mustBeDescending(descending), mustBeLevel('p', p)], () => {
    const n = descending.length;
    const q = descending[n - Math.max(1, Math.ceil(p * n - 1e-9))]!;
    const above = descending.reduce((sum, value) => sum + Math.max(0, value - q), 0);
    return q + above / n / (1 - p);
  });
