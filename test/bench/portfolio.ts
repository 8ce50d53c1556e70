import { Worker } from 'node:worker_threads';
import { bookEstimates } from '#renderer/features/portfolio/book-estimate.ts';
import { type StartRepriceWorker, startRepriceRun } from '#renderer/features/portfolio/reprice-run.ts';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { bookContentSchema, bookEntrySchema } from '#shared/domain/book.ts';
import { reprice } from '#shared/underwriting/reprice.ts';
import { bundledModel as before } from '#test/models/bundled-model.ts';
import { model as changed, example } from '#test/models/model-2026-2.ts';
import { idOf } from '#test/renderer/book-entries.ts';
import { cents } from '../support/branded.ts';
import type { Bench, Measured } from './bench.ts';

// A book of 1,000 quotes that were issued under model 2026.1, re-priced under 2026.2 as the window does it: listed, drawn,
// read in batches that are checked as the window's calls are, and shared out to two workers.

const COUNT = 1000;
const WORKERS = 2;

/** The three-peril quote at a hundred sizes and periods. Nothing is kept between quotes, so that each costs as much. */
const contentOf = (i: number): AssessmentContent => {
  const size = 10 ** ((i % 100) / 50 - 1);
  const scaled = (minor: number | null) => (minor === null ? null : cents(Math.round(minor * size)));
  const { exposures, terms } = example;
  return {
    ...example,
    exposures: {
      ...exposures,
      onlinePeakMinor: scaled(exposures.onlinePeakMinor),
      offlineMinor: scaled(exposures.offlineMinor),
      largestVaultMinor: scaled(exposures.largestVaultMinor),
    },
    terms: {
      ...terms,
      periodDays: 90 + 9 * (i % 100),
      parts: terms.parts
        .filter(({ part }) => part !== 'social-engineering')
        .map((part) => ({ ...part, limitMinor: scaled(part.limitMinor)!, aggregateLimitMinor: null })),
      policyAggregateLimitMinor: scaled(25_000_000_00),
    },
  };
};

const contents = Array.from({ length: COUNT }, (_, i) => contentOf(i));

/** The premiums of 2026.1. */
function issued() {
  const premiums = Array.from(
    { length: 100 },
    (_, i) => reprice(contentOf(i), before, example.asOf).quotedMinor!,
  );
  return contents.map((_content, i) =>
    bookEntrySchema.parse({
      id: idOf(i),
      subjectName: `Subject ${i}`,
      subjectType: 'cex',
      revision: 1,
      state: 'finalised',
      asOf: example.asOf,
      currency: 'USD',
      issued: {
        reference: 'BAL-2026-0001',
        version: 1,
        status: 'quote',
        quotedMinor: premiums[i % 100],
        grade: 'A',
        modelId: before.id,
        modelHash: 'a'.repeat(64),
        engineVersion: ENGINE_VERSION,
      },
    }),
  );
}

const startWorker: StartRepriceWorker = (onReply, onBroken) => {
  const worker = new Worker(new URL('./threads/reprice-thread.ts', import.meta.url));
  worker.on('message', onReply);
  worker.on('error', (error) => onBroken(error.message));
  return { send: (request) => worker.postMessage(request), end: () => void worker.terminate() };
};

interface Times {
  readonly first: number;
  readonly all: number;
  /** Processor time of all threads, a core. */
  readonly own: number;
  readonly words: string;
}

let entries: ReturnType<typeof issued> | null = null;

const runBook = (): Promise<Times> => {
  entries ??= issued();
  const book = entries;
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const usedBefore = process.cpuUsage();
    let first: Pick<Times, 'first' | 'words'> | null = null;
    startRepriceRun({
      model: changed,
      basis: { modelId: changed.id, modelHash: 'b'.repeat(64), engineVersion: ENGINE_VERSION },
      workers: WORKERS,
      list: async () => book,
      contents: async (ids) =>
        ids.map((id) => {
          const content = contents[Number(id.slice(-12))]!;
          // As an answer from the main process: copied, then checked.
          return bookContentSchema.parse(structuredClone({ kind: 'content', id, content, isAsIssued: true }));
        }),
      startWorker,
      now: () => performance.now(),
      today: () => example.asOf,
      show: ({ phase, lines, issuedOf, failure }) => {
        const since = performance.now() - startedAt;
        const [estimate] = first === null ? bookEstimates(lines, issuedOf) : [];
        if (estimate !== undefined) {
          const { changePercent, pointsEitherWay, compared } = estimate;
          const words = `${changePercent.toFixed(1)} % give or take ${pointsEitherWay.toFixed(1)} points, from ${compared}`;
          first = { first: since, words };
        }
        if (phase === 'failed') reject(new Error(failure ?? 'failed'));
        const { user, system } = process.cpuUsage(usedBefore);
        const own = (user + system) / 1000 / WORKERS;
        if (phase === 'done')
          resolve({ all: since, own, ...(first ?? { first: since, words: 'no estimate' }) });
      },
      failureText: String,
    });
  });
};

let last: Promise<Times> | null = null;

const measured = async (of: (times: Times) => number): Promise<Measured> => ({
  kind: 'milliseconds',
  milliseconds: [of(await last!)],
});

export const benches: readonly Bench[] = [
  {
    name: '1,000 quotes re-priced under a changed model on two cores: all of them, full grid',
    run: async () => {
      last = runBook();
      const { own } = await last;
      return { ...(await measured(({ all }) => all)), own };
    },
    runs: 1,
    targets: [{ kind: 'at-most-ms', milliseconds: 5000 }],
    note: (value) => `${(value as Pick<Times, 'own'>).own.toFixed(0)} ms of processor time on each core`,
  },
  {
    name: '1,000 quotes re-priced under a changed model on two cores: first answer with its error',
    run: async () => {
      last ??= runBook();
      const { words } = await last;
      return { ...(await measured(({ first }) => first)), words };
    },
    runs: 1,
    targets: [{ kind: 'at-most-ms', milliseconds: 1000 }],
    note: (value) => (value as { readonly words: string }).words,
  },
];
