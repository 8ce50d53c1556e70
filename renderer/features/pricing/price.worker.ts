import { makeLossCache } from '#shared/actuarial/index.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { answerJobs } from '../../editor/answer-jobs.ts';
import { answerPriceJob, type PriceJob } from './price-jobs.ts';

const cache = makeLossCache();

answerJobs(self, (job: PriceJob, model: RatingModel) => answerPriceJob(job, model, cache));
