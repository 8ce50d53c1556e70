import { describe, expect, it } from 'vitest';
import type { PriceView } from '#renderer/editor/draft/price-view.ts';
import { createPriceEngine, REST_MS } from '#renderer/features/pricing/price-engine.ts';
import type { PriceReply, PriceRequest } from '#renderer/features/pricing/price-messages.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { draftContent } from './content.ts';
import { fakeClock } from './fake-clock.ts';

type Asked = Extract<PriceRequest, { kind: 'price' }>;

/** The engine's protocol does not look into model or price: marks stand for them. */
const model = { id: 'model' } as RatingModel;
const priceOf = (asked: Asked) =>
  ({ modelId: `${asked.content.subject.name}/${asked.phase}` }) as PriceResult;

const explanation = { bridge: null, effects: [], range: { lowMinor: 1, highMinor: 2 } };
const replyTo = (asked: Asked): PriceReply =>
  asked.phase === 'explain'
    ? { sequence: asked.sequence, kind: 'explanation', explanation }
    : { sequence: asked.sequence, kind: 'price', price: priceOf(asked), problems: [] };

function setUp() {
  const clock = fakeClock();
  const views: PriceView[] = [];
  const workers: {
    asked: PriceRequest[];
    answered: Set<number>;
    isEnded: boolean;
    reply: (reply: PriceReply) => void;
    break: (why: string) => void;
  }[] = [];
  const engine = createPriceEngine(model, {
    after: clock.after,
    show: (view) => views.push(view),
    showSolve: () => undefined,
    startWorker: (onReply, onBroken) => {
      const worker = {
        asked: [] as PriceRequest[],
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
      if (!worker.isEnded && asked?.kind === 'price' && !worker.answered.has(asked.sequence))
        return { worker, asked };
    }
    return null;
  };
  const lastAsked = () => open()?.asked as Asked;
  const answer = () => {
    const pending = open();
    if (!pending) return;
    pending.worker.answered.add(pending.asked.sequence);
    pending.worker.reply(replyTo(pending.asked));
  };
  return { clock, views, workers, engine, lastAsked, answer, view: () => views.at(-1) };
}

const content = (name: string) => draftContent({ subject: { name, type: 'cex' } });

describe('pricing beside the window', () => {
  it('asks for the draft grid at once and for the full grid when input rests', async () => {
    const { clock, engine, lastAsked, answer, view, workers } = setUp();
    engine.price(content('a'));
    expect(workers[0]?.asked[0]).toEqual({ kind: 'model', model });
    expect(lastAsked()).toMatchObject({ kind: 'price', phase: 'draft' });
    expect(view()).toMatchObject({ price: null, isCurrent: false });
    answer();
    expect(view()).toMatchObject({ price: { modelId: 'a/draft' }, isCurrent: true, grid: 'draft' });
    await clock.pass(REST_MS);
    expect(lastAsked().phase).toBe('full');
    answer();
    expect(view()).toMatchObject({ price: { modelId: 'a/full' }, isCurrent: true, grid: 'full' });
  });

  it('explains the price last, and marks the explanation of an earlier input', async () => {
    const { clock, engine, lastAsked, answer, view } = setUp();
    engine.price(content('a'));
    answer();
    await clock.pass(REST_MS);
    answer();
    await clock.pass(REST_MS);
    expect(lastAsked().phase).toBe('explain');
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
    expect(view()).toMatchObject({ price: { modelId: 'a/draft' }, isCurrent: false });
    expect(lastAsked().content.subject.name).toBe('c');
    answer();
    expect(view()).toMatchObject({ price: { modelId: 'c/draft' }, isCurrent: true });
  });

  it('newer input ends a full-grid run, ignores what it may still say, and keeps the worker for drafts', async () => {
    const { clock, engine, answer, workers, lastAsked, view } = setUp();
    engine.price(content('a'));
    answer();
    await clock.pass(REST_MS);
    const full = lastAsked();
    engine.price(content('b'));
    expect(workers).toHaveLength(2);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false, true]);
    workers[1]?.reply(replyTo(full));
    expect(view()).toMatchObject({ price: { modelId: 'a/draft' }, isCurrent: false });
    answer();
    expect(view()).toMatchObject({ price: { modelId: 'b/draft' }, isCurrent: true });
    await clock.pass(REST_MS);
    expect(workers).toHaveLength(3);
    expect(lastAsked()).toMatchObject({ phase: 'full', content: { subject: { name: 'b' } } });
  });

  it('a broken worker says so, keeps the last figures marked, and starts again with the next input', () => {
    const { engine, answer, workers, view } = setUp();
    engine.price(content('a'));
    answer();
    workers[0]?.break('It stopped.');
    expect(view()).toMatchObject({ price: { modelId: 'a/draft' }, isCurrent: false, failure: 'It stopped.' });
    engine.price(content('b'));
    expect(workers).toHaveLength(2);
    answer();
    expect(view()).toMatchObject({ price: { modelId: 'b/draft' }, isCurrent: true, failure: null });
  });

  it('what cannot be priced shows no price and why', () => {
    const { engine, workers, lastAsked, view } = setUp();
    engine.price(content('a'));
    workers[0]?.reply({
      sequence: lastAsked().sequence,
      kind: 'price',
      price: null,
      problems: [{ message: 'No part of cover.', field: 'terms.parts' }],
    });
    expect(view()).toMatchObject({
      price: null,
      isCurrent: true,
      problems: [{ message: 'No part of cover.' }],
    });
  });
});
