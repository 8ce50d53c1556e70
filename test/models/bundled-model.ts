import { readFileSync } from 'node:fs';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { type ModelTestCase, type RatingModel, ratingModelSchema } from '#shared/domain/rating-model.ts';

const url = new URL('../../resources/models/digital-asset-2026.1.json', import.meta.url);

/** The bundled rating model's JSON, freshly read each time so that a test may spoil it. */
export const bundledModelJson = (): unknown => JSON.parse(readFileSync(url, 'utf8'));

export const bundledModel: RatingModel = ratingModelSchema.parse(bundledModelJson());

export const quoteCase = bundledModel.testCases.find(
  (c): c is ModelTestCase & { readonly kind: 'quote' } => c.kind === 'quote',
)!;

/** The worked example of the rating algorithm, section 10. */
export const workedExample: AssessmentContent = quoteCase.content;

/** Content with defaults for all that is not named. */
export const contentWith = (changes: Record<string, unknown> = {}): AssessmentContent =>
  assessmentContentSchema.parse({
    subject: { name: 'Test subject', type: 'cex', liveSince: '2019-01-01' },
    asOf: '2026-11-22',
    ...changes,
  });
