import type { BackgroundWorker, StartWorker } from './background-worker.ts';

// One client for every worker. Comlink (4.4.2) was weighed and left: it turns calls into promises, which is the easy half.
// A worker that is ended or breaks leaves its promises waiting for ever, and that is how newer input cancels here; progress
// costs a message channel for each job; and a fault of the worker's script reaches nobody. All three would have to be
// written around it, to spare the thirty lines of messages below.

/** To a worker: what all its jobs stand on, once, then one job at a time. */
export type ToWorker<Basis, Job> =
  | { readonly kind: 'basis'; readonly basis: Basis }
  | { readonly kind: 'job'; readonly sequence: number; readonly job: Job };

/** From a worker: as many parts of an answer as there are, then the answer, or why there is none. */
export type FromWorker<Part, Answer> = { readonly sequence: number } & (
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly why: string }
);

/** Who hears of a job; of one that was ended nobody does. */
export interface Hearer<Part, Answer> {
  readonly onPart?: (part: Part) => void;
  readonly onAnswer: (answer: Answer) => void;
  /** The job met a fault of the programme, or the whole worker broke. */
  readonly onFailure: (why: string) => void;
}

/** One worker with at most one job: started when first needed, and again after it was ended or broke. */
export interface WorkerClient<Job, Part, Answer> {
  readonly isBusy: () => boolean;
  /** Gives the worker a job; a job that it is at is not listened to any more. */
  readonly run: (job: Job, hearer: Hearer<Part, Answer>) => void;
  /** Ends the worker and its job at once; a reply that is already under way is not listened to. */
  readonly end: () => void;
}

export function createWorkerClient<Basis, Job, Part, Answer>(
  basis: Basis,
  startWorker: StartWorker<ToWorker<Basis, Job>, FromWorker<Part, Answer>>,
): WorkerClient<Job, Part, Answer> {
  let worker: BackgroundWorker<ToWorker<Basis, Job>> | null = null;
  let running: { readonly sequence: number; readonly hearer: Hearer<Part, Answer> } | null = null;
  let sequence = 0;

  const end = () => {
    worker?.end();
    worker = null;
    running = null;
  };

  const hear = (reply: FromWorker<Part, Answer>) => {
    if (running?.sequence !== reply.sequence) return;
    const { hearer } = running;
    if (reply.kind === 'part') {
      hearer.onPart?.(reply.part);
      return;
    }
    running = null;
    if (reply.kind === 'answer') hearer.onAnswer(reply.answer);
    else hearer.onFailure(reply.why);
  };

  const ready = (): BackgroundWorker<ToWorker<Basis, Job>> => {
    if (worker) return worker;
    worker = startWorker(hear, (why) => {
      const hearer = running?.hearer;
      end();
      hearer?.onFailure(why);
    });
    worker.send({ kind: 'basis', basis });
    return worker;
  };

  return {
    isBusy: () => running !== null,
    run(job, hearer) {
      sequence += 1;
      running = { sequence, hearer };
      ready().send({ kind: 'job', sequence, job });
    },
    end,
  };
}
