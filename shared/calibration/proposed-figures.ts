import { PERILS, type Peril, type SubjectType } from '../domain/vocabulary.ts';
import type { CoreFits } from './core-fits.ts';
import { toDecimals, toDigits } from './numeric/round.ts';
import { largeLaw } from './peril-laws.ts';
import { GROUPS, type Group, type Recipe } from './recipe.ts';

type LawFigures =
  | {
      readonly family: 'beta';
      readonly v0: number;
      readonly a: number;
      readonly b: number;
      readonly alpha: number;
    }
  | {
      readonly family: 'lognormal';
      readonly v0: number;
      readonly a: number;
      readonly b: number;
      readonly sigma: number;
    };
type SmallFigures = { readonly phi: number; readonly median: number; readonly sigma: number };
type ByPeril<Figure> = Partial<Readonly<Record<Peril, Figure>>>;

/** The figures that a library gives the model file, rounded as it carries them, judged ones of the same tables among them. */
export interface ProposedFigures {
  readonly version: string;
  readonly library_end: string;
  readonly size_clamp: readonly [number, number];
  readonly frequency_clamp: readonly [number, number];
  readonly threshold: number;
  readonly v0: Readonly<Record<Peril, number>>;
  readonly elasticity: Readonly<Record<Group, number>>;
  readonly base: Readonly<Record<Group, ByPeril<number>>>;
  readonly severity: Readonly<Record<Group, ByPeril<LawFigures>>>;
  readonly small: Readonly<Record<Group, ByPeril<SmallFigures>>>;
  readonly small_share: number;
  readonly types: Readonly<Partial<Record<SubjectType, Readonly<Record<string, number>>>>>;
  readonly year_effect_cv: number;
}

export function proposedFigures(fits: CoreFits, recipe: Recipe): ProposedFigures {
  const { rounding, referenceValueUsd } = recipe;
  const byGroup = <T>(of: (group: Group) => T): Readonly<Record<Group, T>> => ({
    custodial: of('custodial'),
    protocol: of('protocol'),
  });
  const cv = GROUPS.reduce((sum, group) => sum + fits.forgetting[group].yearEffectCv, 0) / GROUPS.length;
  return {
    version: recipe.modelVersion,
    library_end: fits.end.date,
    size_clamp: recipe.severity.valueClampUsd,
    frequency_clamp: recipe.elasticity.valueRatioClamp,
    threshold: recipe.rows.thresholdUsd,
    v0: referenceValueUsd,
    elasticity: fits.size.elasticity,
    base: byGroup((group) => ({
      ...Object.fromEntries(
        fits.baseRates.rates
          .filter((one) => one.group === group)
          .map(({ peril, rate }) => [peril, toDigits(rate, rounding.baseRateDigits)]),
      ),
      ...(group === 'protocol' ? { slashing: recipe.baseRates.slashing } : {}),
    })),
    severity: byGroup((group) => severityFigures(group, fits, recipe)),
    small: byGroup((group) =>
      Object.fromEntries(
        Object.entries(recipe.small[group]).map(([peril, { phi, medianUsd, sigma }]) => [
          peril,
          { phi, median: medianUsd, sigma },
        ]),
      ),
    ),
    small_share: recipe.small.medianShareOfValue,
    types: typeFigures(fits, recipe),
    year_effect_cv: toDecimals(cv, 2),
  };
}

function severityFigures(group: Group, fits: CoreFits, recipe: Recipe): ByPeril<LawFigures> {
  const decimals = recipe.rounding.severityDecimals;
  const figures: Partial<Record<Peril, LawFigures>> = {};
  for (const peril of PERILS) {
    const law = largeLaw({ group, peril, laws: fits.size.laws, recipe });
    if (law === null) continue;
    const a = toDecimals(law.a, decimals);
    const common = { v0: recipe.referenceValueUsd[peril], a, b: law.b };
    figures[peril] =
      law.family === 'beta'
        ? { family: 'beta', ...common, alpha: law.shape }
        : { family: 'lognormal', ...common, sigma: law.shape };
  }
  return figures;
}

function typeFigures({ types, broker }: CoreFits, recipe: Recipe): ProposedFigures['types'] {
  const { clamp, judged } = recipe.types;
  const [least, most] = clamp;
  const rounded = (relativity: number) =>
    toDecimals(Math.min(most, Math.max(least, relativity)), recipe.rounding.relativityDecimals);
  const figures = new Map<SubjectType, Record<string, number>>(
    (Object.entries(judged) as [SubjectType, Record<string, number>][]).map(([type, row]) => [
      type,
      { ...row },
    ]),
  );
  const put = (type: SubjectType, column: string, relativity: number) =>
    figures.set(type, { ...figures.get(type), [column]: rounded(relativity) });
  for (const { column, types: rows } of types)
    for (const { type, relativity } of rows) put(type, column, relativity);
  const keys = Object.entries(recipe.types.columns).find(([, peril]) => peril === 'crime-online')?.[0];
  if (keys !== undefined) put('broker-otc', keys, broker.relativity);
  return Object.fromEntries(figures);
}
