import type { Flag } from '../scoring/score-result.ts';

/** A referral in a sentence or two. */
export const referralWords = ({ label, reason }: Pick<Flag, 'label' | 'reason'>): string =>
  `Referred: ${label}. ${reason}`;
