import type { RatingModel } from '../domain/rating-model.ts';
import type { PriceResult } from '../pricing/price-result.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import { type Judgement, referralsIn } from '../underwriting/judgement.ts';
import { isReferralOfTerms } from '../underwriting/referrals.ts';
import { type DocumentNote, documentNotes } from './document-notes.ts';

/** The score with the referrals that answers, incidents, declarations and scores raised. */
export type DocumentScore = ScoreResult & { readonly referrals: readonly Flag[] };

/** The price with the referrals that the terms raised and what there is to note about it. */
export type DocumentPrice = PriceResult & {
  readonly referrals: readonly Flag[];
  readonly notes: readonly DocumentNote[];
};

/** The score as a document keeps it. The order of the keys is part of the stored bytes. */
export function documentScore(judgement: Judgement, model: RatingModel): DocumentScore {
  const { range, askNext, ...score } = judgement.score;
  const referrals = referralsIn(judgement).filter((flag) => !isReferralOfTerms(flag, model));
  return { ...score, referrals, range, askNext };
}

/** The price as a document keeps it, or null. The order of the keys is part of the stored bytes. */
export function documentPrice(judgement: Judgement, model: RatingModel): DocumentPrice | null {
  if (!judgement.price.ok) return null;
  const { certificate, ...price } = judgement.price.value;
  const referrals = referralsIn(judgement).filter((flag) => isReferralOfTerms(flag, model));
  return { ...price, referrals, notes: documentNotes(judgement.issues), certificate };
}
