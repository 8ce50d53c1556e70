import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { premiumBridge } from '#shared/pricing/premium-bridge.ts';
import { priceAssessment } from '#shared/pricing/price-assessment.ts';
import type { PremiumBridge, PriceResult } from '#shared/pricing/price-result.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel } from '#test/models/bundled-model.ts';

/** The rating model as it ships. */
export const model = bundledModel;

function workedExample(): AssessmentContent {
  const found = model.testCases.find((testCase) => testCase.kind === 'quote');
  if (found?.kind !== 'quote') throw new Error('the model has no quote test case');
  return found.content;
}

/** The exchange of the rating algorithm's worked example. */
export const exampleContent: AssessmentContent = workedExample();

export const exampleScore = scoreAssessment(exampleContent, model);

const options = { grid: 'full', cache: makeLossCache() } as const;

/** Price of any content; throws the failure's sentence when it cannot be priced. */
export function priceOf(content: AssessmentContent): PriceResult {
  const priced = priceAssessment({ content, score: scoreAssessment(content, model), model, options });
  if (!priced.ok) throw new Error(priced.failure.message);
  return priced.value;
}

export function bridgeOf(content: AssessmentContent): PremiumBridge {
  const bridge = premiumBridge({ content, score: scoreAssessment(content, model), model, options });
  if (!bridge.ok) throw new Error(bridge.failure.message);
  return bridge.value;
}
