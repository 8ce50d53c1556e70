import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { type StampJob, stampPages } from './documents/stamp-pages.ts';
import { answerJobs } from './host/answer-jobs.ts';

// The script of the thread that stamps papers; it is given the file of the face of their foot. It imports nothing of Electron.
const face = readFileSync(workerData as string);
answerJobs((job: StampJob) => stampPages(job, face));
