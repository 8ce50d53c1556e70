import type { IncidentRow } from '../../library/library-row.ts';
import type { CoreFits, Sample } from '../core-fits.ts';
import { isDropped, rowsFrom, weightOf } from '../counted-rows.ts';
import { sizeFactor } from '../exposure.ts';
import { sumOf } from '../numeric/sum.ts';
import { exchangeCells } from '../population.ts';
import { GROUPS, type Recipe } from '../recipe.ts';

/** What there is on record in a library, beside what the fits would need. */
export interface RecordFacts {
  /** Losses of protocols from the threshold on by year, and the protocols that they are held against. */
  readonly protocolYears: readonly {
    readonly year: number;
    readonly count: number;
    readonly protocols: number;
    readonly isSure: boolean;
  }[];
  /** Losses at exchanges below the threshold and from it on, and the small events that the model takes for the last year. */
  readonly exchanges: {
    readonly sinceYear: number;
    readonly small: number;
    readonly large: number;
    readonly assumedSmall: number;
  };
  /** Losses from the threshold on with a cause that counts; of them those beside their assets, and the part got back. */
  readonly losses: { readonly all: number; readonly withAssets: number; readonly recoveredShare: number };
  /** Losses that count and lie after the library that the recipe was made on. */
  readonly after: number;
}

export function recordFacts({
  fits,
  sample,
  recipe,
}: {
  readonly fits: CoreFits;
  readonly sample: Sample;
  readonly recipe: Recipe;
}): RecordFacts {
  const { library, rows, end } = sample;
  const { thresholdUsd } = recipe.rows;
  const { smallLossFloorUsd } = recipe.checks;
  const exposure = library.exposure.filter(({ year }) => year <= end.year);

  const ofProtocols = rowsFrom(rows, recipe.groups.protocol, thresholdUsd);
  const protocolYears = exposure
    .filter(({ year }) => year >= recipe.types.firstYear)
    .map((row) => ({
      year: row.year,
      count: weightOf(
        ofProtocols.filter(({ year }) => year === row.year),
        recipe.baseRates.perils.protocol,
      ),
      protocols: row.defi_protocols_tvl_gt1m_n,
      isSure: row.confidence === 'high',
    }));

  const sinceYear = recipe.groups.firstCountYear.custodial;
  const ofExchanges = rowsFrom(rows, recipe.groups.custodial, smallLossFloorUsd).filter(
    ({ year, weights }) => year >= sinceYear && Object.keys(weights).length > 0,
  );
  const large = ofExchanges.filter(({ lossUsd }) => lossUsd >= thresholdUsd).length;

  const used = library.incidents.filter((incident) => isUsed(incident, recipe));
  const assets = new Set(library.lossShares.map(({ id }) => id));
  return {
    protocolYears,
    exchanges: {
      sinceYear,
      small: ofExchanges.length - large,
      large,
      assumedSmall: assumedSmallEvents({ fits, sample, recipe }),
    },
    losses: {
      all: used.length,
      withAssets: used.filter(({ id }) => assets.has(id)).length,
      recoveredShare:
        sumOf(used, ({ recovered_usd }) => recovered_usd ?? 0) /
        sumOf(used, ({ gross_loss_usd }) => gross_loss_usd),
    },
    after: used.filter(({ date }) => date > recipe.madeOn.end).length,
  };
}

function isUsed(incident: IncidentRow, { rows, groups, perilsOfCause }: Recipe): boolean {
  return (
    !isDropped(incident, rows) &&
    incident.gross_loss_usd >= rows.thresholdUsd &&
    perilsOfCause[incident.cause] !== undefined &&
    GROUPS.some((group) => groups[group].includes(incident.subject_type))
  );
}

/** Small events of keys that the model expects at all exchanges of the library's last year, a whole one. */
function assumedSmallEvents({
  fits,
  sample: { library, end },
  recipe,
}: {
  readonly fits: CoreFits;
  readonly sample: Sample;
  readonly recipe: Recipe;
}): number {
  const peril = 'crime-online';
  const row = library.exposure.find(({ year }) => year === end.year);
  const rate = fits.baseRates.rates.find((one) => one.group === 'custodial' && one.peril === peril);
  const small = recipe.small.custodial[peril];
  if (row === undefined || rate === undefined || small === undefined) return 0;
  const large = sumOf(
    exchangeCells(row, 'mid', recipe),
    (cell) =>
      cell.weight *
      sizeFactor({
        value: cell.valueOf(peril),
        referenceUsd: recipe.referenceValueUsd[peril],
        elasticity: fits.size.elasticity.custodial,
        recipe,
      }),
  );
  return rate.rate * large * small.phi;
}
