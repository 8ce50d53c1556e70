import { useEffect, useMemo, useRef, useState } from 'react';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { noPriceYet, type PriceView } from '../../app/draft/price-view.ts';
import { createPriceEngine, type PriceEngine, type PriceEngineParts } from './price-engine.ts';
import type { PriceReply } from './price-messages.ts';
import { useSolveStore } from './solve-store.ts';

const BROKEN = 'The pricing engine stopped. Change any field to start it again; your work is not affected.';

const startWorker: PriceEngineParts['startWorker'] = (onReply, onBroken) => {
  const worker = new Worker(new URL('./price.worker.ts', import.meta.url), {
    type: 'module',
    name: 'pricing',
  });
  worker.onmessage = (event: MessageEvent<PriceReply>) => onReply(event.data);
  worker.onerror = () => onBroken(BROKEN);
  worker.onmessageerror = () => onBroken(BROKEN);
  return { send: (request) => worker.postMessage(request), end: () => worker.terminate() };
};

const after: PriceEngineParts['after'] = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** A view and the content it speaks of. */
interface Shown {
  readonly view: PriceView;
  readonly content: AssessmentContent | null;
}

const nothingShown: Shown = { view: noPriceYet, content: null };

/** The live price of the content under a model; null content prices nothing (an issued document has its own figures). */
export function usePrice(content: AssessmentContent | null, model: RatingModel): PriceView {
  const [shown, setShown] = useState<Shown>(nothingShown);
  const [engine, setEngine] = useState<PriceEngine | null>(null);
  const asked = useRef<AssessmentContent | null>(null);

  useEffect(() => {
    const show = (view: PriceView) => setShown({ view, content: asked.current });
    const started = createPriceEngine(model, {
      startWorker,
      after,
      show,
      showSolve: (solved) => useSolveStore.setState({ view: solved }),
    });
    setEngine(started);
    useSolveStore.setState({ engine: started });
    return () => {
      started.end();
      useSolveStore.setState({ engine: null });
      setShown(nothingShown);
    };
  }, [model]);

  useEffect(() => {
    asked.current = content;
    if (content !== null) engine?.price(content);
  }, [engine, content]);

  // In the very drawing that shows a new input the figures still are those of the last one, and say so.
  return useMemo(
    () =>
      shown.content === content
        ? shown.view
        : { ...shown.view, isCurrent: false, isExplanationCurrent: false },
    [shown, content],
  );
}
