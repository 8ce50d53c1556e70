import { checkPricing } from '../domain/check-model-pricing.ts';
import type { ModelFault } from '../domain/model-expectations.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { engineFaults } from './engine-faults.ts';

const known = new WeakMap<RatingModel, ModelFault | null>();

/**
 * The first thing that makes a schema-valid rating model unfit to price with, or null. Models are never changed, so
 * each is checked once. An activated model has none; one that was never activated may.
 */
export function pricingFault(model: RatingModel): ModelFault | null {
  let found = known.get(model);
  if (found === undefined) {
    found = [...checkPricing(model), ...engineFaults(model)][0] ?? null;
    known.set(model, found);
  }
  return found;
}
