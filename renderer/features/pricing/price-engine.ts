import { type BookSoFar, sharedBook } from '#shared/domain/accumulation.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import { contentOfOption, isSameOption, optionIds } from '#shared/domain/options.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { JudgeInput } from '#shared/underwriting/judge.ts';
import type { StartWorker } from '../../editor/background-worker.ts';
import { type JudgementView, notJudgedYet, type OptionView } from '../../editor/draft/judgement-view.ts';
import {
  createWorkerClient,
  type FromWorker,
  type ToWorker,
  type WorkerClient,
} from '../../editor/worker-client.ts';
import { comparedOption } from './compared-option.ts';
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
  /** Who stands on the paper; left out until it is read. */
  readonly parties?: () => JudgeInput['parties'];
  /** What other offers may share with this one; null until it is read. */
  readonly book: () => BookSoFar | null;
  readonly show: (view: JudgementView) => void;
  readonly showSolve: (view: SolveView) => void;
}

export interface PriceEngine {
  /** Judges and prices this content from now on: the option that is shown first, then the others. */
  readonly price: (content: AssessmentContent, shown?: OptionId) => void;
  /** Looks for terms that meet a target premium, on the newest content; newer input or another question ends it. */
  readonly solve: (question: SolveQuestion) => void;
  readonly cancelSolve: () => void;
  readonly end: () => void;
}

/** The full grid is asked for when input has rested this long, the explanation as long after its price. */
export const REST_MS = 400;

type SlowPhase = 'full' | 'explain';

/**
 * Judges the newest content on the draft grid at once, on the full grid when input rests, and then explains its price. Of
 * options the one that is shown comes first, in full, and each of the others in a job of its own, so that newer input waits
 * for none but the one in hand; an option that a change leaves as it was keeps its figures. Drafts have a worker of their own, which stays warm; the slow work has another, which newer input ends.
 */
export function createPriceEngine(model: RatingModel, parts: PriceEngineParts): PriceEngine {
  let view = notJudgedYet;
  /** The content of the option that is shown. */
  let latest: AssessmentContent | null = null;
  let whole: AssessmentContent | null = null;
  let shown: OptionId = 'A';
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

  /** What is judged of content, on the day, in the book and by the authority of now. */
  const asked = (content: AssessmentContent, grid: 'draft' | 'full') => {
    const book = parts.book();
    return {
      content,
      grid,
      today: parts.today(),
      book: book === null ? null : sharedBook(content, book),
      authority: parts.authority?.(),
      parties: parts.parties?.(),
    };
  };

  const judgeOn = (lane: Lane, content: AssessmentContent, grid: 'draft' | 'full') =>
    start(lane, { kind: 'judge', ...asked(content, grid) });

  /** The letters of several options; none where there is one. */
  const letters = (): readonly OptionId[] => (whole?.options === undefined ? [] : optionIds(whole));

  const isOfNow = (id: OptionId, content: AssessmentContent): boolean =>
    whole !== null && isSameOption(contentOfOption(whole, id), content);

  /** The options with what was said of one of them; those that are no more are forgotten. */
  const compared = (said: Omit<OptionView, 'isCurrent'>): readonly OptionView[] =>
    letters().flatMap((id) =>
      id === said.id
        ? { ...said, isCurrent: isOfNow(id, said.content) }
        : (view.options.find((one) => one.id === id) ?? []),
    );

  /** The options as newer input leaves them: what it does not touch keeps its figures, unless all is asked again. */
  const remarked = (isAgain: boolean): readonly OptionView[] =>
    letters().flatMap((id) => {
      const known = view.options.find((one) => one.id === id);
      return known === undefined ? [] : { ...known, isCurrent: !isAgain && isOfNow(id, known.content) };
    });

  /** The next option of which nothing is known on this grid that is of the newest input. */
  const nextOption = (grid: 'draft' | 'full'): OptionId | undefined =>
    letters().find((id) => {
      const known = view.options.find((one) => one.id === id);
      return known === undefined || !known.isCurrent || (grid === 'full' && known.grid === 'draft');
    });

  /** Asks for one more option on an idle lane; false when all are known. */
  const compareNext = (lane: Lane, grid: 'draft' | 'full'): boolean => {
    const id = nextOption(grid);
    if (id === undefined || whole === null) return false;
    start(lane, { kind: 'compare', ...asked(contentOfOption(whole, id), grid) }, id);
    return true;
  };

  const start = (lane: Lane, job: PriceJob, option?: OptionId) =>
    lane.run(job, {
      onAnswer: (answer) => onAnswer(job, answer, option),
      onFailure: (why) => {
        if (job.kind === 'solve' && solving) {
          endSolve({ kind: 'failed', why });
          resume();
          return;
        }
        // What fails once fails again: only newer input is judged then.
        publish(job.kind === 'compare' ? { failure: why } : { failure: why, isCurrent: false });
        if (!view.isCurrent && !isOfLatest(job)) catchUp(job);
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
    if (view.judgement?.grid !== 'full' || !view.isCurrent || nextOption('full') !== undefined)
      runAfterRest('full');
    else if (isPriced() && !view.isExplanationCurrent) runAfterRest('explain');
  };

  /** Whether a job was of what is shown now; another option may well have the same content. */
  const isOfLatest = (job: PriceJob) => job.kind !== 'compare' && job.content === latest;

  /** Input that came while a job was in hand is judged next, then the options that wait, then the price is explained. */
  const catchUp = (job: PriceJob) => {
    if (latest === null || drafts.isBusy()) return;
    if (!view.isCurrent) {
      if (!isOfLatest(job)) judgeOn(drafts, latest, 'draft');
    } else if (view.judgement?.grid === 'draft') compareNext(drafts, 'draft');
    else if (!slow.isBusy() && !compareNext(slow, 'full') && !view.isExplanationCurrent && isPriced())
      runAfterRest('explain');
  };

  function onAnswer(job: PriceJob, answer: PriceAnswer, option: OptionId | undefined): void {
    const { content } = job;
    const isCurrent = content === latest;
    switch (answer.kind) {
      case 'judgement': {
        const { judgement, most } = answer;
        const lost = judgement.price.ok ? {} : { explanation: null };
        const { price, issues, grid } = judgement;
        const options =
          letters().length === 0 || !isCurrent
            ? {}
            : { options: compared({ ...comparedOption(price, issues, content), id: shown, content, grid }) };
        publish({ judgement, most, content, isCurrent, failure: null, ...lost, ...options });
        break;
      }
      case 'option': {
        if (option === undefined || !letters().includes(option)) break;
        const grid = 'grid' in job ? job.grid : 'draft';
        publish({ options: compared({ ...answer.option, id: option, content, grid }) });
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
    catchUp(job);
  }

  return {
    price(content, option = 'A') {
      const isAgain = content === whole && option === shown;
      whole = content;
      shown = option;
      latest = contentOfOption(content, option);
      const hasOptions = view.options.length > 0 || content.options !== undefined;
      publish({
        isCurrent: false,
        isExplanationCurrent: false,
        ...(hasOptions ? { options: remarked(isAgain) } : {}),
      });
      if (slow.isBusy()) slow.end();
      if (solving) endSolve({ kind: 'stopped', by: 'input' });
      runAfterRest('full');
      if (!drafts.isBusy()) judgeOn(drafts, latest, 'draft');
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
      whole = null;
      endSolve(nothingSolved);
    },
  };
}
