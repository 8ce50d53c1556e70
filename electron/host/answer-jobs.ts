import { parentPort } from 'node:worker_threads';

/** What a thread is asked, by the number of the job. */
export interface Asked<Job> {
  readonly id: number;
  readonly job: Job;
}
/** What it answers, or what went wrong. */
export type Answered<Answer> = { readonly id: number } & (
  | { readonly answer: Answer }
  | { readonly error: string }
);

/** In the thread: answers the jobs, one after the other. */
export function answerJobs<Job, Answer>(answer: (job: Job) => Answer | Promise<Answer>): void {
  let last: Promise<void> = Promise.resolve();
  const answered = async ({ id, job }: Asked<Job>): Promise<Answered<Answer>> => {
    try {
      return { id, answer: await answer(job) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  parentPort?.on('message', (asked: Asked<Job>) => {
    last = last.then(async () => parentPort?.postMessage(await answered(asked)));
  });
}
