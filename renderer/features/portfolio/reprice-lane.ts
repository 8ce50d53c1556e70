import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { StartWorker } from '../../editor/background-worker.ts';
import type { EngineOutcome, RepriceItem, RepriceReply, RepriceRequest } from './reprice-messages.ts';

export type StartRepriceWorker = StartWorker<RepriceRequest, RepriceReply>;

/** One worker for one run over the book. */
export interface RepriceLane {
  /** Resolves when the whole batch is re-priced, rejects when the worker breaks; after `end` it does neither. */
  readonly run: (items: readonly RepriceItem[]) => Promise<void>;
  /** Ends the worker at once; a reply that is already under way is not listened to. */
  readonly end: () => void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (why: Error) => void;
}

export function createRepriceLane(
  model: RatingModel,
  startWorker: StartRepriceWorker,
  onResult: (id: string, outcome: EngineOutcome) => void,
): RepriceLane {
  let waiting: Waiting | null = null;
  let broken: Error | null = null;
  let isEnded = false;
  const worker = startWorker(
    (reply) => {
      if (isEnded) return;
      if (reply.kind === 'result') onResult(reply.id, reply.outcome);
      else waiting?.resolve();
    },
    (why) => {
      broken = new Error(why);
      if (!isEnded) waiting?.reject(broken);
    },
  );
  worker.send({ kind: 'model', model });
  return {
    run: (items) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (broken === null) worker.send({ kind: 'batch', items });
        else reject(broken);
      }),
    end() {
      isEnded = true;
      worker.end();
    },
  };
}
