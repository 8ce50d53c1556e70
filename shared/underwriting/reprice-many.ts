import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Failure } from '../domain/result.ts';
import type { Grade } from '../domain/vocabulary.ts';
import { priceAssessment } from '../pricing/price-assessment.ts';
import type { LossCertificate } from '../pricing/price-result.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import type { ScoreResult } from '../scoring/score-result.ts';

/** What a re-pricing keeps of one assessment: no working, so that a whole book stays small. */
export interface Repriced<Id> {
  readonly id: Id;
  readonly overall: number;
  readonly grade: Grade | null;
  /** Knocked-out and ungraded subjects are priced for information: this says which. */
  readonly outcome: ScoreResult['outcome']['kind'];
  readonly technicalMinor: MinorUnits | null;
  readonly quotedMinor: MinorUnits | null;
  readonly verdict: LossCertificate['verdict'] | null;
  readonly failure: Failure | null;
}

export interface RepriceOptions {
  readonly grid: 'draft' | 'full';
  /** Lets the host breathe (a timer, a message turn) after every so many assessments. */
  readonly pause: () => Promise<void>;
  readonly pauseEvery?: number;
}

const PAUSE_EVERY = 4;

function repriced<Id>(
  id: Id,
  content: AssessmentContent,
  model: RatingModel,
  grid: 'draft' | 'full',
): Repriced<Id> {
  const score = scoreAssessment(content, model);
  const price = priceAssessment(content, score, model, { grid });
  return {
    id,
    overall: score.overall,
    grade: score.outcome.grade,
    outcome: score.outcome.kind,
    technicalMinor: price.ok ? price.value.technicalMinor : null,
    quotedMinor: price.ok ? price.value.quotedMinor : null,
    verdict: price.ok ? price.value.certificate.verdict : null,
    failure: price.ok ? null : price.failure,
  };
}

/**
 * Re-scores and re-prices assessments, one result at a time in the order given. Leaving the loop cancels. Nothing is kept
 * between assessments, so memory stays flat however many there are.
 */
export function* repriceEach<Id>(
  items: Iterable<{ readonly id: Id; readonly content: AssessmentContent }>,
  model: RatingModel,
  grid: 'draft' | 'full',
): Generator<Repriced<Id>, void, undefined> {
  for (const { id, content } of items) yield repriced(id, content, model, grid);
}

/** As `repriceEach`, letting the host breathe now and then: progress is each result arriving, leaving the loop cancels. */
export async function* repriceMany<Id>(
  items: Iterable<{ readonly id: Id; readonly content: AssessmentContent }>,
  model: RatingModel,
  { grid, pause, pauseEvery = PAUSE_EVERY }: RepriceOptions,
): AsyncGenerator<Repriced<Id>, void, undefined> {
  let done = 0;
  for (const result of repriceEach(items, model, grid)) {
    yield result;
    done += 1;
    if (done % pauseEvery === 0) await pause();
  }
}
