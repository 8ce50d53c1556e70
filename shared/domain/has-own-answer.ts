import type { Factor } from './rating-model.ts';

/** True for a factor answered on its own, not computed from the register. */
export const hasOwnAnswer = (factor: Factor): boolean =>
  factor.kind !== 'computed' || factor.evidenceFrom === 'answer';
