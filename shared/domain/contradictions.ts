import type { AssessmentContent } from './assessment-content.ts';
import type { ExposureField } from './exposures.ts';
import type { ModelWording } from './model-wording.ts';
import type { Factor, RatingModel } from './rating-model.ts';

// An answer in per cent that the declared exposures give as well: which answer, and of which exposures it is the share,
// stands in the model's wording.

export type Contradiction = NonNullable<ModelWording['decision']>['contradictions'][number];

/** What the wording says about a factor that the exposures answer too; null for every other factor. */
export const contradictionRule = (factorId: string, { wording }: RatingModel): Contradiction | null =>
  wording.decision?.contradictions.find((rule) => rule.factorId === factorId) ?? null;

/** As answers of that kind are given: to a tenth of a per cent. */
const roundedShare = (share: number): number => Math.round(share * 1000) / 10;

/** The answer that the exposures give, in per cent; null where one of them is not given, or all are 0. */
function shareOfExposures(
  { exposures }: Pick<AssessmentContent, 'exposures'>,
  rule: Contradiction,
): number | null {
  const sum = (fields: readonly ExposureField[]): number =>
    fields.reduce((total, field) => total + (exposures[field] ?? Number.NaN), 0);
  const whole = sum(rule.whole);
  const share = sum(rule.exposures) / whole;
  return whole > 0 && Number.isFinite(share) ? roundedShare(share) : null;
}

const decimalsOf = (value: number): number => Math.min(6, String(value).split('.')[1]?.length ?? 0);

/**
 * Whether an answer is another share than that of the exposures. A rounder answer above it that rounds alike is the same; one
 * below it is not, to a tenth: 10 must hide no 10.4 from a limit of 10.
 */
function isOther(answered: number, share: number): boolean {
  const power = 10 ** (answered < share ? 1 : Math.min(decimalsOf(answered), decimalsOf(share)));
  return Math.round(answered * power) !== Math.round(share * power);
}

/** The share that the exposures give where an answer contradicts it, or says that the question does not apply; else null. */
export function contradictedShare(
  content: AssessmentContent,
  factor: Factor,
  model: RatingModel,
): number | null {
  const rule = contradictionRule(factor.id, model);
  const answer = Object.hasOwn(content.answers, factor.id) ? content.answers[factor.id] : undefined;
  if (rule === null || answer === undefined || answer.evidence === 'not-provided') return null;
  const share = shareOfExposures(content, rule);
  if (share === null) return null;
  if (answer.evidence === 'not-applicable') return share > 0 ? share : null;
  return answer.value !== null && isOther(answer.value, share) ? share : null;
}

/** The share to offer as the answer: where none is given yet, or another one. */
export function offeredShare(content: AssessmentContent, factor: Factor, model: RatingModel): number | null {
  const rule = contradictionRule(factor.id, model);
  if (rule === null) return null;
  const isOpen = (content.answers[factor.id]?.evidence ?? 'not-provided') === 'not-provided';
  return isOpen ? shareOfExposures(content, rule) : contradictedShare(content, factor, model);
}
