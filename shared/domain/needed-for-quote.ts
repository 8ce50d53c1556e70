import type { RatingModel } from './rating-model.ts';

/**
 * The sentence about a field that an offer cannot do without, for form and decision alike; null for every other field, and
 * for a wording of before there was such a list.
 */
export const neededForQuote = (field: string, { wording }: RatingModel): string | null =>
  wording.decision?.needed.find((needed) => needed.field === field)?.sentence ?? null;
