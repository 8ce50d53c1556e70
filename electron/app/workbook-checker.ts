import type { CheckReport } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { ModelTexts } from '#shared/underwriting/activate-model.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import type { KnownPricesFile } from '../host/known-prices.ts';
import { log } from '../host/log.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import { errorCode } from '../host/system-error.ts';
import type { WorkbookChecker } from '../ipc/context.ts';
import type { Anchor } from '../store/audit/trail-heads.ts';
import type { BackgroundWork } from '../store/check/background-work.ts';
import type { PriceBasis } from '../store/check/check-order.ts';
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
  /** The public keys that this installation and its people sign with. */
  readonly ownKeys: () => readonly string[];
  readonly models: () => ModelsToPriceBy;
  readonly work: Pick<BackgroundWork, 'check'>;
  readonly now: () => Date;
  readonly onProgress: (progress: CheckProgress) => void;
  /** A check that nobody asked for has come to its end. */
  readonly onChecked: (report: CheckReport) => void;
}

/** The model in use and the retired ones, as texts. */
export type ModelsToPriceBy = Pick<PriceBasis, 'present' | 'retired'>;

const textsOf = ({ json, wordingJson }: ModelTexts): ModelTexts => ({ json, wordingJson });

/** What issued quotes are priced again by, in a check and in the rehearsal of a restore. */
export const modelsToCheckBy = (model: Result<BundledModel>): ModelsToPriceBy =>
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
  /** Openings after an unclean end that a check was made of. */
  const looked = new WeakSet<Workbook>();

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
      if (workbook === null || workbook.isReadOnly || !isDue(parts, workbook, looked)) return;
      const done = await check();
      if (done.ok) looked.add(workbook);
      if (done.ok) parts.onChecked(done.value);
      else if (done.failure.code !== 'cancelled')
        log.warn(`The daily check was not made: ${done.failure.message}`);
    },
  };
}

function isDue({ seen, now }: CheckerParts, workbook: Workbook, looked: WeakSet<Workbook>): boolean {
  const id = workbookId(workbook.db);
  const last = id === null ? null : seen.checkedAt(id);
  if ((workbook.isAfterUncleanEnd && !looked.has(workbook)) || last === null) return true;
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
      const done = await parts.work.check(
        {
          copy: copy.path,
          name,
          now: parts.now(),
          anchors,
          ownKeys: parts.ownKeys(),
          ...parts.models(),
          premiums: parts.known().all(),
        },
        { onProgress: parts.onProgress, signal },
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
