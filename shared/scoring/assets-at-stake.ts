import type { AssessmentContent } from '../domain/assessment-content.ts';
import { subjectGroupOf } from '../domain/model-rules.ts';
import { fromMinor, largestMinor, NO_MONEY, sumOfMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';

/**
 * Assets that proof of reserves would have to cover, in currency units: custodial subjects hold them, others lock them.
 */
export function assetsAtStake(content: AssessmentContent, model: RatingModel): number {
  const { take, exposures } = model.wording.assetsAtStake[subjectGroupOf(content.subject.type, model)];
  const amounts = exposures.map((field) => content.exposures[field] ?? NO_MONEY);
  return fromMinor(take === 'sum' ? sumOfMinor(amounts) : largestMinor(amounts));
}

/**
 * The assets declared today, in currency units, that stand for those at the time of an incident where they are not known:
 * those at stake, or all that stands online and offline where there are none; 0 where neither is declared.
 */
export function assetsToday(content: AssessmentContent, model: RatingModel): number {
  const atStake = assetsAtStake(content, model);
  if (atStake > 0) return atStake;
  const { onlinePeakMinor, offlineMinor } = content.exposures;
  return fromMinor(sumOfMinor([onlinePeakMinor ?? NO_MONEY, offlineMinor ?? NO_MONEY]));
}
