import { describe, expect, it } from 'vitest';
import { backtestCut } from '#shared/calibration/backtest/backtest.ts';
import { coreFits, sampleOf } from '#shared/calibration/core-fits.ts';
import type { Library } from '#shared/library/read-library.ts';
import { libraryOf, packTexts, recipe } from './library.ts';
import { type PlainLibrary, slowBacktest, slowFigures } from './second/figures.ts';

// The tolerances of the model's specification: parameters 2e-4, log-likelihoods 1e-4, rates and relativities 1e-4 of
// themselves, ends of intervals 1e-3 of themselves, standard errors 2 % of themselves.
const STANDARD_ERROR = 0.02;
const PARAMETER = 2e-4;
const LIKELIHOOD = 1e-4;
const RATE = 1e-4;
const INTERVAL = 1e-3;
/** A score moves by some times what its mean moves by as a share of itself. */
const SCORE = 10 * RATE;

const whole = libraryOf(packTexts('pack-1'));

const plain = ({ incidents, exposure, lossShares }: Library): PlainLibrary => ({
  incidents: incidents.map((row) => ({
    id: row.id,
    type: row.subject_type,
    date: row.date,
    loss: row.gross_loss_usd,
    cause: row.cause,
    confidence: row.confidence,
  })),
  assets: new Map(lossShares.map((row) => [row.id, row.assets_at_risk_usd])),
  exposure: new Map(
    exposure.map((row) => [
      row.year,
      [
        row.cex_active_low,
        row.cex_active_n,
        row.cex_active_high,
        row.defi_protocols_tvl_gt1m_n,
        row.defi_protocols_tvl_gt10m_n,
        row.defi_protocols_tvl_gt100m_n,
      ],
    ]),
  ),
});

const inYear = (year: number) => (row: { readonly date: string }) => row.date.startsWith(`${year}-`);

function withoutIncidentsOf(year: number): Library {
  const incidents = whole.incidents.filter((row) => !inYear(year)(row));
  const ids = new Set(incidents.map(({ id }) => id));
  return { ...whole, incidents, lossShares: whole.lossShares.filter(({ id }) => ids.has(id)) };
}

const withoutYear = (year: number): Library => ({
  ...withoutIncidentsOf(year),
  exposure: whole.exposure.filter((row) => row.year !== year),
});

const withDoubledLoss = (id: string): Library => ({
  ...whole,
  incidents: whole.incidents.map((row) =>
    row.id === id ? { ...row, gross_loss_usd: 2 * row.gross_loss_usd } : row,
  ),
});

/** The second implementation's names. */
const PERIL: Readonly<Record<string, string>> = {
  'crime-online': 'online',
  'crime-fidelity': 'fidelity',
  'social-engineering': 'social',
  'specie-offline': 'specie',
  protocol: 'protocol',
  'protocol-econ': 'econ',
};
const TYPE: Readonly<Record<string, string>> = {
  'dex-amm': 'dex',
  'yield-vault': 'yield',
  'staking-lst': 'staking',
  'perp-dex': 'derivatives',
};

function expectNear(given: number, expected: number, tolerance: number, what: string): void {
  expect(Math.abs(given - expected), `${what}: ${given} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

const libraries: readonly (readonly [string, () => Library])[] = [
  ['as it is', () => whole],
  ['without the incidents of 2024', () => withoutIncidentsOf(2024)],
  ['without 2020, its exposure among it', () => withoutYear(2020)],
  ['without the last year', () => withoutIncidentsOf(2026)],
  ['with the loss of Balancer doubled', () => withDoubledLoss('balancer-202511')],
];

describe('a second, slow implementation says the same of a library', () => {
  it.each(libraries)('%s', { timeout: 300_000 }, (_, make) => {
    const library = make();
    const fits = coreFits(sampleOf(library, recipe), recipe);
    const slow = slowFigures(plain(library));

    for (const sample of ['protocol', 'fidelity', 'online'] as const) {
      const { parameters, logLikelihood } = fits.severity[sample];
      Object.entries(parameters).forEach(([name, { value, se }], i) => {
        const error = slow.severity[sample].errors[i]!;
        expectNear(value, slow.severity[sample].at[i]!, PARAMETER, `${sample} ${name}`);
        expectNear(se ?? Number.NaN, error, STANDARD_ERROR * error, `${sample} ${name} SE`);
      });
      expectNear(logLikelihood, slow.severity[sample].logLikelihood, LIKELIHOOD, `${sample} log-likelihood`);
    }
    for (const [group, name] of [
      ['custodial', 'C'],
      ['protocol', 'D'],
    ] as const) {
      const { value, se, logLikelihood } = fits.elasticity[group];
      const { error } = slow.elasticity[name];
      expectNear(se ?? Number.NaN, error, STANDARD_ERROR * error, `${group} elasticity SE`);
      expectNear(value, slow.elasticity[name].value, PARAMETER, `${group} elasticity`);
      expectNear(logLikelihood, slow.elasticity[name].logLikelihood, LIKELIHOOD, `${group} bands`);
      const { halfLife, exponent, deviances, forecasts, yearEffectCv } = fits.forgetting[group];
      expect(halfLife ?? Number.POSITIVE_INFINITY).toBe(slow.forgetting[name].halfLife);
      expect(exponent).toBe(slow.forgetting[name].gamma);
      deviances.forEach(({ deviance }, i) => {
        expectNear(deviance, slow.forgetting[name].deviances[i]!, LIKELIHOOD, `${group} deviance ${i}`);
      });
      const { forecasts: others, yearEffect } = slow.forgetting[name];
      expect(forecasts.map(({ year, count }) => [year, count])).toEqual(
        others.map(([year, count]) => [year, count]),
      );
      forecasts.forEach(({ year, mean, excess }, i) => {
        expectNear(mean, others[i]![2], RATE * others[i]![2], `${group} forecast of ${year}`);
        expectNear(excess, others[i]![3], RATE, `${group} excess of ${year}`);
      });
      expectNear(yearEffectCv, yearEffect, RATE, `${group} effect of the year`);
    }
    expect(fits.baseRates.rates).toHaveLength(slow.rates.length);
    for (const one of slow.rates) {
      const group = one.group === 'C' ? 'custodial' : 'protocol';
      const found = fits.baseRates.rates.find(
        (rate) => rate.group === group && PERIL[rate.peril] === one.peril,
      )!;
      const what = `${group} ${one.peril}`;
      expectNear(found.rate, one.b, RATE * one.b, `${what} rate`);
      expectNear(found.exposure.mid, one.exposure, RATE * one.exposure, `${what} exposure`);
      expectNear(found.interval[0], one.low, INTERVAL * one.low, `${what} interval`);
      expectNear(found.interval[1], one.high, INTERVAL * one.high, `${what} interval`);
    }
    for (const { column, types } of fits.types) {
      for (const { type, relativity } of types) {
        const other = slow.types[column]!.find((one) => one.type === (TYPE[type] ?? type))!;
        expectNear(relativity, other.t, RATE * other.t, `${column} of ${type}`);
      }
    }
    expectNear(fits.broker.relativity, slow.broker, RATE * slow.broker, 'brokers');
  });
});

/** Cuts of libraries that the reference has not seen; those of pack 1 itself are held against it. */
const cuts: readonly (readonly [string, () => Library, number])[] = [
  ['without the incidents of 2024', () => withoutIncidentsOf(2024), 2024],
  ['without 2020, its exposure among it', () => withoutYear(2020), 2022],
  ['with the loss of Balancer doubled', () => withDoubledLoss('balancer-202511'), 2023],
];

describe('and the same of the backtest: fits, counts, intervals and scores', () => {
  it.each(cuts)('%s, cut before what it is tested on', { timeout: 300_000 }, (_, make, cut) => {
    const library = make();
    const { cells, lacks } = backtestCut(cut, sampleOf(library, recipe), recipe);
    expect(lacks).toEqual([]);
    const slow = slowBacktest(plain(library), cut);
    expect(cells).toHaveLength(slow.length);
    expect(slow).toHaveLength(4);
    for (const other of slow) {
      const group = other.group === 'C' ? 'custodial' : 'protocol';
      const cell = cells.find((one) => one.group === group && one.horizon === other.horizon)!;
      const what = `${group}, ${other.horizon}`;
      expect([cell.halfLife ?? Number.POSITIVE_INFINITY, cell.exponent, cell.elasticity], what).toEqual([
        other.halfLife,
        other.gamma,
        other.elasticity,
      ]);
      for (const size of ['threshold', 'large'] as const) {
        const { model, lastYear, sizeFree } = cell[size];
        expect([model.seen, ...model.interval], `${what}, ${size}`).toEqual([
          other[size].seen,
          ...other[size].interval,
        ]);
        expectNear(model.mean, other[size].mean, RATE * other[size].mean, `${what}, ${size} mean`);
        expectNear(model.logScore, other[size].model, SCORE, `${what}, ${size} score`);
        expectNear(lastYear.logScore, other[size].lastYear, LIKELIHOOD, `${what}, ${size} last year`);
        expectNear(sizeFree.logScore, other[size].sizeFree, LIKELIHOOD, `${what}, ${size} size-free`);
      }
    }
  });
});
