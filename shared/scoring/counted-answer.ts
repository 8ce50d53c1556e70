import type { Answer, AssessmentContent } from '../domain/assessment-content.ts';
import { contradictedShare, contradictionRule } from '../domain/contradictions.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import type { Factor, RatingModel } from '../domain/rating-model.ts';
import { type AnswerScore, scoreAnswer } from './answer-score.ts';
import { interpolate } from './piecewise.ts';

/**
 * Scores an answer within its content: where the exposures contradict it, and the model's wording says that the worse of the
 * two counts, an answer that flatters gives way to them. Its evidence caps it as before. One that is said not to apply counts
 * as that share, asserted only.
 */
export function scoreWithin(
  content: AssessmentContent,
  {
    factor,
    answer,
    model,
  }: { readonly factor: Factor; readonly answer: Answer | undefined; readonly model: RatingModel },
): AnswerScore {
  const scored = scoreAnswer(factor, answer, model);
  const rule = contradictionRule(factor.id, model);
  const isMapped = factor.kind !== 'ordinal' && factor.mapping !== null;
  if (answer === undefined || rule?.worseCounts !== true || !isMapped) return scored;
  const given: AssessmentContent = { ...content, answers: { [factor.id]: answer } };
  const share = contradictedShare(given, factor, model);
  if (share === null || factor.mapping === null) return scored;
  if (answer.evidence === 'not-applicable') {
    // Without a reason it counts as not provided, which is worse.
    if (rule.countedAside === null || scored.status !== 'not-applicable') return scored;
    const asserted = scoreAnswer(factor, { ...answer, evidence: 'asserted', value: share }, model);
    return { ...asserted, answerText: `${asserted.answerText}, ${rule.countedAside}` };
  }
  if (scored.status !== 'scored' || answer.value === null) return scored;
  if (interpolate(factor.mapping, share) >= interpolate(factor.mapping, answer.value)) return scored;
  const counted = scoreAnswer(factor, { ...answer, value: share }, model);
  const added = fillTemplate(rule.counted, { answer: scored.answerText });
  return { ...counted, answerText: `${counted.answerText}, ${added}` };
}
