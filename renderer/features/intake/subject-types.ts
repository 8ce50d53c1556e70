import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import type { Pillar, SubjectType } from '#shared/domain/vocabulary.ts';
import type { Choice } from '../../components/choice-field.tsx';

const sentence = (text: string) => `${upperFirst(text)}.`;

const weights = (model: RatingModel, by: Readonly<Record<Pillar, number>>): string =>
  model.wording.pillars.map(({ id, short }) => `${lowerFirst(short)} ${by[id]}`).join(', ');

/** The types with what sets each apart and how its three pillars weigh. */
export const subjectTypeChoices = (model: RatingModel): Choice<SubjectType>[] =>
  model.subjectTypes.map(({ id, label, why, pillarWeights }) => ({
    key: id,
    label,
    detail: `${sentence(why)} ${sentence(weights(model, pillarWeights))}`,
  }));
