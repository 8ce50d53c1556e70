import { useEffect, useRef, useState } from 'react';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { noPriceYet, type PriceView } from '../../app/draft/price-view.ts';
import { createPriceEngine, type PriceEngine, type PriceEngineParts } from './price-engine.ts';
import type { PriceReply } from './price-messages.ts';

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

/** The live price of the content under a model; null content prices nothing (an issued document has its own figures). */
export function usePrice(content: AssessmentContent | null, model: RatingModel): PriceView {
  const [view, setView] = useState<PriceView>(noPriceYet);
  const engine = useRef<PriceEngine | null>(null);

  useEffect(() => {
    engine.current = createPriceEngine(model, { startWorker, after, show: setView });
    return () => {
      engine.current?.end();
      engine.current = null;
      setView(noPriceYet);
    };
  }, [model]);

  useEffect(() => {
    if (content !== null) engine.current?.price(content);
  }, [content]);

  return view;
}
