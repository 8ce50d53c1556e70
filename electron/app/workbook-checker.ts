import { Worker } from 'node:worker_threads';
import type { CheckReport } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { BundledModel, ModelTexts } from '../host/bundled-model.ts';
import type { KnownPricesFile } from '../host/known-prices.ts';
import { log } from '../host/log.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import { errorCode } from '../host/system-error.ts';
import type { WorkbookChecker } from '../ipc/context.ts';
import type { Anchor } from '../store/audit/trail-heads.ts';
import { type CheckDone, type CheckOrder, carryOut } from '../store/check/check-order.ts';
import type { CheckProgress } from '../store/check/check-workbook.ts';
import { copyPrivately } from '../store/check/private-copy.ts';
import { markDamaged, workbookName } from '../store/connection/database.ts';
import { failureOf } from '../store/connection/sqlite-failure.ts';
import { workbookId } from '../store/connection/workbook-id.ts';
import type { Workbook } from '../store/workbook/workbook.ts';

const DAY_MS = 86_400_000;

interface CheckerParts {
  readonly current: () => Workbook | null;
  readonly anchorsOf: (workbook: Workbook) => readonly Anchor[];
  readonly seen: SeenWorkbooks;
  /** Read when a check begins: nobody waits for it at the start. */
  readonly known: () => KnownPricesFile;
  readonly ownKey: string | null;
  readonly models: () => Pick<CheckOrder, 'present' | 'retired'>;
  /** The file of the checking thread; null: checked in slices of this one. */
  readonly workerPath: string | null;
  readonly now: () => Date;
  readonly onProgress: (progress: CheckProgress) => void;
  /** A check that nobody asked for has come to its end. */
  readonly onChecked: (report: CheckReport) => void;
}

const textsOf = ({ json, wordingJson }: ModelTexts): ModelTexts => ({ json, wordingJson });

/** What a check prices issued quotes by: the model in use and the retired ones, as texts. */
export const modelsToCheckBy = (model: Result<BundledModel>): Pick<CheckOrder, 'present' | 'retired'> =>
  model.ok
    ? { present: textsOf(model.value), retired: model.value.retired().map(textsOf) }
    : { present: null, retired: [] };

interface Running {
  readonly workbook: Workbook;
  readonly stop: AbortController;
  readonly result: Promise<Result<CheckReport>>;
}

/** Checks the open workbook on a copy, in a thread of its own, one check at a time. */
export function createWorkbookChecker(parts: CheckerParts): WorkbookChecker {
  let running: Running | null = null;

  const start = (workbook: Workbook): Running => {
    const stop = new AbortController();
    const result = checkCopy(parts, workbook, stop.signal).finally(() => {
      if (running?.stop === stop) running = null;
    });
    running = { workbook, stop, result };
    return running;
  };
  const check = (): Promise<Result<CheckReport>> => {
    const workbook = parts.current();
    if (workbook === null) return Promise.resolve(failed('not-ready', 'No workbook is open.'));
    if (running !== null && running.workbook !== workbook) running.stop.abort();
    return (running?.workbook === workbook ? running : start(workbook)).result;
  };
  return {
    check,
    cancel: () => running?.stop.abort(),
    checkIfDue: async () => {
      const workbook = parts.current();
      if (workbook === null || workbook.isReadOnly || !isDue(parts, workbook)) return;
      const done = await check();
      if (done.ok) parts.onChecked(done.value);
      else if (done.failure.code !== 'cancelled')
        log.warn(`The daily check was not made: ${done.failure.message}`);
    },
  };
}

function isDue({ seen, now }: CheckerParts, workbook: Workbook): boolean {
  const id = workbookId(workbook.db);
  const last = id === null ? null : seen.checkedAt(id);
  if (workbook.isAfterUncleanEnd || last === null) return true;
  // A date in the future is of a clock that was wrong once.
  return Math.abs(now().getTime() - last.getTime()) >= DAY_MS;
}

async function checkCopy(
  parts: CheckerParts,
  workbook: Workbook,
  signal: AbortSignal,
): Promise<Result<CheckReport>> {
  const name = workbookName(workbook.db);
  try {
    const anchors = parts.anchorsOf(workbook);
    const copy = await copyPrivately(workbook.db);
    try {
      if (signal.aborted) return stopped();
      const done = await inThread(
        {
          copy: copy.path,
          name,
          now: parts.now(),
          anchors,
          ownKey: parts.ownKey,
          ...parts.models(),
          premiums: parts.known().all(),
        },
        parts,
        signal,
      );
      if (!done.ok) return done;
      const { report, premiums } = done.value;
      parts.known().add(premiums);
      if (report.findings.some(({ id, isSound }) => id === 'pages' && !isSound)) markDamaged(workbook.db);
      const id = workbook.db.open ? workbookId(workbook.db) : null;
      if (id !== null) parts.seen.recordCheck(id, parts.now());
      return success(report);
    } finally {
      copy.remove();
    }
  } catch (error) {
    if (!workbook.db.open) return stopped();
    const failure = failureOf(error, name);
    if (failure === null && errorCode(error) === null) throw error;
    return failure === null
      ? failed('unexpected', `“${name}” could not be copied to be checked. Free some space and try again.`)
      : { ok: false, failure };
  }
}

const stopped = () => failed('cancelled', 'The check was stopped.');

type Said =
  | { readonly kind: 'progress'; readonly progress: CheckProgress }
  | { readonly kind: 'done'; readonly done: Result<CheckDone> };

/** Carries out the order in a thread; where none can be had, in slices of this one. */
function inThread(order: CheckOrder, parts: CheckerParts, signal: AbortSignal): Promise<Result<CheckDone>> {
  const { workerPath, onProgress } = parts;
  if (workerPath === null) return carryOut(order, { onProgress, signal });
  return new Promise((resolve, reject) => {
    const goOnHere = (why: unknown): void => {
      log.warn('There is no checking thread, so the check goes on in this one:', why);
      carryOut(order, { onProgress, signal }).then(resolve, reject);
    };
    let worker: Worker;
    try {
      worker = new Worker(workerPath, { workerData: order });
    } catch (error) {
      goOnHere(error);
      return;
    }
    let isOver = false;
    const end = (result: Result<CheckDone>): void => {
      isOver = true;
      resolve(result);
      void worker.terminate();
    };
    signal.addEventListener('abort', () => end(stopped()), { once: true });
    worker.on('message', (said: Said) => {
      if (said.kind === 'progress') onProgress(said.progress);
      else end(said.done);
    });
    const failed = (why: unknown): void => {
      if (isOver) return;
      isOver = true;
      goOnHere(why);
    };
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`it ended with ${code}`)));
  });
}
