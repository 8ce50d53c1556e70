import { GRADE_ISSUE } from '../domain/issue.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { gradeRule } from '../underwriting/decision-rules.ts';
import { type Judgement, referralsIn } from '../underwriting/judgement.ts';
import { decideCleared } from '../underwriting/offered.ts';
import type { ReferralMemo } from './referral-memo.ts';

/**
 * The memo of a referral: each rule that fired with what was found and its threshold, the grade that declines among them,
 * and the price asked against the technical one. Total and pure.
 */
export function referralMemo(judgement: Judgement, model: RatingModel, currency: string): ReferralMemo {
  const { score, price } = judgement;
  const ofGrade = gradeRule(score, model);
  return {
    rules: [
      ...(ofGrade?.does === 'decline'
        ? [{ id: GRADE_ISSUE, label: ofGrade.label, found: ofGrade.reason, threshold: null }]
        : []),
      ...referralsIn(judgement).map(({ id, label, reason }) => ({
        id,
        label,
        found: reason,
        threshold: model.referrals.find((referral) => referral.id === id)?.threshold ?? null,
      })),
    ],
    grade: score.outcome.grade,
    score: score.overall,
    technicalMinor: price.ok ? price.value.technicalMinor : null,
    quotedMinor: price.ok ? price.value.quotedMinor : null,
    currency,
  };
}

/** What an approval of a memo clears. */
export const clearable = ({ rules }: Pick<ReferralMemo, 'rules'>): readonly string[] =>
  rules.map(({ id }) => id);

/** What keeps any approval of what the memo lists from helping: knock-outs, a price that cannot be, wrong content. Total and pure. */
export function obstaclesTo(judgement: Judgement, { rules }: ReferralMemo): readonly string[] {
  const left = decideCleared(judgement, clearable({ rules }));
  return left.kind === 'not-quotable' || left.kind === 'refused' ? left.reasons : [];
}
