import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FromWorker, ToWorker } from '#renderer/editor/worker-client.ts';
import { bookEstimates } from '#renderer/features/portfolio/book-estimate.ts';
import type { RepriceJob, RepriceResult } from '#renderer/features/portfolio/reprice-jobs.ts';
import { startRepriceRun } from '#renderer/features/portfolio/reprice-run.ts';
import type { RepriceRun } from '#renderer/features/portfolio/run.ts';
import { BOOK_BATCH, type BookContent, type BookEntry } from '#shared/domain/book.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { assessmentId, cents, day } from '../support/branded.ts';
import { BASIS, entry, idOf, result } from './book-entries.ts';
import { draftContent } from './content.ts';
import { settle } from './fake-clock.ts';

/** The protocol does not look into model or content: marks stand for them. */
const model = { id: 'model' } as RatingModel;
const content = draftContent();

interface SetUp {
  readonly entries: readonly BookEntry[];
  readonly gone?: ReadonlySet<string>;
  readonly batchSize?: number;
  readonly list?: () => Promise<readonly BookEntry[]>;
  readonly contents?: (ids: readonly AssessmentId[]) => Promise<readonly BookContent[]>;
}

/** A run whose worker answers only when told, one assessment at a time. */
function setUp({ entries, gone = new Set(), batchSize = 3, list, contents }: SetUp) {
  const views: RepriceRun[] = [];
  const asked: (readonly string[])[] = [];
  let time = 0;
  let reply: (answer: FromWorker<RepriceResult, void>) => void = () => undefined;
  let sequence = 0;
  let breakDown: (why: string) => void = () => undefined;
  let pending: string[] = [];
  let isEnded = false;
  const requests: ToWorker<RatingModel, RepriceJob>['kind'][] = [];
  const find = async (ids: readonly AssessmentId[]): Promise<readonly BookContent[]> =>
    ids.map((id) =>
      gone.has(id) ? { kind: 'gone', id } : { kind: 'content', id, content, isAsIssued: true },
    );
  const cancel = startRepriceRun({
    model,
    basis: BASIS,
    batchSize,
    list: list ?? (async () => entries),
    contents: (ids) => {
      asked.push(ids);
      return (contents ?? find)(ids.map(assessmentId));
    },
    startWorker: (onReply, onBroken) => {
      reply = onReply;
      breakDown = onBroken;
      return {
        send: (request) => {
          requests.push(request.kind);
          if (request.kind === 'basis') return;
          sequence = request.sequence;
          pending = request.job.items.map(({ id }) => id);
        },
        end: () => {
          isEnded = true;
        },
      };
    },
    now: () => time,
    today: () => day('2026-11-22'),
    show: (run) => views.push(run),
    failureText: (error) => (error instanceof Error ? error.message : String(error)),
  });
  return {
    views,
    asked,
    requests,
    cancel,
    last: () => views.at(-1),
    isEnded: () => isEnded,
    pending: () => pending,
    breakDown: (why: string) => breakDown(why),
    /** The worker does one assessment, which takes a while. */
    async one(milliseconds = 200) {
      time += milliseconds;
      const id = pending.shift();
      if (id === undefined) return false;
      const part = { id, outcome: { kind: 'repriced', result: result() } } as const;
      reply({ sequence, kind: 'part', part });
      if (pending.length === 0) reply({ sequence, kind: 'answer', answer: undefined });
      await settle();
      return true;
    },
  };
}

const book = (count: number) => Array.from({ length: count }, (_, index) => entry(index, {}));
const ids = (run: RepriceRun | undefined) => run?.lines.map(({ id }) => id);

describe('a run over the book', () => {
  it('lists once, gives the worker its model once, and fetches the next batch while one is priced', async () => {
    const run = setUp({ entries: book(7) });
    expect(run.last()).toMatchObject({ phase: 'running', total: null, lines: [] });
    await settle();
    expect(run.last()).toMatchObject({ phase: 'running', total: 7 });
    expect(run.asked).toEqual([[0, 1, 2].map(idOf), [3, 4, 5].map(idOf)]);
    while (await run.one());
    expect(run.asked.at(-1)).toEqual([idOf(6)]);
    expect(run.requests).toEqual(['basis', 'job', 'job', 'job']);
    expect(run.last()).toMatchObject({ phase: 'done', total: 7, millisecondsLeft: null });
    expect(ids(run.last())).toEqual(book(7).map(({ id }) => id));
    expect(run.isEnded()).toBe(true);
  });

  it('shows each step, and the time left once it can tell', async () => {
    const run = setUp({ entries: book(20), batchSize: 20 });
    await settle();
    for (let count = 0; count < 4; count += 1) await run.one(500);
    expect(run.last()).toMatchObject({ millisecondsLeft: null });
    expect(run.last()?.lines).toHaveLength(4);
    await run.one(500);
    expect(run.last()?.millisecondsLeft).toBe(7500);
  });

  it('does not redraw for every assessment when they come fast', async () => {
    const run = setUp({ entries: book(20), batchSize: 20 });
    await settle();
    const before = run.views.length;
    for (let count = 0; count < 15; count += 1) await run.one(10);
    expect(run.views.length - before).toBeLessThanOrEqual(2);
  });

  it('begins with what was issued', async () => {
    const run = setUp({ entries: [entry(0), entry(1, {}), entry(2), entry(3, {})] });
    await settle();
    while (await run.one());
    expect(ids(run.last())).toEqual([1, 3, 0, 2].map(idOf));
  });

  it('stops at once when cancelled, keeps what is done, and listens to nothing more', async () => {
    const run = setUp({ entries: book(9) });
    await settle();
    for (let count = 0; count < 4; count += 1) await run.one();
    run.cancel();
    expect(run.isEnded()).toBe(true);
    expect(run.last()).toMatchObject({ phase: 'cancelled', total: 9 });
    expect(ids(run.last())).toEqual([0, 1, 2, 3].map(idOf));
    const { length } = run.views;
    await run.one();
    run.cancel();
    expect(run.views).toHaveLength(length);
  });

  it('can be cancelled before the book is listed, and is then quiet', async () => {
    const run = setUp({ entries: book(3) });
    run.cancel();
    await settle();
    expect(run.last()).toMatchObject({ phase: 'cancelled', total: null, lines: [] });
    expect(run.asked).toEqual([]);
  });

  it('is not changed by cancelling after its end', async () => {
    const run = setUp({ entries: [] });
    await settle();
    run.cancel();
    expect(run.last()).toMatchObject({ phase: 'done', total: 0 });
  });

  it('says in its row what has vanished since, and goes on, though a whole batch has', async () => {
    const gone = new Set([0, 1, 2, 4].map(idOf));
    const run = setUp({ entries: book(6), gone });
    await settle();
    while (await run.one());
    expect(run.last()?.lines.map(({ line }) => line)).toEqual([
      'gone',
      'gone',
      'gone',
      'reproduced',
      'gone',
      'reproduced',
    ]);
    expect(run.last()?.phase).toBe('done');
  });

  it('keeps what is done when the worker breaks at work', async () => {
    const run = setUp({ entries: book(6) });
    await settle();
    await run.one();
    run.breakDown('It stopped.');
    await settle();
    expect(run.last()).toMatchObject({ phase: 'failed', failure: 'It stopped.', total: 6 });
    expect(run.last()?.lines).toHaveLength(1);
  });

  it('goes on with a new worker when the first one broke between two batches', async () => {
    let deliver: () => void = () => undefined;
    let calls = 0;
    const run = setUp({
      entries: book(4),
      contents: (wanted) => {
        calls += 1;
        const found = wanted.map((id) => ({ kind: 'content', id, content, isAsIssued: true }) as const);
        return calls === 1
          ? Promise.resolve(found)
          : new Promise((resolve) => {
              deliver = () => resolve(found);
            });
      },
    });
    await settle();
    while (run.pending().length > 0) await run.one();
    run.breakDown('It stopped.');
    deliver();
    await settle();
    expect(run.requests).toEqual(['basis', 'job', 'basis', 'job']);
    await run.one();
    expect(run.last()).toMatchObject({ phase: 'done', total: 4 });
  });

  it('keeps what is done when the workbook cannot be read further', async () => {
    let calls = 0;
    const run = setUp({
      entries: book(6),
      contents: async (wanted) => {
        calls += 1;
        if (calls > 1) throw new Error('The workbook was closed.');
        return wanted.map((id) => ({ kind: 'content', id, content, isAsIssued: true }));
      },
    });
    await settle();
    while (await run.one());
    expect(run.last()).toMatchObject({ phase: 'failed', failure: 'The workbook was closed.' });
    expect(run.last()?.lines).toHaveLength(3);
    const unlisted = setUp({ entries: [], list: () => Promise.reject(new Error('No workbook is open.')) });
    await settle();
    expect(unlisted.last()).toMatchObject({ phase: 'failed', total: null, failure: 'No workbook is open.' });
  });

  it('is whole, in order and flat in memory, whatever the size of book and batch and whenever it is cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: BOOK_BATCH }),
        fc.array(fc.integer({ min: 0, max: 29 })),
        fc.integer({ min: 0, max: 35 }),
        async (count, batchSize, vanished, steps) => {
          const gone = new Set(vanished.map(idOf));
          const entries = book(count);
          const run = setUp({ entries, gone, batchSize });
          await settle();
          for (let step = 0; step < steps; step += 1) {
            const fetched = run.asked.flat().filter((id) => !gone.has(id)).length;
            expect(fetched - step).toBeLessThanOrEqual(2 * batchSize);
            if (!(await run.one())) break;
          }
          run.cancel();
          const last = run.last();
          expect(run.asked.every((batch) => batch.length <= batchSize)).toBe(true);
          expect(last?.phase).toBe(last?.lines.length === count ? last.phase : 'cancelled');
          const order = entries.map(({ id }) => id);
          const places = (ids(last) ?? []).map((id) => order.indexOf(id));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          for (const line of last?.lines ?? [])
            expect(line.line).toBe(gone.has(line.id) ? 'gone' : 'reproduced');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a run over a large book', () => {
  it('shows the first estimate with the premium that allows it, not when it would next have been shown', async () => {
    const issued = Array.from({ length: 60 }, (_, index) => entry(index, { quotedMinor: cents(90_000) }));
    const run = setUp({ entries: issued, batchSize: BOOK_BATCH });
    await settle();
    const at = () => run.last()?.lines.length ?? 0;
    for (let done = 0; done < 50; done += 1) {
      expect(at()).toBe(done === 0 ? 0 : 1);
      await run.one(done === 0 ? 200 : 1);
    }
    expect(at()).toBe(50);
    expect(bookEstimates(run.last()?.lines ?? [], run.last()?.issuedOf ?? {})).toMatchObject([
      { compared: 50, issued: 60 },
    ]);
    run.cancel();
  });
});

describe('a run over the book with several workers', () => {
  it('shares the batches out, and ends with all lines in the order of the list', async () => {
    const views: RepriceRun[] = [];
    const priced: string[][] = [];
    const basis: RatingModel[] = [];
    const workers: { next: () => void }[] = [];
    startRepriceRun({
      model,
      basis: BASIS,
      batchSize: 3,
      workers: 2,
      list: async () => book(20),
      contents: async (wanted) =>
        wanted.map((id) => ({ kind: 'content', id: assessmentId(id), content, isAsIssued: true })),
      startWorker: (onReply) => {
        const mine: string[] = [];
        const jobs: (() => void)[] = [];
        priced.push(mine);
        workers.push({ next: () => jobs.shift()?.() });
        return {
          send: (request) => {
            if (request.kind === 'basis') {
              basis.push(request.basis);
              return;
            }
            const { sequence, job } = request;
            jobs.push(() => {
              for (const { id } of job.items) {
                mine.push(id);
                onReply({
                  sequence,
                  kind: 'part',
                  part: { id, outcome: { kind: 'repriced', result: result() } },
                });
              }
              onReply({ sequence, kind: 'answer', answer: undefined });
            });
          },
          end: () => undefined,
        };
      },
      now: () => 0,
      today: () => day('2026-11-22'),
      show: (run) => views.push(run),
      failureText: String,
    });
    await settle();
    // The second is faster than the first, and takes over what the first does not come to.
    for (let turn = 0; turn < 20; turn += 1) {
      workers[turn % 4 === 0 ? 0 : 1]?.next();
      await settle();
    }
    expect(basis).toEqual([model, model]);
    expect(priced.every((mine) => mine.length > 0)).toBe(true);
    expect(priced[1]!.length).toBeGreaterThan(priced[0]!.length);
    expect(views.at(-1)).toMatchObject({ phase: 'done', issuedOf: { USD: 20 } });
    expect(ids(views.at(-1))).toEqual(book(20).map(({ id }) => id));
  });
});
