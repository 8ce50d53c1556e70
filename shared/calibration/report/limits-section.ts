import { gammaUpper } from '../../actuarial/library/index.ts';
import { formatCount } from '../../domain/format-date.ts';
import { formatNumber } from '../../domain/format-number.ts';
import { heading, list } from '../../report/report-document.ts';
import type { Calibration } from '../calibrate.ts';
import { GROUPS, type Recipe } from '../recipe.ts';
import { columnWords, GROUP_WORDS, PERIL_WORDS } from '../sample-words.ts';
import { decimals, figure } from './figures.ts';
import type { Section } from './section.ts';

/** What the library at hand cannot carry, in its own figures. */
export function limitsSection(calibration: Calibration, recipe: Recipe): Section {
  return [
    heading('What the data cannot carry'),
    'The figures are those of the library calibrated here.',
    list([
      protocolLevel(calibration),
      judgedSizes(calibration),
      bridges(calibration),
      smallLosses(calibration, recipe),
      handfuls(calibration),
      'A library holds no answer to a question of the form: nothing in it links a score to a loss, and slopes of scores are judgement.',
      ...GROUPS.map((group) => bandsOf(group, calibration, recipe)),
      recoveries(calibration),
      denominators(calibration),
    ]),
  ];
}

const spread = (values: readonly number[], digits = 3): string =>
  `${figure(Math.min(...values), digits)} to ${figure(Math.max(...values), digits)}`;

function protocolLevel({ checks: { record } }: Calibration): string {
  const { protocolYears } = record;
  const sure = protocolYears.filter(({ isSure }) => isSure).map(({ year }) => year);
  const known =
    sure.length === 0
      ? 'none of these numbers of protocols is of high confidence'
      : `of these numbers of protocols ${sure.length === 1 ? 'that' : 'those'} of ${sure.join(', ')} alone ${sure.length === 1 ? 'is' : 'are'} of high confidence`;
  const years = protocolYears.map(
    ({ year, count, protocols }) => `${year} ${count} of ${formatNumber(protocols)}`,
  );
  return `The level of DeFi frequency is a count over a guess. Losses from the threshold on and protocols: ${years.join(', ')}; ${known}.`;
}

function judgedSizes({ checks: { recipeSensitivities } }: Calibration): string {
  const rates = recipeSensitivities.flatMap(({ rates }) =>
    rates.filter(({ group, peril }) => group === 'custodial' && peril === 'crime-online'),
  );
  const slopes = recipeSensitivities.map(({ online }) => online.b);
  const elasticities = recipeSensitivities.map(({ elasticity }) => elasticity.custodial);
  return `Sizes of exchanges and the share of assets that they hold online are judged. Under the other judgements tried the elasticity at exchanges is ${spread(elasticities)}, the slope of the online law ${spread(slopes)} and the rate of ${PERIL_WORDS['crime-online']} ${spread(rates.map(({ rate }) => rate))}.`;
}

function bridges({ checks: { recipeSensitivities } }: Calibration): string {
  const columns = Object.keys(recipeSensitivities[0]?.bridge ?? {});
  const moved = columns.map(
    (column) =>
      `${columnWords(column)} ${spread(recipeSensitivities.map(({ bridge }) => bridge[column] ?? Number.NaN))}`,
  );
  return `Relativities of bridges hang on their judged share of protocols. Under the other shares tried they are: ${moved.join(', ')}.`;
}

function smallLosses({ checks: { record } }: Calibration, recipe: Recipe): string {
  const { sinceYear, small, large, assumedSmall } = record.exchanges;
  const [from, to] = [recipe.checks.smallLossFloorUsd, recipe.rows.thresholdUsd].map((usd) => usd / 1e6);
  return `Small losses at exchanges, and with them the price of low retentions, are judgement against the record: since ${sinceYear} it holds ${formatCount(small, 'loss', 'losses')} of USD ${from}m to ${to}m beside ${large} larger ones, and the model takes ${figure(assumedSmall, 2)} small events of keys a year.`;
}

/** Perils with fewer weighted events than this are named. */
const A_HANDFUL = 10;

function handfuls({ fits }: Calibration): string {
  const thin = fits.baseRates.rates
    .filter(({ countWeighted }) => countWeighted < A_HANDFUL)
    .map(
      ({ group, peril, countWeighted, interval }) =>
        `${GROUP_WORDS[group]}, ${PERIL_WORDS[peril]} ${decimals(countWeighted, 2)} (a factor of ${figure(interval[1] / interval[0], 2)})`,
    );
  return thin.length === 0
    ? `Every base rate rests on ${A_HANDFUL} weighted events or more; slashing is judgement.`
    : `Rates on fewer than ${A_HANDFUL} weighted events, with the width of their intervals: ${thin.join('; ')}. Slashing is judgement.`;
}

function bandsOf(
  group: (typeof GROUPS)[number],
  { fits }: Calibration,
  { elasticity: { bandEdgesUsd } }: Recipe,
): string {
  const { observed, fitted, chiSquare } = fits.elasticity[group];
  const ends = [...bandEdgesUsd.map((edge) => figure(edge / 1e6, 3)), null];
  const named = (j: number) => {
    const band = ends[j + 1] === null ? `from ${ends[j]}m on` : `of ${ends[j]}m to ${ends[j + 1]}m`;
    return `${band} (${figure(observed[j], 3)} against ${decimals(fitted[j] ?? null, 1)})`;
  };
  const gaps = observed.map((count, j) => (count - fitted[j]!) / Math.sqrt(fitted[j]!));
  const most = gaps.indexOf(Math.max(...gaps));
  const least = gaps.indexOf(Math.min(...gaps));
  const freedom = observed.length - 2;
  return `Losses of ${GROUP_WORDS[group]} by size: those ${named(most)} are more frequent than the law says, those ${named(least)} less; chi-square ${decimals(chiSquare, 1)} on ${freedom}, p ${figure(gammaUpper(freedom / 2, chiSquare / 2), 2)}. What is more frequent may be reporting.`;
}

const recoveries = ({ checks: { record } }: Calibration): string =>
  `Recoveries are ignored: ${decimals(record.losses.recoveredShare, 2)} of the losses that count was got back, as far as it is on record.`;

const denominators = ({ checks: { record } }: Calibration): string =>
  `Of ${formatCount(record.losses.all, 'loss that counts', 'losses that count')} from the threshold on, ${record.losses.withAssets} stand beside the assets that they fell on. Those were published; large platforms that were hit for little are missing.`;
