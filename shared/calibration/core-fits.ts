import type { Library } from '../library/read-library.ts';
import { type BaseRates, baseRates } from './base-rates.ts';
import { type CountedRow, countedRows, type LibraryEnd, libraryEnd } from './counted-rows.ts';
import { type ElasticityFit, fitElasticity, modelElasticity } from './elasticity-fit.ts';
import type { SizeEffect } from './exposure.ts';
import { chooseForgetting, type ForgettingChoice } from './forgetting.ts';
import { bandData } from './loss-bands.ts';
import { largeSurvival } from './peril-laws.ts';
import type { Group, Recipe } from './recipe.ts';
import { fitSeverities, type RoundedLaws, roundedLaw, type SeverityFits } from './severity-fits.ts';
import { type ShareRow, type ShareSample, shareSamples } from './share-rows.ts';
import { brokerRelativity, type TypeColumn, type TypeRelativity, typeColumns } from './type-relativities.ts';
import { groupCounts, MAIN_PERIL } from './year-counts.ts';

/** Everything that the model takes from a library, before rounding. */
export interface CoreFits {
  readonly end: LibraryEnd;
  readonly severity: SeverityFits;
  readonly elasticity: Readonly<Record<Group, ElasticityFit>>;
  /** Laws and elasticities as the model carries them; what follows rests on these. */
  readonly size: SizeEffect;
  readonly forgetting: Readonly<Record<Group, ForgettingChoice>>;
  readonly baseRates: BaseRates;
  readonly types: readonly TypeColumn[];
  readonly broker: TypeRelativity;
}

/** Rows as the steps use them, read once. */
export interface Sample {
  readonly library: Library;
  readonly rows: readonly CountedRow[];
  readonly shares: Readonly<Record<ShareSample, readonly ShareRow[]>>;
  readonly end: LibraryEnd;
}

export function sampleOf(library: Library, recipe: Recipe): Sample {
  const exposure = [...library.exposure].sort((one, other) => one.year - other.year);
  const sorted = { ...library, exposure };
  return {
    library: sorted,
    rows: countedRows(library.incidents, recipe),
    shares: shareSamples(library, recipe),
    end: libraryEnd(library.incidents),
  };
}

/** Severity by size and the elasticity of frequency: what a subject's size does. */
export interface SizeFits {
  readonly severity: SeverityFits;
  readonly elasticity: Readonly<Record<Group, ElasticityFit>>;
  readonly size: SizeEffect;
}

export function fitSize(
  { library, rows, shares, end }: Sample,
  recipe: Recipe,
  known?: SeverityFits,
): SizeFits {
  const severity = known ?? fitSeverities(shares, recipe);
  const laws: RoundedLaws = {
    protocol: roundedLaw(severity.protocol, recipe),
    fidelity: roundedLaw(severity.fidelity, recipe),
    online: roundedLaw(severity.online, recipe),
  };
  const exposure = library.exposure.filter(({ year }) => year <= end.year);
  const elasticityOf = (group: Group) =>
    fitElasticity(
      bandData({ group, rows, exposure, recipe }),
      largeSurvival({ group, peril: MAIN_PERIL[group], laws, recipe }),
      recipe,
    );
  const elasticity = { custodial: elasticityOf('custodial'), protocol: elasticityOf('protocol') };
  const size: SizeEffect = {
    laws,
    elasticity: {
      custodial: modelElasticity(elasticity.custodial.value, recipe),
      protocol: modelElasticity(elasticity.protocol.value, recipe),
    },
  };
  return { severity, elasticity, size };
}

export function chooseForgettings(
  { library, rows, end }: Sample,
  size: SizeEffect,
  recipe: Recipe,
): Readonly<Record<Group, ForgettingChoice>> {
  const choose = (group: Group) =>
    chooseForgetting(
      groupCounts({
        group,
        leastUsd: recipe.rows.thresholdUsd,
        size,
        rows,
        exposure: library.exposure,
        end,
        recipe,
      }),
      recipe,
    );
  return { custodial: choose('custodial'), protocol: choose('protocol') };
}

/**
 * All fits of a library by a recipe (sections 11.1 to 11.6 of the model's specification); fits of severity that are known
 * are not made again.
 */
export function coreFits(sample: Sample, recipe: Recipe, known?: SeverityFits): CoreFits {
  const { library, rows, end } = sample;
  const { severity, elasticity, size } = fitSize(sample, recipe, known);
  const forgetting = chooseForgettings(sample, size, recipe);
  const rates = baseRates({ size, forgetting, rows, exposure: library.exposure, end, recipe });
  const exchange = rates.rates.find(({ group, peril }) => group === 'custodial' && peril === 'crime-online');
  if (exchange === undefined) throw new Error('the recipe has no base rate of custodial crime-online');
  return {
    end,
    severity,
    elasticity,
    size,
    forgetting,
    baseRates: rates,
    types: typeColumns(rows, recipe),
    broker: brokerRelativity({ exchangeRate: exchange, size, rows, exposure: library.exposure, end, recipe }),
  };
}
