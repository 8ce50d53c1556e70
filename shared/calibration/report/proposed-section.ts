import { SLOPE_ABOVE } from '../../domain/model-rules.ts';
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
    ...slopeCaution(proposed),
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

/** Slopes that no model takes, which a thin or an odd library may give. */
function slopeCaution({ severity }: ProposedFigures): readonly string[] {
  const names = GROUPS.flatMap((group) =>
    Object.entries(severity[group])
      .filter(([, { b }]) => b <= SLOPE_ABOVE)
      .map(([peril]) => `${GROUP_WORDS[group]}, ${PERIL_WORDS[peril as Peril]}`),
  );
  return names.length === 0
    ? []
    : [
        `No model takes these figures as they are: with a slope b of ${SLOPE_ABOVE} or less a larger subject would lose less than a smaller one (${names.join('; ')}).`,
      ];
}
