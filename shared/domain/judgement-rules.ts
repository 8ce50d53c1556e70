import type { RatingModel } from './rating-model.ts';

/** What a model's wording says of judgement in place of a score or a grade; null where it has no such rules. */
export type JudgementRules = NonNullable<NonNullable<RatingModel['wording']['decision']>['judgement']>;

/** The bounds and reasons of judgement; null for a wording of before there were any. */
export const judgementRulesOf = ({ wording }: Pick<RatingModel, 'wording'>): JudgementRules | null =>
  wording.decision?.judgement ?? null;

/** A reason of judgement in words; its id where the wording does not have it. */
export const labelOfJudgementReason = (reason: string, model: Pick<RatingModel, 'wording'>): string =>
  judgementRulesOf(model)?.reasons.find(({ id }) => id === reason)?.label ?? reason;
