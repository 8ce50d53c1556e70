import { describe, expect, it } from 'vitest';
import { isRatingModel, parseRatingModel, withWording } from '#shared/domain/parse-rating-model.ts';
import { bundledModel, bundledModelJson } from '#test/models/bundled-model.ts';

describe('a rating model by its schema', () => {
  it('is known again once it has its wording, and any other value is looked at', () => {
    const parsed = parseRatingModel(bundledModelJson());
    if (!parsed.success) throw parsed.error;
    const { wording } = bundledModel;
    const model = withWording(parsed.data, wording);
    expect(isRatingModel(model)).toBe(true);
    expect(isRatingModel({ ...parsed.data, wording })).toBe(true);
    expect(isRatingModel(parsed.data)).toBe(false);
    expect(isRatingModel({ ...model, factors: 'none' })).toBe(false);
    expect(isRatingModel({ ...model, pricing: null })).toBe(false);
    expect([isRatingModel(null), isRatingModel('model')]).toEqual([false, false]);
  });
});
