import { explainMove } from '#shared/underwriting/explain-move.ts';
import { answerJobs } from '../../editor/answer-jobs.ts';
import type { MoveBasis, MoveJob } from './move-jobs.ts';

answerJobs(self, ({ content, today }: MoveJob, models: MoveBasis) => explainMove(content, models, today));
