import type { AssessmentContent } from './assessment-content.ts';
import type { RatingModel } from './rating-model.ts';

/** The declarations that the subject's type is asked and that are not stated. */
export const openDeclarations = (
  { declarations, subject }: Pick<AssessmentContent, 'declarations' | 'subject'>,
  model: RatingModel,
): RatingModel['declarations'] =>
  model.declarations.filter(
    ({ id }) =>
      (declarations[id] ?? 'not-stated') === 'not-stated' &&
      (model.knockOuts.find((knockOut) => knockOut.id === id)?.appliesTo.includes(subject.type) ?? true),
  );
