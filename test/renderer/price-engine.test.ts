import { describe, expect, it } from 'vitest';
import type { JudgementView } from '#renderer/editor/draft/judgement-view.ts';
import {
  createPriceEngine,
  type FromPriceWorker,
  REST_MS,
  type ToPriceWorker,
} from '#renderer/features/pricing/price-engine.ts';
import { addOption } from '#shared/domain/option-edits.ts';
import { contentOfOption, withOption } from '#shared/domain/options.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { failed, success } from '#shared/domain/result.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { cents, day } from '../support/branded.ts';
import { draftContent } from './content.ts';
import { fakeClock } from './fake-clock.ts';

type Asked = Extract<ToPriceWorker, { kind: 'job' }>;

/** The engine's protocol does not look into the model, nor into a judgement but for grid and price: marks stand for them. */
const model = { id: 'model' } as RatingModel;
const judgementOf = ({ content }: Asked['job'], grid: 'draft' | 'full') =>
  ({
    modelId: `${content.subject.name}/${grid}`,
    grid,
    issues: [],
    price: success({ parts: [], enteredParts: [] }),
  }) as unknown as Judgement;

const explanation = { bridge: null, effects: [], range: { lowMinor: cents(1), highMinor: cents(2) } };
const replyTo = ({ sequence, job }: Asked): FromPriceWorker => ({
  sequence,
  kind: 'answer',
  answer:
    job.kind === 'judge'
      ? { kind: 'judgement', judgement: judgementOf(job, job.grid), most: null }
      : job.kind === 'compare'
        ? { kind: 'option', option: { figures: null, parts: [], failure: null, issues: [] } }
        : { kind: 'explanation', explanation },
});

function setUp() {
  const clock = fakeClock();
  let today = '2026-11-22';
  const views: JudgementView[] = [];
  const workers: {
    asked: ToPriceWorker[];
    answered: Set<number>;
    isEnded: boolean;
    reply: (reply: FromPriceWorker) => void;
    break: (why: string) => void;
  }[] = [];
  const engine = createPriceEngine(model, {
    after: clock.after,
    today: () => day(today),
    book: () => null,
    show: (view) => views.push(view),
    showSolve: () => undefined,
    startWorker: (onReply, onBroken) => {
      const worker = {
        asked: [] as ToPriceWorker[],
        answered: new Set<number>(),
        isEnded: false,
        reply: onReply,
        break: onBroken,
      };
      workers.push(worker);
      return {
        send: (request) => worker.asked.push(request),
        end: () => {
          worker.isEnded = true;
        },
      };
    },
  });
  /** The one request that no worker has answered yet, newest first. */
  const open = () => {
    for (const worker of workers.toReversed()) {
      const asked = worker.asked.at(-1);
      if (!worker.isEnded && asked?.kind === 'job' && !worker.answered.has(asked.sequence))
        return { worker, asked };
    }
    return null;
  };
  const lastAsked = () => lastRequest().job;
  const lastRequest = () => {
    const pending = open();
    if (pending === null) throw new Error('Nothing is asked');
    return pending.asked;
  };
  const answer = () => {
    const pending = open();
    if (!pending) return;
    pending.worker.answered.add(pending.asked.sequence);
    pending.worker.reply(replyTo(pending.asked));
  };
  return {
    clock,
    views,
    workers,
    engine,
    lastAsked,
    lastRequest,
    answer,
    view: () => views.at(-1),
    toMidnight: (day: string) => {
      today = day;
    },
  };
}

const content = (name: string) => draftContent({ subject: { name, type: 'cex' } });

describe('pricing beside the window', () => {
  it('asks for the draft grid at once and for the full grid when input rests', async () => {
    const { clock, engine, lastAsked, answer, view, workers } = setUp();
    engine.price(content('a'));
    expect(workers[0]?.asked[0]).toEqual({ kind: 'basis', basis: model });
    expect(lastAsked()).toMatchObject({ kind: 'judge', grid: 'draft', today: '2026-11-22' });
    expect(view()).toMatchObject({ judgement: null, isCurrent: false });
    answer();
    expect(view()).toMatchObject({ judgement: { modelId: 'a/draft', grid: 'draft' }, isCurrent: true });
    await clock.pass(REST_MS);
    expect(lastAsked()).toMatchObject({ kind: 'judge', grid: 'full' });
    answer();
    expect(view()).toMatchObject({ judgement: { modelId: 'a/full', grid: 'full' }, isCurrent: true });
  });

  it('explains the price last, and marks the explanation of an earlier input', async () => {
    const { clock, engine, lastAsked, answer, view } = setUp();
    engine.price(content('a'));
    answer();
    await clock.pass(REST_MS);
    answer();
    await clock.pass(REST_MS);
    expect(lastAsked().kind).toBe('explain');
    answer();
    expect(view()).toMatchObject({ explanation, isExplanationCurrent: true, isCurrent: true });
    engine.price(content('b'));
    expect(view()).toMatchObject({ explanation, isExplanationCurrent: false, isCurrent: false });
  });

  it('never shows an old figure as new: newer input marks it stale until its own price is there', () => {
    const { engine, answer, lastAsked, view } = setUp();
    engine.price(content('a'));
    engine.price(content('b'));
    engine.price(content('c'));
    answer();
    expect(view()).toMatchObject({ judgement: { modelId: 'a/draft' }, isCurrent: false });
    expect(lastAsked().content.subject.name).toBe('c');
    answer();
    expect(view()).toMatchObject({ judgement: { modelId: 'c/draft' }, isCurrent: true });
  });

  it('newer input ends a full-grid run, ignores what it may still say, and keeps the worker for drafts', async () => {
    const { clock, engine, answer, workers, lastAsked, lastRequest, view } = setUp();
    engine.price(content('a'));
    answer();
    await clock.pass(REST_MS);
    const full = lastRequest();
    engine.price(content('b'));
    expect(workers).toHaveLength(2);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false, true]);
    workers[1]?.reply(replyTo(full));
    expect(view()).toMatchObject({ judgement: { modelId: 'a/draft' }, isCurrent: false });
    answer();
    expect(view()).toMatchObject({ judgement: { modelId: 'b/draft' }, isCurrent: true });
    await clock.pass(REST_MS);
    expect(workers).toHaveLength(3);
    expect(lastAsked()).toMatchObject({ grid: 'full', content: { subject: { name: 'b' } } });
  });

  it('a broken worker says so, keeps the last figures marked, and starts again with the next input', () => {
    const { engine, answer, workers, view } = setUp();
    engine.price(content('a'));
    answer();
    engine.price(content('b'));
    workers[0]?.break('It stopped.');
    expect(view()).toMatchObject({
      judgement: { modelId: 'a/draft' },
      isCurrent: false,
      failure: 'It stopped.',
    });
    engine.price(content('c'));
    expect(workers).toHaveLength(2);
    answer();
    expect(view()).toMatchObject({ judgement: { modelId: 'c/draft' }, isCurrent: true, failure: null });
  });

  it('a worker that breaks at rest changes nothing that is shown, and the next input has a new one', () => {
    const { engine, answer, workers, view } = setUp();
    engine.price(content('a'));
    answer();
    const before = view();
    workers[0]?.break('It stopped.');
    expect(view()).toBe(before);
    engine.price(content('b'));
    expect(workers).toHaveLength(2);
    answer();
    expect(view()).toMatchObject({ judgement: { modelId: 'b/draft' }, isCurrent: true, failure: null });
  });

  it('does not explain what has no price', async () => {
    const { clock, engine, workers, lastRequest, view } = setUp();
    engine.price(content('a'));
    const judgement = { grid: 'full', price: failed('not-ready', 'No part of cover.') } as Judgement;
    workers[0]?.reply({
      sequence: lastRequest().sequence,
      kind: 'answer',
      answer: { kind: 'judgement', judgement, most: null },
    });
    expect(view()).toMatchObject({ judgement, isCurrent: true, explanation: null });
    await clock.pass(REST_MS);
    expect(lastRequest().job).toMatchObject({ kind: 'judge', grid: 'full' });
  });

  it('asks for the day of today with every judgement', async () => {
    const { clock, engine, answer, lastAsked, toMidnight } = setUp();
    engine.price(content('a'));
    answer();
    toMidnight('2026-11-23');
    await clock.pass(REST_MS);
    expect(lastAsked()).toMatchObject({ kind: 'judge', grid: 'full', today: '2026-11-23' });
  });
});

describe('options beside the one that is shown', () => {
  const two = () => addOption(addOption(content('a'), 'A'), 'A');
  const known = (view: JudgementView | undefined) =>
    view?.options.map(({ id, grid, isCurrent }) => `${id} ${grid} ${isCurrent ? 'now' : 'stale'}`);

  it('are judged after it, one job each', () => {
    const { engine, answer, lastAsked, view } = setUp();
    const whole = two();
    engine.price(whole, 'B');
    expect(lastAsked()).toMatchObject({ kind: 'judge', content: contentOfOption(whole, 'B') });
    answer();
    expect(view()).toMatchObject({ isCurrent: true });
    expect(lastAsked()).toMatchObject({ kind: 'compare', content: contentOfOption(whole, 'A') });
    answer();
    expect(lastAsked()).toMatchObject({ kind: 'compare', content: contentOfOption(whole, 'C') });
    answer();
    expect(known(view())).toEqual(['A draft now', 'B draft now', 'C draft now']);
  });

  it('wait for newer input of the one that is shown', () => {
    const { engine, answer, lastAsked, view } = setUp();
    const whole = two();
    engine.price(whole, 'A');
    answer();
    const newer = { ...whole, answers: {} };
    engine.price(newer, 'A');
    answer();
    expect(lastAsked()).toMatchObject({ kind: 'judge', content: contentOfOption(newer, 'A') });
    expect(known(view())).toEqual(['A draft stale', 'B draft stale']);
  });

  it('that a change leaves as they were keep their figures', () => {
    const { engine, answer, lastRequest, view } = setUp();
    const whole = two();
    engine.price(whole, 'B');
    for (let i = 0; i < 3; i += 1) answer();
    const shown = contentOfOption(whole, 'B');
    const changed = withOption(whole, 'B', {
      ...shown,
      terms: { ...shown.terms, schedulePercent: 5 },
    });
    engine.price(changed, 'B');
    expect(known(view())).toEqual(['A draft now', 'B draft stale', 'C draft now']);
    answer();
    expect(known(view())).toEqual(['A draft now', 'B draft now', 'C draft now']);
    expect(() => lastRequest()).toThrow('Nothing is asked');
  });

  it('are judged on the full grid after the one that is shown, and before its price is explained', async () => {
    const { clock, engine, answer, lastAsked, view } = setUp();
    engine.price(two(), 'A');
    for (let i = 0; i < 3; i += 1) answer();
    await clock.pass(REST_MS);
    expect(lastAsked()).toMatchObject({ kind: 'judge', grid: 'full' });
    for (let i = 0; i < 3; i += 1) answer();
    expect(known(view())).toEqual(['A full now', 'B full now', 'C full now']);
    await clock.pass(REST_MS);
    expect(lastAsked().kind).toBe('explain');
  });

  it('another that is shown while its figures are under way is judged all the same', () => {
    const { engine, answer, lastAsked, view } = setUp();
    const whole = two();
    engine.price(whole, 'A');
    answer();
    expect(lastAsked()).toMatchObject({ kind: 'compare', content: contentOfOption(whole, 'B') });
    engine.price(whole, 'B');
    answer();
    expect(lastAsked()).toMatchObject({ kind: 'judge', content: contentOfOption(whole, 'B') });
    answer();
    expect(view()).toMatchObject({ isCurrent: true });
  });

  it('one that fails is not asked again until newer input', () => {
    const { engine, answer, workers, view, lastAsked } = setUp();
    const whole = two();
    engine.price(whole, 'A');
    answer();
    workers[0]?.break('It stopped.');
    expect(view()).toMatchObject({ failure: 'It stopped.', isCurrent: true });
    expect(workers).toHaveLength(1);
    engine.price({ ...whole, answers: {} }, 'A');
    expect(lastAsked()).toMatchObject({ kind: 'judge' });
  });
});
