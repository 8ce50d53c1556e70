import type { RatingModelData } from '../domain/rating-model.ts';
import type { ProposedFigures } from './proposed-figures.ts';
import { GROUPS } from './recipe.ts';

/** A figure of the model file and where it stands in it. */
export interface ModelFigure {
  readonly path: readonly (string | number)[];
  readonly value: number;
}

/**
 * Where each figure that a calibration proposes stands in a model's file: elasticities, year effect, clamps, and by peril
 * and group base rates, laws, small events and type relativities. Judged figures of the same tables are among them.
 */
export function modelFigures(
  proposed: ProposedFigures,
  { pricing }: RatingModelData,
): readonly ModelFigure[] {
  const figures: ModelFigure[] = [];
  const put = (path: ModelFigure['path'], values: Readonly<Record<string, number>> | readonly number[]) => {
    for (const [key, value] of Object.entries(values))
      figures.push({ path: ['pricing', ...path, Array.isArray(values) ? Number(key) : key], value });
  };
  put(['frequency', 'ratioClamp'], proposed.frequency_clamp);
  for (const group of GROUPS) put(['frequency', 'elasticity', group], { value: proposed.elasticity[group] });
  put(['yearEffect'], { coefficientOfVariation: proposed.year_effect_cv });
  put(['credibility', 'expected'], { amount: proposed.threshold });
  for (const [i, { id }] of pricing.perils.entries()) {
    const at = ['perils', i];
    put(at, { referenceValue: proposed.v0[id] });
    put([...at, 'damageRatio', 'valueClamp'], proposed.size_clamp);
    for (const group of GROUPS) {
      const rate = proposed.base[group][id];
      if (rate !== undefined) put([...at, 'baseFrequency'], { [group]: rate });
      const law = proposed.severity[group][id];
      if (law !== undefined) {
        const shape = law.family === 'beta' ? { alpha: law.alpha } : { sigma: law.sigma };
        put([...at, 'damageRatio', group], { a: law.a, b: law.b, ...shape });
      }
      const small = proposed.small[group][id];
      if (small !== undefined) {
        const { phi, median, sigma } = small;
        const medianShareOfValue = proposed.small_share;
        put([...at, 'smallEvents', group], { share: phi, median, medianShareOfValue, sigma });
      }
    }
  }
  for (const [i, { type }] of pricing.typeRelativities.entries())
    put(['typeRelativities', i], proposed.types[type] ?? {});
  return figures;
}
