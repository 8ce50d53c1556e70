import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import type { Choice } from '../../components/choice-field.tsx';

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The twelve types with what sets each apart and how its three pillars weigh. */
export const subjectTypeChoices = (model: RatingModel): Choice<SubjectType>[] =>
  model.subjectTypes.map(({ id, label, why, pillarWeights }) => ({
    key: id,
    label,
    detail: `${sentence(why)} Custody ${pillarWeights.custody}, audits ${pillarWeights.audits}, incidents ${pillarWeights.incidents}.`,
  }));
