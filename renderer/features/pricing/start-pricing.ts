import { QueryObserver } from '@tanstack/react-query';
import type { BookSoFar } from '#shared/domain/accumulation.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { listenTo } from '../../editor/background-worker.ts';
import type { JudgementView } from '../../editor/draft/judgement-view.ts';
import { bookSoFarQuery, queryClient } from '../../editor/queries.ts';
import { createPriceEngine, type PriceEngine, type PriceEngineParts } from './price-engine.ts';
import { useSolveStore } from './solve-store.ts';

const BROKEN = 'The pricing engine stopped. Change any field to start it again; your work is not affected.';

const startWorker: PriceEngineParts['startWorker'] = (onReply, onBroken) => {
  const worker = new Worker(new URL('./price.worker.ts', import.meta.url), {
    type: 'module',
    name: 'pricing',
  });
  return listenTo({ worker, onReply, onBroken, why: BROKEN });
};

const after: PriceEngineParts['after'] = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const today: PriceEngineParts['today'] = () => localDay(new Date());

/** Starts the judging and pricing of an open assessment under a model, in workers of their own; `show` is told of every change. */
export function startPricing(
  model: RatingModel,
  id: AssessmentId,
  show: (view: JudgementView) => void,
): Pick<PriceEngine, 'price' | 'end'> {
  const book = new QueryObserver(queryClient, bookSoFarQuery(id));
  let latest: AssessmentContent | null = null;
  const engine = createPriceEngine(model, {
    startWorker,
    after,
    today,
    book: () => book.getCurrentResult().data ?? null,
    show,
    showSolve: (view) => useSolveStore.setState({ view }),
  });
  useSolveStore.setState({ engine });
  let known: BookSoFar | undefined;
  const stopReading = book.subscribe(({ data }) => {
    if (data === known) return;
    known = data;
    if (latest !== null) engine.price(latest);
  });
  return {
    price(content) {
      latest = content;
      engine.price(content);
    },
    end() {
      stopReading();
      engine.end();
      useSolveStore.setState({ engine: null });
    },
  };
}
