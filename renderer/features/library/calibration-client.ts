import type { Recipe } from '#shared/calibration/recipe.ts';
import { listenTo, type StartWorker } from '../../editor/background-worker.ts';
import {
  createWorkerClient,
  type FromWorker,
  type ToWorker,
  type WorkerClient,
} from '../../editor/worker-client.ts';
import type { CalibrationAnswer, CalibrationJob, CalibrationPart } from './calibration-jobs.ts';

type Start = StartWorker<ToWorker<Recipe, CalibrationJob>, FromWorker<CalibrationPart, CalibrationAnswer>>;
export type CalibrationClient = WorkerClient<CalibrationJob, CalibrationPart, CalibrationAnswer>;

const startWorker: Start = (onReply, onBroken) => {
  const worker = new Worker(new URL('./calibration.worker.ts', import.meta.url), {
    type: 'module',
    name: 'calibration',
  });
  return listenTo({ worker, onReply, onBroken, why: 'The calibration stopped.' });
};

/** Calibrates in a worker of its own; ending it cancels. */
export const createCalibrationClient = (recipe: Recipe): CalibrationClient =>
  createWorkerClient(recipe, startWorker);
