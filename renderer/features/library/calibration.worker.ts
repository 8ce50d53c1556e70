import { answerJobs } from '../../editor/answer-jobs.ts';
import { answerCalibration } from './calibration-jobs.ts';

answerJobs(self, answerCalibration, 'The calibration');
