import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever } from '#shared/domain/result.ts';
import { noPriceYet, type PriceView } from '../../editor/draft/price-view.ts';
import { createLane, type StartPriceWorker } from './price-lane.ts';
import type { Job, Phase, PriceReply, SolveQuestion } from './price-messages.ts';
import { nothingSolved, type SolveView } from './solve-view.ts';

export interface PriceEngineParts {
  readonly startWorker: StartPriceWorker;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly show: (view: PriceView) => void;
  readonly showSolve: (view: SolveView) => void;
}

export interface PriceEngine {
  readonly price: (content: AssessmentContent) => void;
  /** Looks for terms that meet a target premium, on the newest content; newer input or another question ends it. */
  readonly solve: (question: SolveQuestion) => void;
  readonly cancelSolve: () => void;
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

  let solving: SolveQuestion | null = null;
  const endSolve = (outcome: SolveView) => {
    solving = null;
    parts.showSolve(outcome);
  };

  const onBroken = (why: string) => publish({ failure: why, isCurrent: false });
  const drafts = createLane(model, parts.startWorker, onDone, onBroken);
  const slow = createLane(model, parts.startWorker, onDone, (why) => {
    if (solving) endSolve({ kind: 'failed', why });
    onBroken(why);
  });

  /** A draft still under way finishes first. */
  const runAfterRest = (phase: Exclude<Phase, 'draft'>) => {
    cancelWait?.();
    cancelWait = parts.after(REST_MS, () => {
      cancelWait = null;
      if (drafts.isBusy()) runAfterRest(phase);
      else if (latest !== null) slow.run({ kind: 'price', content: latest, phase });
    });
  };

  /** What solving pushed aside goes on where it was. */
  const resume = () => {
    if (view.grid !== 'full' || !view.isCurrent) runAfterRest('full');
    else if (view.price !== null && !view.isExplanationCurrent) runAfterRest('explain');
  };

  function onSolved(content: AssessmentContent, reply: PriceReply): void {
    if (reply.kind === 'solution' && reply.outcome.ok)
      endSolve({ kind: 'answered', content, result: reply.outcome.value });
    else if (reply.kind === 'solution' && !reply.outcome.ok)
      endSolve({ kind: 'failed', why: reply.outcome.failure.message });
    else if (reply.kind === 'failure') endSolve({ kind: 'failed', why: reply.why });
    resume();
  }

  function onDone(job: Job, reply: PriceReply): void {
    if (job.kind === 'solve') {
      onSolved(job.content, reply);
      return;
    }
    const { content, phase } = job;
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
      case 'solution':
        break;
      case 'failure':
        publish({ failure: reply.why, isCurrent: false });
        break;
      default:
        assertNever(reply);
    }
    if (!isCurrent && latest !== null && !drafts.isBusy())
      drafts.run({ kind: 'price', content: latest, phase: 'draft' });
  }

  return {
    price(content) {
      latest = content;
      publish({ isCurrent: false, isExplanationCurrent: false });
      if (slow.isBusy()) slow.end();
      if (solving) endSolve({ kind: 'stopped', by: 'input' });
      runAfterRest('full');
      if (!drafts.isBusy()) drafts.run({ kind: 'price', content, phase: 'draft' });
    },
    solve(question) {
      if (latest === null) return;
      cancelWait?.();
      cancelWait = null;
      if (slow.isBusy()) slow.end();
      solving = question;
      parts.showSolve({ kind: 'solving', question });
      slow.run({ kind: 'solve', content: latest, question });
    },
    cancelSolve() {
      if (solving === null) return;
      slow.end();
      endSolve({ kind: 'stopped', by: 'person' });
      resume();
    },
    end() {
      cancelWait?.();
      drafts.end();
      slow.end();
      latest = null;
      endSolve(nothingSolved);
    },
  };
}
