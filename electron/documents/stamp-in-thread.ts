import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobsInThread, type ThreadJobs } from '../host/thread-jobs.ts';
import type { StampJob } from './stamp-pages.ts';

/** Stamps printed pages. */
export type StampPages = (job: StampJob) => Promise<Uint8Array>;

/** How long the thread waits for another paper before it goes. */
const IDLE_MS = 30_000;

/** The file of the face of the running foot. */
const footFace = (resourcesFolder: string): string => join(resourcesFolder, 'fonts', 'inter-regular.ttf');

/** Stamps in this very thread. */
export const stampHere =
  (resourcesFolder: string): StampPages =>
  async (job) => {
    // A library of two megabytes, which no start should wait for.
    const { stampPages } = await import('./stamp-pages.ts');
    return stampPages(job, readFileSync(footFace(resourcesFolder)));
  };

/** Stamps in a thread of its own, so that the next paper is drawn and the window answers meanwhile. */
export const stampInThread = (script: string, resourcesFolder: string): ThreadJobs<StampJob, Uint8Array> =>
  jobsInThread({
    script,
    given: footFace(resourcesFolder),
    does: 'stamps papers',
    here: stampHere(resourcesFolder),
    idleMs: IDLE_MS,
  });
