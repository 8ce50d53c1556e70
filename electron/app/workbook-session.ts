import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { WorkbookInfo } from '#shared/domain/records.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { log } from '../host/log.ts';
import { isPathOpenHere } from '../host/open-here.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import type { WorkbookSession } from '../ipc/context.ts';
import { backUpIfDue } from '../store/backup/back-up.ts';
import { countRecords } from '../store/book/count-records.ts';
import { closeWorkbook, type OpenOptions, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import { keepHead, partingOf } from './keep-heads.ts';

/** How long a change may be older than what is written down of it outside the workbook, in milliseconds. */
const HEAD_DELAY_MS = 3000;

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
 * The one open workbook of the application, or the reason why there is none. `later` is given what an opening brings with it
 * and nobody has to wait for.
 */
export function createWorkbookSession(
  appVersion: string,
  onChanged: (info: WorkbookInfo, path: string) => void,
  later: (work: () => void) => void = (work) => work(),
  seen: SeenWorkbooks | null = null,
): OwnedSession {
  /** Why the open workbook cannot be the one that was here before; found after opening. */
  let parting: string | null = null;
  let isHeadDue = false;
  const noteHead = (): void => {
    isHeadDue = false;
    if (seen !== null && parting === null && state.kind === 'open')
      keepHead(state.workbook, seen, new Date());
  };
  /** A little later, once for all changes until then: what was saved does not wait for it. */
  const noteHeadSoon = (): void => {
    if (seen === null || isHeadDue) return;
    isHeadDue = true;
    setTimeout(noteHead, HEAD_DELAY_MS).unref();
  };
  let state: State = {
    kind: 'none',
    path: '',
    problem: failed('not-ready', 'No workbook is open. Open one, or make a new one.').failure,
  };
  const close = (): void => {
    noteHead();
    if (state.kind === 'open') closeWorkbook(state.workbook);
    state = { kind: 'none', path: '', problem: failed('not-ready', 'The workbook was closed.').failure };
  };
  const info = (): WorkbookInfo =>
    state.kind === 'open' ? openInfo(state.workbook, parting) : noneInfo(state);
  const open = (path: string, mode: OpenOptions['mode']): Result<WorkbookInfo> => {
    if (mode !== 'create' && isPathOpenHere(path)) return success(info());
    const opened = openWorkbook(path, { mode, appVersion, now: new Date() });
    if (!opened.ok) return opened;
    close();
    parting = null;
    const workbook = opened.value;
    state = { kind: 'open', workbook };
    later(() => {
      if (state.kind !== 'open' || state.workbook !== workbook) return;
      // Before a backup is made of it, which would bear witness to what it is now.
      parting = seen === null ? null : partingOf(workbook, seen);
      if (parting !== null) onChanged(info(), workbook.path);
      noteHead();
      backUpQuietly(workbook);
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
    using: (work) => {
      if (state.kind === 'none') return { ok: false, failure: state.problem };
      noteHeadSoon();
      return work(state.workbook.db);
    },
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

function openInfo(workbook: Workbook, parting: string | null): WorkbookInfo {
  const counted = countRecords(workbook.db);
  return {
    name: basename(workbook.path),
    folder: dirname(workbook.path),
    isReadOnly: workbook.isReadOnly,
    sizeBytes: statSync(workbook.path, { throwIfNoEntry: false })?.size ?? 0,
    assessmentCount: counted.ok ? counted.value.assessments : 0,
    quoteCount: counted.ok ? counted.value.quotes : 0,
    notices: [...(parting === null ? [] : [parting]), ...workbook.notices.map(({ message }) => message)],
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
