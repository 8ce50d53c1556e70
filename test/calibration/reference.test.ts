import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Calibration } from '#shared/calibration/calibrate.ts';
import { coreFits, sampleOf } from '#shared/calibration/core-fits.ts';
import type { ShareFit } from '#shared/calibration/share-fit.ts';
import { calibrated, libraryOf, packTexts, recipe } from './library.ts';
import { absolute, type Comparison, exact, offOf, relative } from './reference/comparison.ts';
import { referenceAt, referenceNumber } from './reference/read-reference.ts';

// Tolerances of the model's specification, 11.9.
const LIKELIHOOD = 1e-4;
const PARAMETER = 2e-4;
const STANDARD_ERROR = 0.02;
const RATE = 1e-4;
const INTERVAL = 1e-3;
/** Sums of twenty and more log-likelihoods, each of a fit of its own. */
const LEAVE_ONE_OUT = 5e-4;
/** The reference's losses are 20,000 draws: the sampling error of their outer quantiles. */
const DRAWN_LOSS = 0.06;

const GROUPS = ['custodial', 'protocol'] as const;
const SAMPLES = ['protocol', 'fidelity', 'online'] as const;

let ours: Calibration;
beforeAll(() => {
  ours = calibrated(libraryOf(packTexts('pack-1')));
}, 240_000);

/** Half a unit of the last place that a figure was printed to. */
const printed = (figure: number): number => (Number(figure.toFixed(2)) === figure ? 5e-3 : 5e-4);

/** Our name of a parameter to the reference's. */
const parameterName = (name: string): string => name.replace(/^ln/, 'ln_').toLowerCase();

function fitAgainst(name: string, fit: ShareFit, ...path: readonly string[]): Comparison[] {
  return Object.entries(fit.parameters).flatMap(([parameter, { value, se }]) => {
    const at = [...path, parameterName(parameter)];
    return [
      absolute(`${name} ${parameter}`, value, referenceNumber(...at, 'value'), PARAMETER),
      relative(`${name} ${parameter} SE`, se ?? Number.NaN, referenceNumber(...at, 'se'), STANDARD_ERROR),
    ];
  });
}

/** Expects so many figures, all within their tolerance. */
function expectAll(comparisons: readonly Comparison[], count: number): void {
  expect(offOf(comparisons)).toEqual([]);
  expect(comparisons).toHaveLength(count);
}

describe('the calibration of pack 1 equals the reference', () => {
  it('whose bytes are those handed in', () => {
    const bytes = readFileSync(join(import.meta.dirname, 'reference', 'reference-calibration.json'));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(hash).toBe('4c3911e8356499eab44c6d9468916da689597887a82ed2f2aa7143ef9a461ea3');
  });

  it('in the end of the library and its judged figures', () => {
    expect(ours.fits.end.date).toBe(referenceAt('calibration', 'library_end'));
    const { population, severity, rows, elasticity, types } = recipe;
    const judged = (key: string, ...rest: readonly (string | number)[]) =>
      referenceNumber('calibration', 'judgement', key, ...rest);
    expectAll(
      [
        exact('fraction', ours.fits.end.fraction, referenceNumber('calibration', 'fraction_of_last_year')),
        exact('typed', population.protocol.typedShare, judged('typed')),
        exact('online', population.onlineShare.atOneBillion, judged('h0')),
        exact('online slope', population.onlineShare.slope, judged('he')),
        exact('online least', population.onlineShare.least, judged('hlo')),
        exact('online most', population.onlineShare.most, judged('hhi')),
        exact('median', population.exchange.medianAssetsUsd, judged('med')),
        exact('spread', population.exchange.logSpread, judged('sig')),
        exact('vault', population.vaultShareOfOffline, judged('vault')),
        exact('brokers', population.brokersAYear, judged('brokers')),
        exact('low', population.protocol.lowFactor, judged('d_low')),
        exact('high', population.protocol.highFactor, judged('d_high')),
        exact('censored', severity.censoredFrom, judged('cens')),
        exact('threshold', rows.thresholdUsd, judged('thr')),
        ...severity.valueClampUsd.map((v, i) => exact('value clamp', v, judged(['vlo', 'vhi'][i]!))),
        ...elasticity.valueRatioClamp.map((v, i) => exact('ratio clamp', v, judged(['flo', 'fhi'][i]!))),
        ...elasticity.modelRange.map((v, i) => exact('elasticity range', v, judged(['e_lo', 'e_hi'][i]!))),
        ...Object.entries(types.shareOfProtocols).map(([type, share]) =>
          exact(type, share, judged('mix', type)),
        ),
      ],
      27,
    );
  });

  it('in the severity fits', () => {
    const at = (sample: string, key: string) => referenceNumber('calibration', 'severity', sample, key);
    expectAll(
      SAMPLES.flatMap((sample) => {
        const fit = ours.fits.severity[sample];
        return [
          exact(`${sample} n`, fit.n, at(sample, 'n')),
          exact(`${sample} censored`, fit.censored, at(sample, 'censored')),
          absolute(`${sample} log-likelihood`, fit.logLikelihood, at(sample, 'loglik'), LIKELIHOOD),
          absolute(`${sample} AIC`, fit.aic, at(sample, 'aic'), 2 * LIKELIHOOD),
          absolute(
            `${sample} size-free`,
            fit.logLikelihoodSizeFree,
            at(sample, 'loglik_size_free'),
            LIKELIHOOD,
          ),
          ...fitAgainst(sample, fit, 'calibration', 'severity', sample),
        ];
      }),
      33,
    );
  });

  it('in the elasticities and loss bands', () => {
    expectAll(
      GROUPS.flatMap((group) => {
        const fit = ours.fits.elasticity[group];
        const at = (...path: readonly (string | number)[]) =>
          referenceNumber('calibration', 'elasticity', group, ...path);
        return [
          absolute(group, fit.value, at('value'), PARAMETER),
          relative(`${group} SE`, fit.se ?? Number.NaN, at('se'), STANDARD_ERROR),
          absolute(`${group} log-likelihood`, fit.logLikelihood, at('ll'), LIKELIHOOD),
          absolute(`${group} at 0`, fit.logLikelihoodAt0, at('ll_at_0'), LIKELIHOOD),
          ...fit.observed.map((k, j) => exact(`${group} band ${j}`, k, at('observed', j))),
          ...fit.fitted.map((k, j) => relative(`${group} fitted ${j}`, k, at('fitted', j), RATE)),
        ];
      }),
      32,
    );
  });

  it('in what is forgotten, every deviance and forecast', () => {
    expectAll(
      GROUPS.flatMap((group) => {
        const { halfLife, exponent, deviances, forecasts, yearEffectCv } = ours.fits.forgetting[group];
        const at = (...path: readonly (string | number)[]) =>
          referenceNumber('calibration', 'forgetting', group, ...path);
        expect(halfLife ?? 'inf').toBe(referenceAt('calibration', 'forgetting', group, 'half_life'));
        return [
          exact(`${group} exponent`, exponent, at('gamma')),
          ...deviances.map((one) => {
            const key = `H=${one.halfLife ?? 'inf'} gamma=${one.exponent.toFixed(1)}`;
            return absolute(`${group} ${key}`, one.deviance, at('deviance', key), LIKELIHOOD);
          }),
          ...forecasts.flatMap(({ year, count, mean, excess }, i) => [
            exact(`${group} year`, year, at('forecasts', i, 0)),
            exact(`${group} ${year} count`, count, at('forecasts', i, 1)),
            relative(`${group} ${year} mean`, mean, at('forecasts', i, 2), RATE),
            absolute(`${group} ${year} excess`, excess, at('forecasts', i, 3), LIKELIHOOD),
          ]),
          relative(`${group} year effect`, yearEffectCv, at('year_effect_cv'), RATE),
        ];
      }),
      74,
    );
  });

  it('in the base rates with their exposures and intervals', () => {
    const { rates, pooledRate } = ours.fits.baseRates;
    expectAll(
      [
        relative('pooled', pooledRate, referenceNumber('calibration', 'fidelity_pooled_rate'), RATE),
        ...rates.flatMap((one) => {
          const name = `${one.group} ${one.peril}`;
          const at = (...path: readonly string[]) =>
            referenceNumber('calibration', 'frequency', one.group, one.peril, ...path);
          return [
            relative(`${name} rate`, one.rate, at('b'), RATE),
            exact(`${name} n`, one.countRaw, at('n_raw')),
            exact(`${name} n weighted`, one.countWeighted, at('n_weighted')),
            relative(`${name} low`, one.exposure.low, at('exposure', 'low'), RATE),
            relative(`${name} mid`, one.exposure.mid, at('exposure', 'mid'), RATE),
            relative(`${name} high`, one.exposure.high, at('exposure', 'high'), RATE),
            exact(`${name} shape`, one.shape, at('shape')),
            relative(`${name} posterior`, one.posteriorRate, at('rate_mid'), RATE),
            relative(`${name} lower`, one.interval[0], at('lo90'), INTERVAL),
            relative(`${name} upper`, one.interval[1], at('hi90'), INTERVAL),
            relative(`${name} W`, one.eventsAtReference, at('W_1m_at_V0'), RATE),
            relative(`${name} threshold rate`, one.thresholdRate, at('threshold_rate_at_V0'), RATE),
          ];
        }),
      ],
      109,
    );
  });

  it('in the relativities of types', () => {
    const { types, broker } = ours.fits;
    const at = (...path: readonly string[]) => referenceNumber('calibration', 'types', ...path);
    expectAll(
      [
        ...types.flatMap(({ column, concentration, types: rows }) => [
          relative(`${column} c`, concentration, at(column, 'c'), RATE),
          ...rows.flatMap((one) => {
            const value = (key: string) => at(column, 'types', one.type, key);
            const name = `${column} ${one.type}`;
            return [
              exact(`${name} n`, one.count, value('n')),
              relative(`${name} expected`, one.expected, value('expected'), 1e-12),
              relative(`${name} raw`, one.raw, value('raw'), 1e-12),
              relative(`${name} t`, one.relativity, value('t'), RATE),
              relative(`${name} lower`, one.interval[0], value('lo90'), INTERVAL),
              relative(`${name} upper`, one.interval[1], value('hi90'), INTERVAL),
            ];
          }),
        ]),
        exact('brokers n', broker.count, at('broker-otc', 'n')),
        relative('brokers expected', broker.expected, at('broker-otc', 'expected'), RATE),
        relative('brokers t', broker.relativity, at('broker-otc', 't'), RATE),
      ],
      132,
    );
  });

  it('in every proposed figure of the model file', () => {
    const { year_effect_cv: yearEffect, ...proposed } = ours.proposed;
    const reference = referenceAt('rounded_model') as Readonly<Record<string, unknown>>;
    for (const [key, value] of Object.entries(proposed)) expect(value, key).toEqual(reference[key]);
    expect(Object.keys(proposed)).toHaveLength(12);
    expect(yearEffect).toBe(0.35);
  });

  it('in the comparison of laws', () => {
    const names: Readonly<Record<string, string>> = {
      'beta, alpha fixed, size': 'beta alpha-fixed size',
      'beta, precision fixed, size': 'beta precision-fixed size',
      'beta, alpha fixed, size-free': 'beta size-free',
      'one-inflated beta, precision fixed, size': 'one-inflated beta size',
      'one-inflated beta, precision fixed, size-free': 'one-inflated beta size-free',
      'lognormal, size': 'lognormal size',
      'lognormal, size-free': 'lognormal size-free',
      'power, size': 'power size',
      'power, size-free': 'power size-free',
    };
    const tables = ['defi_n53', 'defi_n53_untruncated', 'centralised_all_assets_n20'];
    // The reference has no comparison on the online balance.
    const comparisons = ours.checks.laws.slice(0, tables.length).flatMap(({ scores }, i) => {
      const table = referenceAt('law_comparison', tables[i]!) as Readonly<
        Record<string, readonly (number | null)[]>
      >;
      return scores.flatMap(({ law, logLikelihood, aic, leaveOneOut }) => {
        const row = table[names[law]!];
        if (row === undefined) return [];
        // Printed to three, two, and two or three places.
        return [
          absolute(`${law} log-likelihood`, logLikelihood, row[0]!, LIKELIHOOD + 5e-4),
          absolute(`${law} AIC`, aic, row[1]!, 2 * LIKELIHOOD + 5e-3),
          ...(typeof row[2] === 'number'
            ? [
                absolute(
                  `${law} leave-one-out`,
                  leaveOneOut ?? Number.NaN,
                  row[2],
                  LEAVE_ONE_OUT + printed(row[2]),
                ),
              ]
            : []),
        ];
      });
    });
    expectAll(comparisons, 71);
  });

  it('in the joint fits', () => {
    const { joint, jointWithSmallLosses } = ours.checks;
    const key = { a: 'a', b: 'b', lnAlpha: 'ln_alpha', elasticity: 'eps' } as const;
    const names = ['a', 'b', 'lnAlpha', 'elasticity'] as const;
    expectAll(
      [
        ...GROUPS.flatMap((group) => [
          absolute(
            `${group} log-likelihood`,
            joint[group].logLikelihood,
            referenceNumber('joint', group, 'loglik'),
            LIKELIHOOD + 5e-4,
          ),
          ...names.flatMap((name) => {
            const { value, se } = joint[group].parameters[name];
            const at = (i: number) => referenceNumber('joint', group, key[name], i);
            return [
              absolute(`${group} ${name}`, value, at(0), PARAMETER + 6e-4),
              absolute(`${group} ${name} SE`, se ?? Number.NaN, at(1), STANDARD_ERROR * at(1) + 5e-4),
            ];
          }),
        ]),
        ...jointWithSmallLosses.flatMap(({ share, fit: { parameters } }) => {
          const at = (name: string) =>
            referenceNumber('joint', 'protocol_with_small_losses', share === 1 ? '1.0' : String(share), name);
          return [
            absolute(`${share} a`, parameters.a.value, at('a'), PARAMETER + 5e-4),
            absolute(`${share} b`, parameters.b.value, at('b'), PARAMETER + 5e-4),
            absolute(`${share} alpha`, Math.exp(parameters.lnAlpha.value), at('alpha'), PARAMETER + 5e-4),
            absolute(`${share} elasticity`, parameters.elasticity.value, at('eps'), PARAMETER + 5e-4),
          ];
        }),
      ],
      30,
    );
  });

  it('in the sensitivities of the share fit', () => {
    const { shareSensitivities, causes } = ours.checks;
    const keyCauses = causes.find(({ sample }) => sample === 'protocol')!;
    expectAll(
      [
        ...shareSensitivities.flatMap(({ name, fit }) => {
          const at = (key: string) => referenceNumber('sensitivities', name, key);
          const { a, b, lnAlpha } = fit.parameters;
          return [
            exact(`${name} n`, fit.n, at('n')),
            absolute(`${name} a`, a!.value, at('a'), PARAMETER),
            absolute(`${name} b`, b!.value, at('b'), PARAMETER),
            relative(`${name} alpha`, Math.exp(lnAlpha!.value), at('alpha'), PARAMETER),
            relative(`${name} SE of b`, b!.se ?? Number.NaN, at('se_b'), STANDARD_ERROR),
            absolute(`${name} log-likelihood`, fit.logLikelihood, at('ll'), LIKELIHOOD),
          ];
        }),
        absolute(
          'key causes',
          keyCauses.value,
          referenceNumber('sensitivities', 'key dummy', 'coef'),
          PARAMETER,
        ),
        relative(
          'key causes SE',
          keyCauses.se ?? Number.NaN,
          referenceNumber('sensitivities', 'key dummy', 'se'),
          STANDARD_ERROR,
        ),
        absolute(
          'key causes log-likelihood',
          keyCauses.logLikelihood,
          referenceNumber('sensitivities', 'key dummy', 'll'),
          LIKELIHOOD,
        ),
      ],
      27,
    );
  });

  const OLDER = 'censoring at 0.90';

  it('in the sensitivities to judgement', () => {
    const others = ours.checks.recipeSensitivities.filter(({ name }) => name !== OLDER);
    expect(others.map(({ name }) => name)).toHaveLength(8);
    expectAll(
      others.flatMap((one) => sensitivityAgainst(one)),
      8 * 16,
    );
  });

  it('in the one of censoring, which the reference made without small events and with a floor of 0', () => {
    const older = {
      ...recipe,
      severity: { ...recipe.severity, censoredFrom: 0.9 },
      small: { ...recipe.small, custodial: {}, protocol: {} },
      elasticity: { ...recipe.elasticity, modelRange: [0, 0.5] as [number, number] },
    };
    const fits = coreFits(sampleOf(libraryOf(packTexts('pack-1')), older), older);
    const { rates } = fits.baseRates;
    const { online } = fits.size.laws;
    const bridge = ours.checks.recipeSensitivities[0]!.bridge;
    expectAll(
      sensitivityAgainst({ name: OLDER, online, elasticity: fits.size.elasticity, rates, bridge }),
      16,
    );
  });

  it('in the audits before losses', () => {
    const { yes, no, unknown, ratios, samplingFactor } = ours.checks.audits;
    expect([yes, no, unknown]).toEqual([51, 60, 116]);
    expect(ratios.map(({ ratio }) => ratio.toFixed(2))).toEqual(['1.18', '1.76', '2.75', '4.71']);
    expect(samplingFactor.toFixed(2)).toBe('1.45');
  });

  it('in the backtest: counts, intervals and scores exactly, drawn losses as far as draws go', () => {
    const cells = ours.backtest;
    expect(cells).toHaveLength(12);
    const all = referenceAt('calibration', 'backtest') as readonly Readonly<Record<string, unknown>>[];
    expectAll(
      cells.flatMap((cell) => {
        const letter = cell.group === 'protocol' ? 'd' : 'c';
        const row = all.find(
          (one) => one.cut === cell.cut && one.group === letter && one.horizon === cell.horizon,
        )!;
        const at = (key: string) => row[key] as number;
        const list = (key: string) => row[key] as readonly number[];
        const name = `${cell.cut} ${cell.group} ${cell.horizon}`;
        expect(cell.halfLife ?? 'inf', name).toBe(row.half_life);
        expect(cell.threshold.model.isInside, name).toBe(row.in90_1);
        expect(cell.large.model.isInside, name).toBe(row.in90_10);
        expect(cell.loss.isInside, name).toBe(row.in90_loss);
        const counts = [
          ['1', cell.threshold],
          ['10', cell.large],
        ] as const;
        return [
          exact(`${name} exponent`, cell.exponent, at('gamma')),
          exact(`${name} elasticity`, cell.elasticity, at('elasticity')),
          ...counts.flatMap(([from, { model, lastYear, sizeFree }]) => [
            exact(`${name} seen ${from}`, model.seen, at(`n${from}`)),
            relative(`${name} mean ${from}`, model.mean, at(`pred${from}`), RATE),
            exact(`${name} low ${from}`, model.interval[0], list(`int90_${from}`)[0]!),
            exact(`${name} high ${from}`, model.interval[1], list(`int90_${from}`)[1]!),
            absolute(`${name} score ${from}`, model.logScore, at(`logscore${from}`), LIKELIHOOD),
            absolute(
              `${name} last year ${from}`,
              lastYear.logScore,
              at(`logscore${from}_lastyear`),
              LIKELIHOOD,
            ),
            absolute(
              `${name} size-free ${from}`,
              sizeFree.logScore,
              at(`logscore${from}_sizefree`),
              LIKELIHOOD,
            ),
            relative(`${name} size-free mean ${from}`, sizeFree.mean, at(`pred${from}_sizefree`), RATE),
          ]),
          exact(`${name} loss`, cell.loss.seenUsd, at('loss_usd')),
          ...cell.loss.quantilesUsd.map((usd, i) =>
            relative(`${name} loss quantile ${i}`, usd, list('loss_q05_q50_q95')[i]!, DRAWN_LOSS),
          ),
        ];
      }),
      12 * 22,
    );
  });
});

function sensitivityAgainst({
  name,
  online,
  elasticity,
  rates,
  bridge,
}: Calibration['checks']['recipeSensitivities'][number]): Comparison[] {
  const at = (...path: readonly (string | number)[]) => referenceNumber('sensitivities', name, ...path);
  return [
    exact(`${name} a`, online.a, at('online', 'a')),
    exact(`${name} b`, online.b, at('online', 'b')),
    exact(`${name} alpha`, online.shape, at('online', 'alpha')),
    exact(`${name} protocol`, elasticity.protocol, at('eps', 'protocol')),
    exact(`${name} custodial`, elasticity.custodial, at('eps', 'custodial')),
    ...rates.map(({ group, peril, rate }) =>
      relative(`${name} ${group} ${peril}`, rate, at('b', group, peril), RATE),
    ),
    relative(`${name} bridge keys`, bridge.keys!, at('bridge', 0), RATE),
    relative(`${name} bridge contracts`, bridge.protocol!, at('bridge', 1), RATE),
  ];
}
