import type { ModelWording } from './model-wording.ts';
import {
  type RatingModel,
  type RatingModelData,
  ratingModelSchema,
  wordedModelSchema,
} from './rating-model.ts';

/** What `withWording` gave: its parts were checked already, and are readonly from then on. */
const wordedModels = new WeakSet<object>();

// A model is read once or twice in the life of a process: compiling its large schema first would take longer.
const ONCE = { jitless: true } as const;

/** Reads a rating model by its schema; the schema alone, which says nothing of sums, references and test cases. */
export const parseRatingModel = (json: unknown): ReturnType<typeof ratingModelSchema.safeParse> =>
  ratingModelSchema.safeParse(json, ONCE);

/** A model and its wording, each checked by its schema, as one. */
export function withWording(data: RatingModelData, wording: ModelWording): RatingModel {
  const model = { ...data, wording };
  wordedModels.add(model);
  return model;
}

/** True for what `withWording` gave, without a second look at it, and for anything else that fits the schema. */
export const isRatingModel = (value: unknown): value is RatingModel =>
  (typeof value === 'object' && value !== null && wordedModels.has(value)) ||
  wordedModelSchema.safeParse(value, ONCE).success;
