import { heading, table } from '../../report/report-document.ts';
import type { ProposedFigures } from '../proposed-figures.ts';
import { GROUPS } from '../recipe.ts';
import type { Section } from './section.ts';

/** The figures for the model file, as it carries them. */
export function proposedSection(proposed: ProposedFigures): Section {
  const columns = [...new Set(Object.values(proposed.types).flatMap((row) => Object.keys(row)))];
  return [
    heading(`Proposed figures for model ${proposed.version}`),
    table(
      ['group', 'peril', 'base rate', 'law', 'reference value, USD', 'a', 'b', 'alpha or sigma'],
      GROUPS.flatMap((group) =>
        Object.entries(proposed.severity[group]).map(([peril, law]) => [
          group,
          peril,
          proposed.base[group][peril as keyof (typeof proposed.base)[typeof group]] ?? null,
          law.family,
          law.v0,
          law.a,
          law.b,
          law.family === 'beta' ? law.alpha : law.sigma,
        ]),
      ),
    ),
    `Elasticity: custodial ${proposed.elasticity.custodial}, protocol ${proposed.elasticity.protocol}. Year effect, cv: ${proposed.year_effect_cv}.`,
    table(
      ['type', ...columns],
      Object.entries(proposed.types).map(([type, row]) => [
        type,
        ...columns.map((column) => row[column] ?? null),
      ]),
    ),
  ];
}
