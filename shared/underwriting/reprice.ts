import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Failure } from '../domain/result.ts';
import type { Grade } from '../domain/vocabulary.ts';
import type { LossCertificate } from '../pricing/price-result.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import type { Decision } from './decision.ts';
import { judgeBarely } from './judge.ts';

/** What a re-pricing keeps of one judgement: no working, so that a whole book stays small. */
export interface Repriced {
  readonly overall: number;
  readonly grade: Grade | null;
  /** Knocked-out and ungraded subjects are priced for information: this says which. */
  readonly outcome: ScoreResult['outcome']['kind'];
  readonly technicalMinor: MinorUnits | null;
  readonly quotedMinor: MinorUnits | null;
  readonly verdict: LossCertificate['verdict'] | null;
  readonly failure: Failure | null;
  /** What it may be issued as today. */
  readonly decision: Decision['kind'];
}

/**
 * Judges an assessment again at the grid on which quotes are issued. Nothing is kept between assessments, so that memory
 * stays flat however many there are. Total and pure.
 */
export function reprice(content: AssessmentContent, model: RatingModel, today: IsoDate): Repriced {
  const { score, price, decision } = judgeBarely({ content, model, today, grid: 'full' });
  return {
    overall: score.overall,
    grade: score.outcome.grade,
    outcome: score.outcome.kind,
    technicalMinor: price.ok ? price.value.technicalMinor : null,
    quotedMinor: price.ok ? price.value.quotedMinor : null,
    verdict: price.ok ? price.value.certificate.verdict : null,
    failure: price.ok ? null : price.failure,
    decision: decision.kind,
  };
}
