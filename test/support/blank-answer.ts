import type { Answer } from '#shared/domain/assessment-content.ts';

/** A verified answer that says nothing yet. */
export const BLANK_ANSWER: Answer = {
  evidence: 'verified',
  level: null,
  value: null,
  isUnchangedSinceReview: false,
  hasSocialisedLoss: false,
  reason: null,
  note: null,
  source: null,
  seenOn: null,
};
