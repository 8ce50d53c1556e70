import type { RatingModel } from '../../domain/rating-model.ts';

/** A model that may be used, with the hashes of its two files. */
export interface BoundModel {
  readonly model: RatingModel;
  readonly hash: string;
  readonly wordingHash: string;
}
