import { readFileSync } from 'node:fs';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { ModelTestCase, RatingModel } from '#shared/domain/rating-model.ts';
import { modelFrom } from './bundled-model.ts';
import { withAllNeeded } from './contract-terms.ts';

const jsonOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/models/${name}`, import.meta.url), 'utf8'));

/** The JSON of model 2026.2 and of its wording, freshly read so that a test may spoil them. */
export const modelJson = (): unknown => jsonOf('digital-asset-2026.2.json');
export const wordingJson = (): unknown => jsonOf('digital-asset-2026.2.wording.json');

export const model: RatingModel = modelFrom(modelJson(), wordingJson());

export const quoteCase = model.testCases.find(
  (c): c is ModelTestCase & { readonly kind: 'quote' } => c.kind === 'quote',
)!;

/** The worked example of model 2026.2, section 10. */
export const example: AssessmentContent = quoteCase.content;

/** The worked example with all that an offer cannot do without. */
export const quotableExample: AssessmentContent = withAllNeeded(example, model);
