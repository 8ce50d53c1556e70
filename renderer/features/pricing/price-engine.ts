import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever } from '#shared/domain/result.ts';
import { noPriceYet, type PriceView } from '../../app/draft/price-view.ts';
import { createLane, type Job, type StartWorker } from './price-lane.ts';
import type { Phase, PriceReply } from './price-messages.ts';

export interface PriceEngineParts {
  readonly startWorker: StartWorker;
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
 * Prices the newest content on the draft grid at once, on the full grid when input rests, and then explains it. Drafts
 * have a worker of their own, which stays warm; the slow work has another, which newer input ends.
 */
export function createPriceEngine(model: RatingModel, parts: PriceEngineParts): PriceEngine {
  let view = noPriceYet;
  let latest: AssessmentContent | null = null;
  let cancelWait: (() => void) | null = null;

  const publish = (change: Partial<PriceView>) => {
    view = { ...view, ...change };
    parts.show(view);
  };

  const onBroken = (why: string) => publish({ failure: why, isCurrent: false });
  const drafts = createLane(model, parts.startWorker, onDone, onBroken);
  const slow = createLane(model, parts.startWorker, onDone, onBroken);

  /** A draft still under way finishes first. */
  const runAfterRest = (phase: Exclude<Phase, 'draft'>) => {
    cancelWait?.();
    cancelWait = parts.after(REST_MS, () => {
      cancelWait = null;
      if (drafts.isBusy()) runAfterRest(phase);
      else if (latest !== null) slow.run({ content: latest, phase });
    });
  };

  function onDone({ content, phase }: Job, reply: PriceReply): void {
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
    if (!isCurrent && latest !== null && !drafts.isBusy()) drafts.run({ content: latest, phase: 'draft' });
  }

  return {
    price(content) {
      latest = content;
      publish({ isCurrent: false, isExplanationCurrent: false });
      if (slow.isBusy()) slow.end();
      runAfterRest('full');
      if (!drafts.isBusy()) drafts.run({ content, phase: 'draft' });
    },
    end() {
      cancelWait?.();
      drafts.end();
      slow.end();
      latest = null;
    },
  };
}
