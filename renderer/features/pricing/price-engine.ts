import { type BookSoFar, sharedBook } from '#shared/domain/accumulation.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { JudgeInput } from '#shared/underwriting/judge.ts';
import type { StartWorker } from '../../editor/background-worker.ts';
import { type JudgementView, notJudgedYet } from '../../editor/draft/judgement-view.ts';
import {
  createWorkerClient,
  type FromWorker,
  type ToWorker,
  type WorkerClient,
} from '../../editor/worker-client.ts';
import type { PriceAnswer, PriceJob, SolveQuestion } from './price-jobs.ts';
import { nothingSolved, type SolveView } from './solve-view.ts';

export type ToPriceWorker = ToWorker<RatingModel, PriceJob>;
export type FromPriceWorker = FromWorker<never, PriceAnswer>;

export interface PriceEngineParts {
  readonly startWorker: StartWorker<ToPriceWorker, FromPriceWorker>;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** The day of today, asked with every judgement: a window may stay open over midnight. */
  readonly today: () => IsoDate;
  /** Who is signed in, by whose authority it is judged; null for nobody. */
  readonly authority?: () => JudgeInput['authority'];
  /** What other offers may share with this one; null until it is read. */
  readonly book: () => BookSoFar | null;
  readonly show: (view: JudgementView) => void;
  readonly showSolve: (view: SolveView) => void;
}

export interface PriceEngine {
  /** Judges and prices this content from now on. */
  readonly price: (content: AssessmentContent) => void;
  /** Looks for terms that meet a target premium, on the newest content; newer input or another question ends it. */
  readonly solve: (question: SolveQuestion) => void;
  readonly cancelSolve: () => void;
  readonly end: () => void;
}

/** The full grid is asked for when input has rested this long, the explanation as long after its price. */
export const REST_MS = 400;

type SlowPhase = 'full' | 'explain';

/**
 * Judges the newest content on the draft grid at once, on the full grid when input rests, and then explains its price.
 * Drafts have a worker of their own, which stays warm; the slow work has another, which newer input ends.
 */
export function createPriceEngine(model: RatingModel, parts: PriceEngineParts): PriceEngine {
  let view = notJudgedYet;
  let latest: AssessmentContent | null = null;
  let cancelWait: (() => void) | null = null;
  let solving: SolveQuestion | null = null;
  const drafts = createWorkerClient(model, parts.startWorker);
  const slow = createWorkerClient(model, parts.startWorker);
  type Lane = WorkerClient<PriceJob, never, PriceAnswer>;

  const publish = (change: Partial<JudgementView>) => {
    view = { ...view, ...change };
    parts.show(view);
  };

  const endSolve = (outcome: SolveView) => {
    solving = null;
    parts.showSolve(outcome);
  };

  const judgeOn = (lane: Lane, content: AssessmentContent, grid: 'draft' | 'full') => {
    const whole = parts.book();
    const book = whole === null ? null : sharedBook(content, whole);
    start(lane, { kind: 'judge', content, today: parts.today(), grid, book, authority: parts.authority?.() });
  };

  const start = (lane: Lane, job: PriceJob) =>
    lane.run(job, {
      onAnswer: (answer) => onAnswer(job, answer),
      onFailure: (why) => {
        if (job.kind === 'solve' && solving) {
          endSolve({ kind: 'failed', why });
          resume();
          return;
        }
        publish({ failure: why, isCurrent: false });
        catchUp(job.content);
      },
    });

  /** A draft still under way finishes first. */
  const runAfterRest = (phase: SlowPhase) => {
    cancelWait?.();
    cancelWait = parts.after(REST_MS, () => {
      cancelWait = null;
      if (drafts.isBusy()) runAfterRest(phase);
      else if (latest !== null && phase === 'full') judgeOn(slow, latest, 'full');
      else if (latest !== null) start(slow, { kind: 'explain', content: latest });
    });
  };

  const isPriced = () => view.judgement?.price.ok === true;

  /** What solving pushed aside goes on where it was. */
  const resume = () => {
    if (view.judgement?.grid !== 'full' || !view.isCurrent) runAfterRest('full');
    else if (isPriced() && !view.isExplanationCurrent) runAfterRest('explain');
  };

  /** Input that came while this content was in hand is judged next. */
  const catchUp = (content: AssessmentContent) => {
    if (content !== latest && latest !== null && !drafts.isBusy()) judgeOn(drafts, latest, 'draft');
  };

  function onAnswer({ content }: PriceJob, answer: PriceAnswer): void {
    const isCurrent = content === latest;
    switch (answer.kind) {
      case 'judgement': {
        const { judgement } = answer;
        const lost = judgement.price.ok ? {} : { explanation: null };
        publish({ judgement, content, isCurrent, failure: null, ...lost });
        if (isCurrent && judgement.grid === 'full' && judgement.price.ok) runAfterRest('explain');
        break;
      }
      case 'explanation':
        publish({ explanation: answer.explanation, isExplanationCurrent: isCurrent });
        break;
      case 'solution': {
        const { outcome } = answer;
        endSolve(
          outcome.ok
            ? { kind: 'answered', content, result: outcome.value }
            : { kind: 'failed', why: outcome.failure.message },
        );
        resume();
        break;
      }
      default:
        assertNever(answer);
    }
    catchUp(content);
  }

  return {
    price(content) {
      latest = content;
      publish({ isCurrent: false, isExplanationCurrent: false });
      if (slow.isBusy()) slow.end();
      if (solving) endSolve({ kind: 'stopped', by: 'input' });
      runAfterRest('full');
      if (!drafts.isBusy()) judgeOn(drafts, content, 'draft');
    },
    solve(question) {
      if (latest === null) return;
      cancelWait?.();
      cancelWait = null;
      if (slow.isBusy()) slow.end();
      solving = question;
      parts.showSolve({ kind: 'solving', question });
      start(slow, { kind: 'solve', content: latest, question });
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
