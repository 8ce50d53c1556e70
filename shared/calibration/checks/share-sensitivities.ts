import type { Library } from '../../library/read-library.ts';
import { betaFixedAlpha, type SizeFamily } from '../damage-by-size.ts';
import { maximise, standardErrors } from '../numeric/maximise.ts';
import { sum } from '../numeric/sum.ts';
import { changedRecipe, type Recipe } from '../recipe.ts';
import { SAMPLE_FAMILIES, sampleSight } from '../severity-fits.ts';
import {
  fitShares,
  maximumOf,
  type ShareFit,
  type ShareSight,
  shareScore,
  totalScore,
} from '../share-fit.ts';
import { LEAST_SHARES, SHARE_SAMPLES, type ShareRow, type ShareSample, shareSamples } from '../share-rows.ts';

/** The fit of protocol shares on some of the rows, or with other weights. */
export interface ShareSensitivity {
  readonly name: string;
  readonly fit: ShareFit;
}

/** Contract and economic perils; the other causes of losses of protocols are of keys and people. */
const isContractCause = ({ incident }: ShareRow, { perilsOfCause }: Recipe): boolean => {
  const weights = perilsOfCause[incident.cause] ?? {};
  return weights.protocol !== undefined || weights['protocol-econ'] !== undefined;
};

/** Which rows of the protocol sample carry the fit: better denominators, large losses weighed down, contracts alone. */
export function shareSensitivities(
  rows: readonly ShareRow[],
  sight: ShareSight,
  recipe: Recipe,
): readonly ShareSensitivity[] {
  const sound = rows.filter(({ confidence }) => confidence !== 'low');
  const contracts = rows.filter((row) => isContractCause(row, recipe));
  return [
    { name: 'denominators not low', fit: fitShares({ family: betaFixedAlpha, sight, rows: sound }) },
    ...recipe.checks.inverseShareWeights.map((power) => ({
      name: `inverse-share weights ^-${power}`,
      fit: fitShares({ family: betaFixedAlpha, sight, rows, weights: inverseShareWeights(rows, power) }),
    })),
    { name: 'contract causes only', fit: fitShares({ family: betaFixedAlpha, sight, rows: contracts }) },
  ];
}

/** The fit of a sample of shares as other ends of the record would see it. */
export interface RecordSensitivity extends ShareSensitivity {
  readonly sample: ShareSample;
}

/** Other shares from which a loss counts as nearly total, and other amounts from which losses are on record. */
export function recordSensitivities(library: Library, recipe: Recipe): readonly RecordSensitivity[] {
  const { censoredFrom, thresholdsUsd } = recipe.checks;
  const under = (name: string, changes: Readonly<Record<string, unknown>>) => {
    const changed = changedRecipe(recipe, changes);
    const samples = shareSamples(library, changed);
    return SHARE_SAMPLES.flatMap((sample): RecordSensitivity[] =>
      samples[sample].length < LEAST_SHARES
        ? []
        : [
            {
              sample,
              name,
              fit: fitShares({
                family: SAMPLE_FAMILIES[sample],
                sight: sampleSight(sample, changed),
                rows: samples[sample],
              }),
            },
          ],
    );
  };
  return [
    ...under('as fitted', {}),
    ...censoredFrom.flatMap((from) =>
      under(`nearly total from ${100 * from} %`, { severity: { censoredFrom: from } }),
    ),
    ...thresholdsUsd.flatMap((thresholdUsd) =>
      under(`losses from USD ${thresholdUsd / 1e6}m`, { rows: { thresholdUsd } }),
    ),
  ];
}

/** share^-power, scaled to sum to the number of rows. */
function inverseShareWeights(rows: readonly ShareRow[], power: number): readonly number[] {
  const raw = rows.map(({ share }) => Math.exp(-power * Math.log(share)));
  const total = sum(raw);
  return raw.map((weight) => (weight * rows.length) / total);
}

/** What some causes add to the level of a law, against the same law for all. */
export interface CauseEffect {
  readonly sample: ShareSample;
  /** The causes with a level of their own. */
  readonly causes: string;
  readonly n: number;
  readonly value: number;
  readonly se: number | null;
  readonly logLikelihood: number;
  readonly logLikelihoodWithout: number;
}

/**
 * Causes that may have a law of their own: at protocols all that are no failure of a contract, at exchanges and custodians
 * dishonest staff. Left out where too few losses on either side could carry a level.
 */
export function causeEffects(
  shares: Readonly<Record<ShareSample, readonly ShareRow[]>>,
  recipe: Recipe,
): readonly CauseEffect[] {
  const effects = [
    causeEffect({
      sample: 'protocol',
      causes: 'causes other than contracts',
      isOwn: (row) => !isContractCause(row, recipe),
      rows: shares.protocol,
      recipe,
    }),
    causeEffect({
      sample: 'fidelity',
      causes: 'dishonest staff',
      isOwn: ({ incident }) => recipe.perilsOfCause[incident.cause]?.['crime-fidelity'] !== undefined,
      rows: shares.fidelity,
      recipe,
    }),
  ];
  return effects.filter((one) => one !== null);
}

function causeEffect({
  sample,
  causes,
  isOwn,
  rows,
  recipe,
}: {
  readonly sample: ShareSample;
  readonly causes: string;
  readonly isOwn: (row: ShareRow) => boolean;
  readonly rows: readonly ShareRow[];
  readonly recipe: Recipe;
}): CauseEffect | null {
  const family = SAMPLE_FAMILIES[sample];
  const sight = sampleSight(sample, recipe);
  const own = rows.filter(isOwn);
  if (Math.min(own.length, rows.length - own.length) < LEAST_SHARES) return null;
  const shifted: SizeFamily = {
    ...family,
    at: ([a, b, shape, own], z) => family.at([a! + own!, b!, shape!], z),
  };
  const ofOthers = totalScore(
    shareScore(family, sight),
    rows.filter((row) => !isOwn(row)),
  );
  const ofOwn = totalScore(shareScore(shifted, sight), own);
  const objective = (at: readonly number[]) => ofOthers(at.slice(0, 3)) + ofOwn(at);
  const { at, value } = maximise(
    objective,
    family.starts.map((start) => [...start, 0]),
  );
  return {
    sample,
    causes,
    n: own.length,
    value: at[3]!,
    se: standardErrors(objective, at)[3] ?? null,
    logLikelihood: value,
    logLikelihoodWithout: maximumOf({ family, sight, rows }).value,
  };
}
