import { BOOK_BATCH, type BookContent, type BookEntry, type BookLine } from '#shared/domain/book.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { StartWorker } from '../../editor/background-worker.ts';
import { createWorkerClient, type FromWorker, type ToWorker } from '../../editor/worker-client.ts';
import { isCompared, isFirstEstimate } from './book-estimate.ts';
import { bookLine, type LineOutcome } from './book-line.ts';
import type { RepriceItem, RepriceJob, RepriceResult } from './reprice-jobs.ts';
import type { RepriceRun, RunBasis } from './run.ts';
import { sampleOrder } from './sample-order.ts';

export type StartRepriceWorker = StartWorker<
  ToWorker<RatingModel, RepriceJob>,
  FromWorker<RepriceResult, void>
>;

export interface RepriceParts {
  readonly model: RatingModel;
  readonly basis: RunBasis;
  readonly list: () => Promise<readonly BookEntry[]>;
  readonly contents: (ids: readonly string[]) => Promise<readonly BookContent[]>;
  readonly startWorker: StartRepriceWorker;
  readonly now: () => number;
  /** The day of today, asked with every batch. */
  readonly today: () => IsoDate;
  readonly show: (run: RepriceRun) => void;
  readonly failureText: (error: unknown) => string;
  readonly batchSize?: number;
  /** How many workers share the book; one unless given. */
  readonly workers?: number;
}

const SHOW_EVERY_MS = 150;
/** Less than this says nothing of the rest. */
const TELLING_MS = 1000;
const TELLING_COUNT = 5;

/**
 * Lists the book once, then re-prices it batch by batch: while a worker is at one, its next is fetched, so that never more
 * than two batches of contents are held for each. The function given back cancels: at once, keeping what is done.
 */
export function startRepriceRun(parts: RepriceParts): () => void {
  const { model, basis, startWorker, now, today, show, batchSize = BOOK_BATCH, workers = 1 } = parts;
  let entries: readonly BookEntry[] | null = null;
  let indexes = new Map<string, number>();
  let found: (BookLine | undefined)[] = [];
  let done = 0;
  let phase: RepriceRun['phase'] = 'running';
  let startedAt = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let issuedOf: Readonly<Record<string, number>> = {};
  const asIssued = new Map<string, boolean | null>();
  const comparedOf = new Map<string, number>();

  const publish = (failure: string | null = null) => {
    shownAt = now();
    show({
      phase,
      total: entries === null ? null : entries.length,
      lines: found.filter((line) => line !== undefined),
      issuedOf,
      millisecondsLeft: phase === 'running' ? left(shownAt - startedAt, done, found.length) : null,
      failure,
    });
  };

  /** With this line the first estimate of its currency can be had: it is shown at once. */
  const tellsFirst = (line: BookLine): boolean => {
    if (!isCompared(line)) return false;
    const compared = (comparedOf.get(line.currency) ?? 0) + 1;
    comparedOf.set(line.currency, compared);
    return isFirstEstimate(compared);
  };

  const settle = (id: string, outcome: LineOutcome) => {
    const index = indexes.get(id);
    const entry = index === undefined ? undefined : entries?.[index];
    if (index === undefined || entry === undefined || found[index] !== undefined) return;
    const line = bookLine(entry, outcome, basis);
    found[index] = line;
    done += 1;
    const isTelling = tellsFirst(line);
    if (isTelling || now() - shownAt >= SHOW_EVERY_MS) publish();
  };

  const clients = Array.from({ length: workers }, () => createWorkerClient(model, startWorker));
  const repriceAll = (worker: (typeof clients)[number], items: readonly RepriceItem[]) =>
    new Promise<void>((resolve, reject) => {
      const job = { items, today: today() };
      worker.run(job, {
        onPart: ({ id, outcome }) =>
          settle(
            id,
            outcome.kind === 'repriced' ? { ...outcome, isAsIssued: asIssued.get(id) ?? null } : outcome,
          ),
        onAnswer: resolve,
        onFailure: (why) => reject(new Error(why)),
      });
    });

  const end = (how: Exclude<RepriceRun['phase'], 'running'>, failure: string | null = null) => {
    if (phase !== 'running') return;
    phase = how;
    for (const worker of clients) worker.end();
    publish(failure);
  };

  /** The priceable ones of a batch; the others are settled as they are. */
  const priceable = (contents: readonly BookContent[]): readonly RepriceItem[] => {
    return contents.flatMap((item) => {
      if (item.kind !== 'content') {
        settle(item.id, item);
        return [];
      }
      asIssued.set(item.id, item.isAsIssued);
      return [{ id: item.id, content: item.content }];
    });
  };

  const work = async () => {
    publish();
    const listed = issuedFirst(await parts.list());
    const order = sampleOrder(listed);
    if (phase !== 'running') return;
    entries = listed;
    indexes = new Map(listed.map(({ id }, index) => [id, index]));
    found = listed.map(() => undefined);
    issuedOf = countIssued(listed);
    publish();
    startedAt = now();
    let from = 0;
    const fetchNext = () => {
      const ids = order.slice(from, from + batchSize).map(({ id }) => id);
      from += batchSize;
      return ids.length === 0 ? null : settled(parts.contents(ids));
    };
    const share = async (worker: (typeof clients)[number]) => {
      for (let next = fetchNext(); next !== null; ) {
        const answer = await next;
        if (phase !== 'running') return;
        if ('error' in answer) throw answer.error;
        next = fetchNext();
        const items = priceable(answer.value);
        if (items.length > 0) await repriceAll(worker, items);
        if (phase !== 'running') return;
      }
    };
    await Promise.all(clients.map(share));
    end('done');
  };

  work().catch((error: unknown) => end('failed', parts.failureText(error)));
  return () => end('cancelled');
}

/** The order in which lines are shown. */
const issuedFirst = (entries: readonly BookEntry[]): readonly BookEntry[] => [
  ...entries.filter(({ issued }) => issued !== null),
  ...entries.filter(({ issued }) => issued === null),
];

function countIssued(entries: readonly BookEntry[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { currency, issued } of entries)
    if (issued !== null) counts[currency] = (counts[currency] ?? 0) + 1;
  return counts;
}

/** A promise that never rejects: the next batch may fail while nobody waits for it yet. */
const settled = <T>(promise: Promise<T>): Promise<{ readonly value: T } | { readonly error: unknown }> =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

function left(elapsed: number, done: number, total: number): number | null {
  if (elapsed < TELLING_MS || done < TELLING_COUNT) return null;
  return (elapsed / done) * (total - done);
}
