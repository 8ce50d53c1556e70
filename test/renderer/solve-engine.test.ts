import { describe, expect, it } from 'vitest';
import type { JudgementView } from '#renderer/editor/draft/judgement-view.ts';
import {
  createPriceEngine,
  type FromPriceWorker,
  REST_MS,
  type ToPriceWorker,
} from '#renderer/features/pricing/price-engine.ts';
import type { PriceAnswer } from '#renderer/features/pricing/price-jobs.ts';
import type { SolveView } from '#renderer/features/pricing/solve-view.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { SolveResult } from '#shared/pricing/price-result.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { cents, day } from '../support/branded.ts';
import { draftContent } from './content.ts';
import { fakeClock } from './fake-clock.ts';

type Asked = Extract<ToPriceWorker, { kind: 'job' }>;

const model = { id: 'model' } as RatingModel;
const question = { part: 'crime-online', what: 'retention', targetMinor: cents(150_000_000) } as const;
const result = { kind: 'solved', part: 'crime-online', what: 'retention' } as SolveResult;
const content = (name: string) => draftContent({ subject: { name, type: 'cex' } });

function setUp() {
  const clock = fakeClock();
  const views: JudgementView[] = [];
  const solves: SolveView[] = [];
  const workers: {
    asked: Asked[];
    isEnded: boolean;
    reply: (reply: FromPriceWorker) => void;
    break: (why: string) => void;
  }[] = [];
  const engine = createPriceEngine(model, {
    book: () => null,
    after: clock.after,
    today: () => day('2026-11-22'),
    show: (view) => views.push(view),
    showSolve: (view) => solves.push(view),
    startWorker: (reply, onBroken) => {
      const worker = { asked: [] as Asked[], isEnded: false, reply, break: onBroken };
      workers.push(worker);
      const send = (request: ToPriceWorker) => {
        if (request.kind === 'job') worker.asked.push(request);
      };
      const end = () => {
        worker.isEnded = true;
      };
      return { send, end };
    },
  });
  const newest = () => {
    const worker = workers.at(-1)!;
    const { job, sequence } = worker.asked.at(-1)!;
    const answer = (given: PriceAnswer) => worker.reply({ sequence, kind: 'answer', answer: given });
    const fail = (why: string) => worker.reply({ sequence, kind: 'failure', why });
    const solve = (outcome: Result<SolveResult>) => answer({ kind: 'solution', outcome });
    return { worker, asked: job, answer, solve, fail };
  };
  const replyPrice = ({ asked, answer } = newest()) => {
    const grid = asked.kind === 'judge' ? asked.grid : 'full';
    answer({ kind: 'judgement', judgement: { grid, price: success({}) } as Judgement, most: null });
  };
  /** Priced on the full grid, with the explanation waiting for its rest. */
  const priceInFull = async () => {
    engine.price(content('a'));
    replyPrice();
    await clock.pass(REST_MS);
    replyPrice();
  };
  return { clock, views, solves, workers, engine, newest, replyPrice, priceInFull };
}

describe('solving beside the window', () => {
  it('asks the slow worker about the newest content, and goes on explaining after the answer', async () => {
    const { clock, engine, newest, priceInFull, solves } = setUp();
    await priceInFull();
    engine.solve(question);
    expect(solves.at(-1)).toEqual({ kind: 'solving', question });
    const { asked, solve } = newest();
    expect(asked).toMatchObject({ kind: 'solve', question, content: { subject: { name: 'a' } } });
    solve(success(result));
    expect(solves.at(-1)).toMatchObject({ kind: 'answered', result, content: { subject: { name: 'a' } } });
    await clock.pass(REST_MS);
    expect(newest().asked).toMatchObject({ kind: 'explain' });
  });

  it('pushes a running explanation aside, which is asked for again', async () => {
    const { clock, engine, newest, priceInFull } = setUp();
    await priceInFull();
    await clock.pass(REST_MS);
    const explaining = newest();
    expect(explaining.asked).toMatchObject({ kind: 'explain' });
    engine.solve(question);
    expect(explaining.worker.isEnded).toBe(true);
    const { solve } = newest();
    solve(success(result));
    await clock.pass(REST_MS);
    expect(newest().asked).toMatchObject({ kind: 'explain' });
  });

  it('asks for the full grid after the answer when it was not there yet', async () => {
    const { clock, engine, newest, replyPrice } = setUp();
    engine.price(content('a'));
    replyPrice();
    engine.solve(question);
    await clock.pass(REST_MS);
    const { asked, solve } = newest();
    expect(asked.kind).toBe('solve');
    solve(success(result));
    await clock.pass(REST_MS);
    expect(newest().asked).toMatchObject({ kind: 'judge', grid: 'full' });
  });

  it('is ended by newer input, and what it may still say is not listened to', async () => {
    const { engine, newest, priceInFull, solves } = setUp();
    await priceInFull();
    engine.solve(question);
    const { worker, solve } = newest();
    engine.price(content('b'));
    expect(worker.isEnded).toBe(true);
    solve(success(result));
    expect(solves.at(-1)).toEqual({ kind: 'stopped', by: 'input' });
  });

  it('is ended by a person, and pricing goes on', async () => {
    const { clock, engine, newest, priceInFull, solves } = setUp();
    await priceInFull();
    engine.solve(question);
    const { worker } = newest();
    engine.cancelSolve();
    expect(worker.isEnded).toBe(true);
    expect(solves.at(-1)).toEqual({ kind: 'stopped', by: 'person' });
    await clock.pass(REST_MS);
    expect(newest().asked).toMatchObject({ kind: 'explain' });
    engine.cancelSolve();
    expect(solves.filter(({ kind }) => kind === 'stopped')).toHaveLength(1);
  });

  it('another question takes the place of the first', async () => {
    const { engine, newest, priceInFull, solves } = setUp();
    await priceInFull();
    engine.solve(question);
    const first = newest();
    engine.solve({ ...question, what: 'limit' });
    expect(first.worker.isEnded).toBe(true);
    expect(newest().asked).toMatchObject({ kind: 'solve', question: { what: 'limit' } });
    expect(solves.at(-1)).toMatchObject({ kind: 'solving', question: { what: 'limit' } });
  });

  it('says why it failed: a refusal, a fault, a broken worker', async () => {
    const { engine, newest, priceInFull, solves, views } = setUp();
    await priceInFull();
    engine.solve(question);
    const refused = newest();
    const outcome = failed('invalid-input', 'Not quoted.');
    refused.solve(outcome);
    expect(solves.at(-1)).toEqual({ kind: 'failed', why: 'Not quoted.' });
    engine.solve(question);
    const faulty = newest();
    faulty.fail('It failed.');
    expect(solves.at(-1)).toEqual({ kind: 'failed', why: 'It failed.' });
    expect(views.at(-1)).toMatchObject({ failure: null, isCurrent: true });
    engine.solve(question);
    newest().worker.break('It stopped.');
    expect(solves.at(-1)).toEqual({ kind: 'failed', why: 'It stopped.' });
  });

  it('asks nothing before there is content, and is forgotten with the assessment', async () => {
    const { engine, workers, priceInFull, solves } = setUp();
    engine.solve(question);
    expect(workers).toEqual([]);
    await priceInFull();
    engine.solve(question);
    engine.end();
    expect(solves.at(-1)).toEqual({ kind: 'idle' });
  });
});
