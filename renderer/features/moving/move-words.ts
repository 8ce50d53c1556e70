import type { RatingModel } from '#shared/domain/rating-model.ts';

type Named = Pick<RatingModel, 'id' | 'version'>;

/** A model as a person tells it from another one; two editions of one model have the same name. */
export function modelNames(from: Named, to: Named): { readonly from: string; readonly to: string } {
  return from.id === to.id
    ? { from: `the earlier edition of model ${from.version}`, to: `model ${to.version} as it is today` }
    : { from: `model ${from.version}`, to: `model ${to.version}` };
}

/** Why a draft is not under the model of today, in one sentence. */
export const retiredSentence = (from: Named, to: Named): string =>
  from.id === to.id
    ? `This draft is priced under an earlier edition of model ${from.version}.`
    : `This draft is priced under model ${from.version}, which is retired.`;
