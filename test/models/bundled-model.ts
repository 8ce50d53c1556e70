import { readFileSync } from 'node:fs';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { modelWordingSchema } from '#shared/domain/model-wording.ts';
import { type ModelTestCase, type RatingModel, ratingModelSchema } from '#shared/domain/rating-model.ts';
import { withAllNeeded } from './contract-terms.ts';

const folder = new URL('../../resources/models/', import.meta.url);
const jsonOf = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** The bundled rating model's JSON, freshly read each time so that a test may spoil it. */
export const bundledModelJson = (): unknown => jsonOf('digital-asset-2026.1.json');

/** The JSON of its wording, freshly read too. */
export const bundledWordingJson = (): unknown => jsonOf('digital-asset-2026.1.wording.json');

/** A model of any JSON that fits the schema, with the bundled wording or another. */
export const modelFrom = (json: unknown, wording: unknown = bundledWordingJson()): RatingModel => ({
  ...ratingModelSchema.parse(json),
  wording: modelWordingSchema.parse(wording),
});

export const bundledModel: RatingModel = modelFrom(bundledModelJson());

export const quoteCase = bundledModel.testCases.find(
  (c): c is ModelTestCase & { readonly kind: 'quote' } => c.kind === 'quote',
)!;

/** The worked example of the rating algorithm, section 10. */
export const workedExample: AssessmentContent = quoteCase.content;

/** The worked example with all that an offer cannot do without. */
export const quotableExample: AssessmentContent = withAllNeeded(workedExample, bundledModel);

/** Content with defaults for all that is not named. */
export const contentWith = (changes: Record<string, unknown> = {}): AssessmentContent =>
  assessmentContentSchema.parse({
    subject: { name: 'Test subject', type: 'cex', liveSince: '2019-01-01' },
    asOf: '2026-11-22',
    ...changes,
  });
