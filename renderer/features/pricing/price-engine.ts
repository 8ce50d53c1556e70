import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { noPriceYet, type PriceView } from '../../app/draft/price-view.ts';
import type { Grid, PriceReply, PriceRequest } from './price-messages.ts';

export interface PriceWorker {
  readonly send: (request: PriceRequest) => void;
  readonly end: () => void;
}

export interface PriceEngineParts {
  readonly startWorker: (
    onReply: (reply: PriceReply) => void,
    onBroken: (why: string) => void,
  ) => PriceWorker;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly show: (view: PriceView) => void;
}

export interface PriceEngine {
  readonly price: (content: AssessmentContent) => void;
  readonly end: () => void;
}

/** The full grid is asked for when input has rested this long. */
export const REST_MS = 400;

/**
 * Prices the newest content on the draft grid at once and on the full grid when input rests. One worker, one request in
 * flight: newer input replaces what waits, and ends a full-grid run that it makes useless.
 */
export function createPriceEngine(model: RatingModel, parts: PriceEngineParts): PriceEngine {
  let view = noPriceYet;
  let worker: PriceWorker | null = null;
  let latest: AssessmentContent | null = null;
  let running: { sequence: number; grid: Grid; content: AssessmentContent } | null = null;
  let sequence = 0;
  let cancelRest: (() => void) | null = null;

  const publish = (change: Partial<PriceView>) => {
    view = { ...view, ...change };
    parts.show(view);
  };

  const ready = (): PriceWorker => {
    if (worker) return worker;
    worker = parts.startWorker(onReply, onBroken);
    worker.send({ kind: 'model', model });
    return worker;
  };

  const run = (content: AssessmentContent, grid: Grid) => {
    sequence += 1;
    running = { sequence, grid, content };
    ready().send({ kind: 'price', sequence, content, grid });
  };

  const restart = () => {
    worker?.end();
    worker = null;
    running = null;
  };

  function onReply(reply: PriceReply): void {
    if (running?.sequence !== reply.sequence) return;
    const { content } = running;
    running = null;
    const isCurrent = content === latest;
    publish({
      // Figures of an earlier input stay, marked, when the newest cannot be priced.
      price: reply.failure === null ? reply.price : view.price,
      problems: reply.problems,
      grid: reply.grid,
      failure: reply.failure,
      isCurrent: isCurrent && reply.failure === null,
    });
    if (!isCurrent && latest !== null) run(latest, 'draft');
  }

  function onBroken(why: string): void {
    restart();
    publish({ failure: why, isCurrent: false });
  }

  const askFull = () => {
    cancelRest = null;
    if (latest === null) return;
    // A draft still under way finishes first; its reply does not start the full one, so wait for it.
    if (running !== null) cancelRest = parts.after(REST_MS, askFull);
    else run(latest, 'full');
  };

  return {
    price(content) {
      latest = content;
      publish({ isCurrent: false });
      cancelRest?.();
      cancelRest = parts.after(REST_MS, askFull);
      if (running?.grid === 'full') restart();
      if (running === null) run(content, 'draft');
    },
    end() {
      cancelRest?.();
      worker?.end();
      worker = null;
      latest = null;
      running = null;
    },
  };
}
