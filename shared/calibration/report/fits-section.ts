import { type Block, heading, table } from '../../report/report-document.ts';
import type { Calibration } from '../calibrate.ts';
import { positionPlot } from '../plots/position-plot.ts';
import { sharePlot } from '../plots/share-plot.ts';
import { GROUPS, type Recipe } from '../recipe.ts';
import { columnWords, GROUP_WORDS, PERIL_WORDS, SAMPLE_WORDS, SUBJECT_WORDS } from '../sample-words.ts';
import { sampleSight } from '../severity-fits.ts';
import { SHARE_SAMPLES } from '../share-rows.ts';
import { decimals, figure, withError } from './figures.ts';
import type { Section } from './section.ts';

/** Severity, elasticity, forgetting, base rates and types: what the model takes. */
export function fitsSection({ fits, checks }: Calibration, recipe: Recipe): Section {
  return [
    heading('Severity: the share of assets lost, by size'),
    table(
      [
        'sample',
        'n',
        'censored',
        'a (SE)',
        'b (SE)',
        'ln shape (SE)',
        'log-likelihood',
        'AIC',
        'without size',
      ],
      SHARE_SAMPLES.map((sample) => {
        const fit = fits.severity[sample];
        return [
          SAMPLE_WORDS[sample],
          fit.n,
          fit.censored,
          ...Object.values(fit.parameters).map(withError),
          decimals(fit.logLikelihood, 4),
          decimals(fit.aic, 2),
          decimals(fit.logLikelihoodSizeFree, 4),
        ];
      }),
    ),
    'Positions of the shares under the fitted law, by quarter (a quarter of the rows each, if the law is right):',
    table(
      ['sample', '0-25 %', '25-50 %', '50-75 %', '75-100 %'],
      SHARE_SAMPLES.map((sample) => [
        SAMPLE_WORDS[sample],
        ...checks.residuals[sample].quarters.map((rows) => decimals(rows, 1)),
      ]),
    ),
    ...SHARE_SAMPLES.flatMap((sample): Block[] => [
      {
        kind: 'plot',
        plot: sharePlot({
          sample,
          law: fits.size.laws[sample],
          rows: checks.residuals[sample].rows,
          sight: sampleSight(sample, recipe),
        }),
      },
      { kind: 'plot', plot: positionPlot(sample, checks.residuals[sample]) },
    ]),
    heading('Elasticity of frequency in size'),
    table(
      ['group', 'elasticity (SE)', 'log-likelihood', 'at 0', 'in the model', 'chi-square of the bands'],
      GROUPS.map((group) => {
        const fit = fits.elasticity[group];
        return [
          GROUP_WORDS[group],
          withError(fit),
          decimals(fit.logLikelihood, 4),
          decimals(fit.logLikelihoodAt0, 4),
          fits.size.elasticity[group],
          decimals(fit.chiSquare, 2),
        ];
      }),
    ),
    'Losses by band, USD million from, observed / fitted:',
    table(
      ['group', ...recipe.elasticity.bandEdgesUsd.map((edge) => figure(edge / 1e6, 3))],
      GROUPS.map((group) => {
        const { observed, fitted } = fits.elasticity[group];
        return [GROUP_WORDS[group], ...observed.map((count, j) => `${count} / ${decimals(fitted[j]!, 1)}`)];
      }),
    ),
    heading('Forgetting'),
    table(
      ['group', 'half-life, years', 'population exponent', 'deviance', 'year effect, cv'],
      GROUPS.map((group) => {
        const { halfLife, exponent, deviances, yearEffectCv } = fits.forgetting[group];
        const chosen = deviances.find((one) => one.halfLife === halfLife && one.exponent === exponent);
        return [
          GROUP_WORDS[group],
          halfLife ?? 'none',
          exponent,
          decimals(chosen?.deviance ?? null, 4),
          decimals(yearEffectCv, 4),
        ];
      }),
    ),
    ...GROUPS.map((group) => deviances(GROUP_WORDS[group], fits.forgetting[group].deviances)),
    'What the years before said of each year:',
    table(
      ['group', 'year', 'count', 'forecast', 'excess variance'],
      GROUPS.flatMap((group) =>
        fits.forgetting[group].forecasts.map(({ year, count, mean, excess }) => [
          GROUP_WORDS[group],
          year,
          count,
          decimals(mean, 2),
          decimals(excess, 3),
        ]),
      ),
    ),
    heading('Base rates'),
    `Large events at the reference value, a subject and year; of fidelity the prior is the pooled rate ${figure(fits.baseRates.pooledRate, 5)}.`,
    table(
      [
        'group',
        'peril',
        'n raw',
        'n weighted',
        'exposure low / mid / high',
        'rate',
        '90 %',
        'rate of losses at or above the threshold',
      ],
      fits.baseRates.rates.map((one) => [
        GROUP_WORDS[one.group],
        PERIL_WORDS[one.peril],
        one.countRaw,
        decimals(one.countWeighted, 4),
        `${decimals(one.exposure.low, 1)} / ${decimals(one.exposure.mid, 3)} / ${decimals(one.exposure.high, 1)}`,
        figure(one.rate, 5),
        `${figure(one.interval[0], 4)}-${figure(one.interval[1], 4)}`,
        figure(one.thresholdRate, 4),
      ]),
    ),
    heading('Types'),
    table(
      ['type', 'column', 'n', 'expected', 'relativity', '90 %'],
      [
        ...fits.types.flatMap(({ column, types }) => types.map((one) => ({ column, ...one }))),
        { column: 'keys', ...fits.broker },
      ].map(({ type, column, count, expected, relativity, interval }) => [
        SUBJECT_WORDS[type],
        columnWords(column),
        count,
        decimals(expected, 2),
        decimals(relativity, 4),
        `${decimals(interval[0], 2)}-${decimals(interval[1], 2)}`,
      ]),
    ),
    `Concentrations: ${fits.types.map(({ column, concentration }) => `${columnWords(column)} ${decimals(concentration, 4)}`).join(', ')}.`,
  ];
}

function deviances(group: string, all: Calibration['fits']['forgetting']['protocol']['deviances']): Block {
  const halfLives = [...new Set(all.map(({ halfLife }) => halfLife))];
  const exponents = [...new Set(all.map(({ exponent }) => exponent))];
  return table(
    [`${group}: deviance, half-life`, ...exponents.map((exponent) => `exponent ${exponent}`)],
    halfLives.map((halfLife) => [
      halfLife ?? 'none',
      ...exponents.map((exponent) =>
        decimals(
          all.find((one) => one.halfLife === halfLife && one.exponent === exponent)?.deviance ?? null,
          4,
        ),
      ),
    ]),
  );
}
