import { makeLossCache } from '#shared/actuarial/index.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { answerJobs } from '../../editor/answer-jobs.ts';
import { answerPriceJob, type PriceCache, type PriceJob } from './price-jobs.ts';

/** Five options of five parts each, on a grid and on half of it, twice over. */
const KEPT_LAWS = 256;

const cache: PriceCache = { losses: makeLossCache(KEPT_LAWS), score: null };

answerJobs(self, (job: PriceJob, model: RatingModel) => answerPriceJob(job, model, cache));
