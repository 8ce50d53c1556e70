import { z } from 'zod';
import { GRADE_ISSUE } from '../domain/issue.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Judgement, referralsIn } from '../underwriting/judgement.ts';

const ruleSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** What was found, one sentence with the value: "Online share is 12 %, above 10 %." */
  found: z.string(),
  /** The threshold as the model words it; null where the rule is none of the model's referrals. */
  threshold: z.string().nullable(),
});

/** What a referral is about, written from the rules that fired, and kept with its move. */
export const referralMemoSchema = z.strictObject({
  /** The rules that fired, in the order in which they are shown. */
  rules: z.array(ruleSchema),
  grade: z.string().nullable(),
  score: z.number(),
  /** Whole cents; null where it cannot be priced. */
  technicalMinor: z.number().int().nullable(),
  quotedMinor: z.number().int().nullable(),
  currency: z.string(),
});
export type ReferralMemo = z.infer<typeof referralMemoSchema>;

/**
 * The memo of a referral: each rule that fired with what was found and its threshold, the grade that declines among them,
 * and the price asked against the technical one. Total and pure.
 */
export function referralMemo(judgement: Judgement, model: RatingModel, currency: string): ReferralMemo {
  const { score, price } = judgement;
  const declines = judgement.issues.filter(
    ({ id, severity }) => id === GRADE_ISSUE && severity === 'cannot-quote',
  );
  return {
    rules: [
      ...declines.map(({ id, message }) => ({
        id,
        label: model.wording.decision?.gradeDeclines.label ?? id,
        found: message,
        threshold: null,
      })),
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
