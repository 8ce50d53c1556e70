import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Explanation } from '#shared/underwriting/full-rating.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { type RatingAnswer, type RatingJob, raterBy } from './rater.ts';
import { jobsInThread, type ThreadJobs } from './thread-jobs.ts';

/** A judgement of content on its own, at the full grid, and the explanation of its price. */
export interface Rating {
  readonly judgement: Promise<Judgement>;
  readonly explanation: Promise<Explanation>;
}

/** Judges content and explains its price. */
export type Rate = (content: AssessmentContent) => Rating;

/** As `rateInThread`, in this very thread. */
export function rateHere(model: RatingModel): Rate {
  const here = raterBy(model);
  return rateBy(async (job) => here(job));
}

/**
 * Judges content by one model, and explains its prices, in a thread of its own, in the order asked, so that papers are
 * stored, drawn and stamped meanwhile.
 */
export const rateInThread = (script: string, model: RatingModel): Rate =>
  rateBy(jobsInThread({ script, given: model, does: 'rates submissions', here: raterBy(model) }).ask);

function rateBy(ask: ThreadJobs<RatingJob, RatingAnswer>['ask']): Rate {
  let id = 0;
  return (content) => {
    id += 1;
    const judged = ask({ id, wanted: 'judgement', content });
    const explained = ask({ id, wanted: 'explanation', content });
    const rating = { judgement: judged.then(judgementIn), explanation: explained.then(explanationIn) };
    // Whoever asks ahead may never come to wait for it; who does is told what went wrong.
    for (const promise of Object.values(rating)) promise.catch(() => undefined);
    return rating;
  };
}

function judgementIn(answer: RatingAnswer): Judgement {
  if ('judgement' in answer) return answer.judgement;
  throw new Error('A judgement was asked for.');
}

function explanationIn(answer: RatingAnswer): Explanation {
  if ('explanation' in answer) return answer.explanation;
  throw new Error('An explanation was asked for.');
}
