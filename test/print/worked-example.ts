import { readFileSync } from 'node:fs';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { type RatingModel, ratingModelSchema } from '#shared/domain/rating-model.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';

const MODEL_FILE = 'resources/models/digital-asset-2026.1.json';

/** The rating model as it ships. */
export const model: RatingModel = ratingModelSchema.parse(JSON.parse(readFileSync(MODEL_FILE, 'utf8')));

function workedExample(): AssessmentContent {
  const found = model.testCases.find((testCase) => testCase.kind === 'quote');
  if (found?.kind !== 'quote') throw new Error(`${MODEL_FILE} has no quote test case`);
  return found.content;
}

/** The exchange of the rating algorithm's worked example. */
export const exampleContent: AssessmentContent = workedExample();

export const exampleScore = scoreAssessment(exampleContent, model);
