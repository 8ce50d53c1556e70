import type { Answer, AssessmentContent } from '../domain/assessment-content.ts';
import { labelOfJudgementReason } from '../domain/judgement-rules.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Scored } from './register-factor-score.ts';

// Judgement in place of what the model makes of an answer. It counts after every rule of the model, the evidence cap among
// them; the score as computed stays beside it.

/** A scored answer with the score that judgement puts in its place, where it does; the very answer elsewhere. */
export function withOverride(scored: Scored, { judgement }: AssessmentContent, model: RatingModel): Scored {
  const answers = judgement?.answers ?? {};
  const set = Object.hasOwn(answers, scored.factor.id) ? answers[scored.factor.id] : undefined;
  // What does not apply has no score to be set.
  if (set === undefined || scored.score === null) return scored;
  const { score, reason, words } = set;
  const rule = {
    kind: 'judgement',
    from: scored.score,
    to: score,
    reason: labelOfJudgementReason(reason, model),
    words,
  } as const;
  return { ...scored, score, original: scored.score, rules: [...scored.rules, rule] };
}

/** The content with the judgements of some factors taken off. */
export function withoutOverrides(content: AssessmentContent, ids: ReadonlySet<string>): AssessmentContent {
  const { judgement, ...rest } = content;
  if (judgement?.answers === undefined || ids.size === 0) return content;
  const answers = Object.fromEntries(Object.entries(judgement.answers).filter(([id]) => !ids.has(id)));
  return { ...rest, judgement: { ...judgement, answers } };
}

/** The content with another answer to a question, and no judgement of it: what was judged was the answer of before. */
export const withAnswer = (content: AssessmentContent, id: string, answer: Answer): AssessmentContent =>
  withoutOverrides({ ...content, answers: { ...content.answers, [id]: answer } }, new Set([id]));

/** The content as the model alone would score it; null where nothing was set by judgement. */
export function withoutJudgement(content: AssessmentContent): AssessmentContent | null {
  const { judgement, ...rest } = content;
  const isSet = judgement?.grade !== undefined || Object.keys(judgement?.answers ?? {}).length > 0;
  return isSet ? rest : null;
}
