import type { Peril } from '../../domain/vocabulary.ts';
import type { ExposureRow } from '../../library/library-row.ts';
import { type CountedRow, rowsFrom } from '../counted-rows.ts';
import { betaFixedAlpha } from '../damage-by-size.ts';
import { type BandData, bandCounts, bandData, bandLikelihood, bandSurvivals } from '../loss-bands.ts';
import { maximise, standardErrors } from '../numeric/maximise.ts';
import { survivalBySize } from '../peril-laws.ts';
import type { Group, Recipe } from '../recipe.ts';
import { type ShareSight, shareScore, totalScore } from '../share-fit.ts';
import type { ShareRow } from '../share-rows.ts';

/** The maximum of the likelihoods of shares and loss bands together. */
export interface JointFit {
  readonly logLikelihood: number;
  /** Of the shares alone, there. */
  readonly shareLogLikelihood: number;
  readonly parameters: Readonly<
    Record<'a' | 'b' | 'lnAlpha' | 'elasticity', { readonly value: number; readonly se: number | null }>
  >;
}

const NAMES = ['a', 'b', 'lnAlpha', 'elasticity'] as const;

export function fitJoint({
  shares,
  sight,
  bands,
  start,
  recipe,
}: {
  readonly shares: readonly ShareRow[];
  readonly sight: ShareSight;
  readonly bands: BandData;
  readonly start: readonly number[];
  readonly recipe: Recipe;
}): JointFit {
  const shareTotal = totalScore(shareScore(betaFixedAlpha, sight), shares);
  const objective = ([a, b, lnAlpha, elasticity]: readonly number[]): number => {
    const ofShares = shareTotal([a!, b!, lnAlpha!]);
    if (ofShares === Number.NEGATIVE_INFINITY) return ofShares;
    const law = { family: 'beta' as const, a: a!, b: b!, shape: Math.exp(lnAlpha!) };
    const survivals = bandSurvivals(bands, survivalBySize(law, sight.referenceUsd, recipe));
    return ofShares + bandLikelihood({ data: bands, survivals, elasticity: elasticity!, recipe });
  };
  const { at, value } = maximise(objective, [start]);
  const errors = standardErrors(objective, at);
  const parameters = Object.fromEntries(
    NAMES.map((name, i) => [name, { value: at[i]!, se: errors[i] ?? null }]),
  ) as JointFit['parameters'];
  return { logLikelihood: value, shareLogLikelihood: shareTotal(at.slice(0, 3)), parameters };
}

/**
 * The bands with one more below the threshold, in the years in which small losses are on record, as if `share` of them had
 * fallen on protocols above the threshold.
 */
export function bandsWithSmallLosses({
  group,
  share,
  rows,
  exposure,
  recipe,
}: {
  readonly group: Group;
  readonly share: number;
  readonly rows: readonly CountedRow[];
  readonly exposure: readonly ExposureRow[];
  readonly recipe: Recipe;
}): BandData {
  const { smallLossFloorUsd, smallLossFirstYear } = recipe.checks;
  const plain = bandData({ group, rows, exposure, recipe });
  const perils: readonly Peril[] = recipe.elasticity.perils[group];
  const small = rowsFrom(rows, recipe.groups[group], smallLossFloorUsd);
  const floor = [smallLossFloorUsd, plain.edges[0]!];
  return {
    ...plain,
    edges: [smallLossFloorUsd, ...plain.edges],
    years: plain.years.map((data) => {
      const isRecorded = data.year >= smallLossFirstYear;
      const [count = 0] = isRecorded
        ? bandCounts(
            small.filter(({ year }) => year === data.year),
            perils,
            floor,
          )
        : [0];
      return { ...data, firstBand: isRecorded ? 0 : 1, counts: [share * count, ...data.counts] };
    }),
  };
}
