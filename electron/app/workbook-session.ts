import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { WorkbookInfo } from '#shared/domain/records.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { log } from '../host/log.ts';
import { isPathOpenHere } from '../host/open-here.ts';
import type { WorkbookSession } from '../ipc/context.ts';
import { backUpIfDue } from '../store/backup/back-up.ts';
import { countRecords } from '../store/book/count-records.ts';
import { closeWorkbook, type OpenOptions, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';

/** What the application does with the session beyond the window's calls. */
interface OwnedSession extends WorkbookSession {
  /** As `open`, but without a workbook to fall back on: a failure is kept and shown. */
  readonly start: (path: string, mode: OpenOptions['mode']) => WorkbookInfo;
  readonly close: () => void;
}

type State =
  | { readonly kind: 'open'; readonly workbook: Workbook }
  | { readonly kind: 'none'; readonly path: string; readonly problem: Failure };

/**
 * The one open workbook of the application, or the reason why there is none. `later` is given the work that follows
 * an opening and that nobody has to wait for.
 */
export function createWorkbookSession(
  appVersion: string,
  onChanged: (info: WorkbookInfo, path: string) => void,
  later: (work: () => void) => void = (work) => work(),
): OwnedSession {
  let state: State = {
    kind: 'none',
    path: '',
    problem: failed('not-ready', 'No workbook is open. Open one, or make a new one.').failure,
  };
  const close = (): void => {
    if (state.kind === 'open') closeWorkbook(state.workbook);
    state = { kind: 'none', path: '', problem: failed('not-ready', 'The workbook was closed.').failure };
  };
  const info = (): WorkbookInfo => (state.kind === 'open' ? openInfo(state.workbook) : noneInfo(state));
  const open = (path: string, mode: OpenOptions['mode']): Result<WorkbookInfo> => {
    if (mode !== 'create' && isPathOpenHere(path)) return success(info());
    const opened = openWorkbook(path, { mode, appVersion, now: new Date() });
    if (!opened.ok) return opened;
    close();
    const workbook = opened.value;
    state = { kind: 'open', workbook };
    later(() => {
      if (state.kind === 'open' && state.workbook === workbook) backUpQuietly(workbook);
    });
    onChanged(info(), workbook.path);
    return success(info());
  };
  return {
    open,
    start: (path, mode) => {
      const opened = open(path, mode);
      if (opened.ok) return opened.value;
      log.warn(`The workbook ${path} was not opened: ${opened.failure.code}`);
      state = { kind: 'none', path, problem: opened.failure };
      onChanged(info(), path);
      return info();
    },
    using: (work) =>
      state.kind === 'open' ? work(state.workbook.db) : { ok: false, failure: state.problem },
    info,
    current: () => (state.kind === 'open' ? state.workbook : null),
    close,
  };
}

/** A failed backup must not block opening; it is tried again at the next one. */
function backUpQuietly(workbook: Workbook): void {
  if (workbook.isReadOnly) return;
  const outcome = backUpIfDue(workbook, { now: new Date() });
  if (!outcome.ok) log.warn(`No backup was made: ${outcome.failure.message}`);
}

function openInfo(workbook: Workbook): WorkbookInfo {
  const counted = countRecords(workbook.db);
  return {
    name: basename(workbook.path),
    folder: dirname(workbook.path),
    isReadOnly: workbook.isReadOnly,
    sizeBytes: statSync(workbook.path, { throwIfNoEntry: false })?.size ?? 0,
    assessmentCount: counted.ok ? counted.value.assessments : 0,
    quoteCount: counted.ok ? counted.value.quotes : 0,
    notices: workbook.notices.map(({ message }) => message),
    problem: null,
  };
}

const noneInfo = ({ path, problem }: { path: string; problem: Failure }): WorkbookInfo => ({
  name: path === '' ? '' : basename(path),
  folder: path === '' ? '' : dirname(path),
  isReadOnly: false,
  sizeBytes: 0,
  assessmentCount: 0,
  quoteCount: 0,
  notices: [],
  problem: { code: problem.code, message: problem.message },
});
