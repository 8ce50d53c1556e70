import { answerJobs } from '../../editor/answer-jobs.ts';
import { repriceBatch } from './reprice-batch.ts';

answerJobs(self, repriceBatch);
