import type { Peril, SubjectType } from '../../domain/vocabulary.ts';
import { heading, table } from '../../report/report-document.ts';
import type { ProposedFigures } from '../proposed-figures.ts';
import { GROUPS } from '../recipe.ts';
import { columnWords, GROUP_WORDS, PERIL_WORDS, SUBJECT_WORDS } from '../sample-words.ts';
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
          GROUP_WORDS[group],
          PERIL_WORDS[peril as Peril],
          proposed.base[group][peril as keyof (typeof proposed.base)[typeof group]] ?? null,
          law.family,
          law.v0,
          law.a,
          law.b,
          law.family === 'beta' ? law.alpha : law.sigma,
        ]),
      ),
    ),
    `Elasticity: ${GROUPS.map((group) => `${GROUP_WORDS[group]} ${proposed.elasticity[group]}`).join(', ')}. Year effect, cv: ${proposed.year_effect_cv}.`,
    table(
      ['type', ...columns.map(columnWords)],
      Object.entries(proposed.types).map(([type, row]) => [
        SUBJECT_WORDS[type as SubjectType],
        ...columns.map((column) => row[column] ?? null),
      ]),
    ),
  ];
}
