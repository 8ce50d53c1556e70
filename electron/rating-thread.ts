import { workerData } from 'node:worker_threads';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { answerJobs } from './host/answer-jobs.ts';
import { raterBy } from './host/rater.ts';

// The script of the thread that rates submissions by one model. It imports nothing of Electron.
answerJobs(raterBy(workerData as RatingModel));
