import type { Severity } from '../domain/issue.ts';
import type { RatingModel } from '../domain/rating-model.ts';

/** Of what cannot be: nothing goes out on it under a wording that has the rules for terms beyond what is usual. */
export const ofWhatCannotBe = ({ decision }: RatingModel['wording']): Severity =>
  decision?.unusual == null ? 'warning' : 'needed';
