import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { BackgroundWorker, StartWorker } from '../../editor/background-worker.ts';
import type { Job, JobRequest, PriceReply, PriceRequest } from './price-messages.ts';

export type PriceWorker = BackgroundWorker<PriceRequest>;
export type StartPriceWorker = StartWorker<PriceRequest, PriceReply>;

/** One worker with at most one job; started when first needed, and again after it was ended. */
export interface PriceLane {
  readonly isBusy: () => boolean;
  readonly run: (job: Job) => void;
  /** Ends the worker and forgets its job; a reply that is already under way is not listened to. */
  readonly end: () => void;
}

export function createLane(
  model: RatingModel,
  startWorker: StartPriceWorker,
  onDone: (job: Job, reply: PriceReply) => void,
  onBroken: (why: string) => void,
): PriceLane {
  let worker: PriceWorker | null = null;
  let running: JobRequest | null = null;
  let sequence = 0;

  const end = () => {
    worker?.end();
    worker = null;
    running = null;
  };

  const ready = (): PriceWorker => {
    if (worker) return worker;
    worker = startWorker(
      (reply) => {
        if (running?.sequence !== reply.sequence) return;
        const job = running;
        running = null;
        onDone(job, reply);
      },
      (why) => {
        end();
        onBroken(why);
      },
    );
    worker.send({ kind: 'model', model });
    return worker;
  };

  return {
    isBusy: () => running !== null,
    run(job) {
      sequence += 1;
      running = { ...job, sequence };
      ready().send(running);
    },
    end,
  };
}
