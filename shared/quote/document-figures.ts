import type { RatingModel } from '../domain/rating-model.ts';
import { type Judgement, referralsIn } from '../underwriting/judgement.ts';
import { isReferralOfTerms } from '../underwriting/referrals.ts';
import { documentNotes } from './document-notes.ts';
import type { DocumentPrice, DocumentScore } from './quote-document.ts';

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
