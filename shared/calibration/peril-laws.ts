import type { Peril } from '../domain/vocabulary.ts';
import { betaLaw, lognormalLaw } from './damage-by-size.ts';
import type { Group, Recipe } from './recipe.ts';
import type { RoundedLaws } from './severity-fits.ts';

/** By a subject's value, P(X > u) of one large event there; 0 from the value on. */
export type SurvivalBySize = (value: number) => (u: number) => number;

interface LawParameters {
  readonly family: 'beta' | 'lognormal';
  readonly a: number;
  readonly b: number;
  readonly shape: number;
}

/** The large law of a peril, fitted or judged; null for a peril that the group does not have. */
export function largeLaw({
  group,
  peril,
  laws,
  recipe,
}: {
  readonly group: Group;
  readonly peril: Peril;
  readonly laws: RoundedLaws;
  readonly recipe: Recipe;
}): LawParameters | null {
  const judged = recipe.severity.judged[group][peril];
  if (judged !== undefined) {
    const b = judged.slopeOf === null ? 0 : laws[judged.slopeOf].b;
    return { family: 'beta', a: Math.log(judged.meanOdds), b, shape: judged.alpha };
  }
  if (peril === 'crime-fidelity') return { family: 'lognormal', ...laws.fidelity };
  if (group === 'custodial') return peril === 'crime-online' ? { family: 'beta', ...laws.online } : null;
  return peril === 'slashing' || peril === 'specie-offline' ? null : { family: 'beta', ...laws.protocol };
}

/** Its survival, the value clamped to what the data reach where it moves the law. Throws for a peril without a law. */
export function largeSurvival({
  group,
  peril,
  laws,
  recipe,
}: {
  readonly group: Group;
  readonly peril: Peril;
  readonly laws: RoundedLaws;
  readonly recipe: Recipe;
}): SurvivalBySize {
  const parameters = largeLaw({ group, peril, laws, recipe });
  if (parameters === null) throw new Error(`${group} has no law of ${peril}`);
  return survivalBySize(parameters, recipe.referenceValueUsd[peril], recipe);
}

export function survivalBySize(
  { family, a, b, shape }: LawParameters,
  referenceUsd: number,
  { severity }: Recipe,
): SurvivalBySize {
  const [least, most] = severity.valueClampUsd;
  return (value) => {
    const z = Math.log(Math.min(most, Math.max(least, value)) / referenceUsd);
    const law =
      family === 'beta' ? betaLaw({ alpha: shape, a, b, z }) : lognormalLaw({ sigma: shape, a, b, z });
    return (u) => (u >= value ? 0 : (law?.survival(u / value) ?? Number.NaN));
  };
}
