import { normalCdf } from '../actuarial/library/index.ts';
import type { Peril } from '../domain/vocabulary.ts';
import type { Group, Recipe } from './recipe.ts';

/**
 * Expected small events above `u` for each large event, phi S_small(u): lognormal with median min(m, 1 % of the value),
 * conditional on at most the value; 0 for a peril without small events.
 */
export function smallAbove({
  group,
  peril,
  u,
  value,
  recipe: { small },
}: {
  readonly group: Group;
  readonly peril: Peril;
  readonly u: number;
  readonly value: number;
  readonly recipe: Recipe;
}): number {
  const law = small[group][peril];
  if (law === undefined || u >= value) return 0;
  const mu = Math.log(Math.min(law.medianUsd, small.medianShareOfValue * value));
  const standard = (x: number) => (Math.log(x) - mu) / law.sigma;
  const whole = normalCdf(standard(value));
  return (law.phi * (whole - normalCdf(standard(u)))) / whole;
}
