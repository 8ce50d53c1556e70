import { type RatingModel, ratingModelSchema } from './rating-model.ts';

/** What `parseRatingModel` gave: checked already, and readonly from then on. */
const parsedModels = new WeakSet<object>();

/** Reads a rating model by its schema; the schema alone, which says nothing of sums, references and test cases. */
export function parseRatingModel(json: unknown): ReturnType<typeof ratingModelSchema.safeParse> {
  // A model is read once or twice in the life of a process: compiling its large schema first would take longer.
  const parsed = ratingModelSchema.safeParse(json, { jitless: true });
  if (parsed.success) parsedModels.add(parsed.data);
  return parsed;
}

/** True for what `parseRatingModel` gave, without a second look at it, and for anything else that fits the schema. */
export const isRatingModel = (value: unknown): value is RatingModel =>
  (typeof value === 'object' && value !== null && parsedModels.has(value)) || parseRatingModel(value).success;
