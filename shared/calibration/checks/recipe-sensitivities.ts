import type { Peril } from '../../domain/vocabulary.ts';
import { type CoreFits, coreFits, type Sample, sampleOf } from '../core-fits.ts';
import { changedRecipe, type Group, type Recipe } from '../recipe.ts';
import type { RoundedLaw } from '../severity-fits.ts';

/** What the model would take from the same rows under another judgement. */
export interface RecipeSensitivity {
  readonly name: string;
  readonly online: RoundedLaw;
  readonly elasticity: Readonly<Record<Group, number>>;
  readonly rates: readonly { readonly group: Group; readonly peril: Peril; readonly rate: number }[];
  /** By column: keys, contracts, economic attacks. */
  readonly bridge: Readonly<Record<string, number>>;
}

export const sensitivityOf = (name: string, fits: CoreFits): RecipeSensitivity => ({
  name,
  online: fits.size.laws.online,
  elasticity: fits.size.elasticity,
  rates: fits.baseRates.rates.map(({ group, peril, rate }) => ({ group, peril, rate })),
  bridge: Object.fromEntries(
    fits.types.map(({ column, types }) => [
      column,
      types.find(({ type }) => type === 'bridge')?.relativity ?? Number.NaN,
    ]),
  ),
});

/** One change of the recipe, all fits made anew; those of severity stand where the change cannot reach them. */
export function sensitivityTo({
  sensitivity: { name, changes },
  fits,
  sample,
  recipe,
}: {
  readonly sensitivity: Recipe['checks']['sensitivities'][number];
  readonly fits: CoreFits;
  readonly sample: Sample;
  readonly recipe: Recipe;
}): RecipeSensitivity {
  const changed = changedRecipe(recipe, changes);
  const isSame = (of: (from: Recipe) => unknown) =>
    JSON.stringify(of(recipe)) === JSON.stringify(of(changed));
  const keepsShares = isSame(({ rows, severity, population, referenceValueUsd }) => [
    rows,
    severity,
    population.onlineShare,
    referenceValueUsd,
  ]);
  return sensitivityOf(
    name,
    coreFits(sampleOf(sample.library, changed), changed, keepsShares ? fits.severity : undefined),
  );
}
