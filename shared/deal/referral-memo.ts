import { z } from 'zod';

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
