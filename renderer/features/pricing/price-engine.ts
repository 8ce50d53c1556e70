import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever } from '#shared/domain/result.ts';
import { noPriceYet, type PriceView } from '../../app/draft/price-view.ts';
import type { Phase, PriceReply, PriceRequest } from './price-messages.ts';

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

/** The full grid is asked for when input has rested this long, the explanation as long after its price. */
export const REST_MS = 400;

/**
 * Prices the newest content on the draft grid at once, on the full grid when input rests, and then explains it. One
 * worker, one request in flight: newer input replaces what waits, and ends a full-grid run or an explanation that it makes
 * useless.
 */
export function createPriceEngine(model: RatingModel, parts: PriceEngineParts): PriceEngine {
  let view = noPriceYet;
  let worker: PriceWorker | null = null;
  let latest: AssessmentContent | null = null;
  let running: { sequence: number; phase: Phase; content: AssessmentContent } | null = null;
  let sequence = 0;
  let cancelWait: (() => void) | null = null;

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

  const run = (content: AssessmentContent, phase: Phase) => {
    sequence += 1;
    running = { sequence, phase, content };
    ready().send({ kind: 'price', sequence, content, phase });
  };

  /** A draft still under way finishes first. */
  const runAfterRest = (phase: Phase) => {
    cancelWait?.();
    cancelWait = parts.after(REST_MS, () => {
      cancelWait = null;
      if (running !== null) runAfterRest(phase);
      else if (latest !== null) run(latest, phase);
    });
  };

  const restart = () => {
    worker?.end();
    worker = null;
    running = null;
  };

  function onReply(reply: PriceReply): void {
    if (running?.sequence !== reply.sequence) return;
    const { content, phase } = running;
    running = null;
    const isCurrent = content === latest;
    switch (reply.kind) {
      case 'price':
        publish({
          price: reply.price,
          problems: reply.problems,
          grid: phase === 'draft' ? 'draft' : 'full',
          failure: null,
          isCurrent,
          ...(reply.price === null ? { explanation: null } : {}),
        });
        if (isCurrent && phase === 'full' && reply.price !== null) runAfterRest('explain');
        break;
      case 'explanation':
        publish({ explanation: reply.explanation, isExplanationCurrent: isCurrent });
        break;
      case 'failure':
        publish({ failure: reply.why, isCurrent: false });
        break;
      default:
        assertNever(reply);
    }
    if (!isCurrent && latest !== null) run(latest, 'draft');
  }

  function onBroken(why: string): void {
    restart();
    publish({ failure: why, isCurrent: false });
  }

  return {
    price(content) {
      latest = content;
      publish({ isCurrent: false, isExplanationCurrent: false });
      runAfterRest('full');
      if (running !== null && running.phase !== 'draft') restart();
      if (running === null) run(content, 'draft');
    },
    end() {
      cancelWait?.();
      restart();
      latest = null;
    },
  };
}
