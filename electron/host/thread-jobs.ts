import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './answer-jobs.ts';
import { log } from './log.ts';

interface ThreadOrder<Job, Answer> {
  /** The script of the thread, which calls `answerJobs`. */
  readonly script: string;
  /** Plain data for the thread to begin with. */
  readonly given: unknown;
  /** What a thread does, for the log: “rates submissions”. */
  readonly does: string;
  /** The same job in this thread. */
  readonly here: (job: Job) => Answer | Promise<Answer>;
  /** How long a thread waits for another job before it ends; left out, it stays. */
  readonly idleMs?: number;
}

export interface ThreadJobs<Job, Answer> {
  /** Has a job done, after those that were asked for before. */
  readonly ask: (job: Job) => Promise<Answer>;
  /** Starts the thread before there is a job, so that the first need not wait for it. */
  readonly start: () => void;
}

/** Twice the usual room for what a job makes and drops at once: in half of it, stamping takes a fifth more processor time. */
const ROOM = { maxYoungGenerationSizeMb: 96 };

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly finish: (answer: Promise<Answer>) => void;
}

/**
 * Has jobs done in a thread of its own, one after the other, so that this one goes on. Where there is no thread, or it fails,
 * they are done here: late rather than not at all.
 */
export function jobsInThread<Job, Answer>({
  script,
  given,
  does,
  here,
  idleMs,
}: ThreadOrder<Job, Answer>): ThreadJobs<Job, Answer> {
  const waiting = new Map<number, Waiting<Job, Answer>>();
  const doHere = async (job: Job): Promise<Answer> => here(job);
  let thread: Worker | null = null;
  let isGivenUp = false;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;
  const giveUp = (error: unknown): void => {
    if (isGivenUp) return;
    isGivenUp = true;
    thread = null;
    log.warn(`No thread ${does}, so it is done in the main one:`, error);
    for (const { job, finish } of waiting.values()) finish(doHere(job));
    waiting.clear();
  };
  const rest = (): void => {
    thread?.removeAllListeners();
    void thread?.terminate();
    thread = null;
  };
  const onAnswer = (answered: Answered<Answer>): void => {
    const { id } = answered;
    waiting
      .get(id)
      ?.finish(
        'error' in answered ? Promise.reject(new Error(answered.error)) : Promise.resolve(answered.answer),
      );
    waiting.delete(id);
    if (idleMs === undefined || waiting.size > 0) return;
    idle = setTimeout(rest, idleMs);
    idle.unref();
  };
  const start = (): void => {
    if (thread !== null || isGivenUp) return;
    try {
      thread = new Worker(script, { workerData: given, resourceLimits: ROOM });
      thread.unref();
      thread.on('message', onAnswer);
      thread.once('error', giveUp);
      thread.once('exit', (code) => giveUp(new Error(`the thread ended with ${code}`)));
    } catch (error) {
      giveUp(error);
    }
  };
  const ask = (job: Job): Promise<Answer> => {
    clearTimeout(idle);
    start();
    const asked = thread;
    if (asked === null) return doHere(job);
    return new Promise((finish) => {
      count += 1;
      waiting.set(count, { job, finish });
      asked.postMessage({ id: count, job } satisfies Asked<Job>);
    });
  };
  return {
    start,
    ask: (job) => {
      const answer = ask(job);
      // Whoever asks ahead may never come to wait for it; who does is told what went wrong.
      answer.catch(() => undefined);
      return answer;
    },
  };
}
