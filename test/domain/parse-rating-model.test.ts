import { describe, expect, it } from 'vitest';
import { isRatingModel, parseRatingModel } from '#shared/domain/parse-rating-model.ts';
import { bundledModelJson } from '#test/models/bundled-model.ts';

describe('a rating model by its schema', () => {
  it('is known again after it was parsed, and any other value is looked at', () => {
    const json = bundledModelJson();
    const parsed = parseRatingModel(json);
    expect(parsed.success && isRatingModel(parsed.data)).toBe(true);
    expect(isRatingModel(json)).toBe(true);
    expect(isRatingModel({ ...(json as object), factors: 'none' })).toBe(false);
    expect(isRatingModel({ ...(parsed.success ? parsed.data : {}), pricing: null })).toBe(false);
    expect([isRatingModel(null), isRatingModel('model')]).toEqual([false, false]);
  });
});
