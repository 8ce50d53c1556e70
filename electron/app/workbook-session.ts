import { basename, dirname } from 'node:path';
import type { Notice, WorkbookInfo } from '#shared/domain/records.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import { log } from '../host/log.ts';
import { lookAt } from '../host/look-at.ts';
import { isPathOpenHere } from '../host/open-here.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import type { WorkbookSession } from '../ipc/context.ts';
import { lastAuditEntry } from '../store/audit/audit.ts';
import { saveUnderNewName } from '../store/backup/save-as.ts';
import { countRecords } from '../store/book/count-records.ts';
import { keepHead, partingOf } from '../store/check/keep-heads.ts';
import { workbookId } from '../store/connection/workbook-id.ts';
import { closeWorkbook, type OpenOptions, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';

/** How long a change may be older than what is written down of it outside the workbook, in milliseconds. */
const HEAD_DELAY_MS = 3000;

/** What the application does with the session beyond the window's calls. */
interface OwnedSession extends WorkbookSession {
  /** As `open`, but without a workbook to fall back on: a failure is kept and shown. */
  readonly start: (path: string, mode: OpenOptions['mode']) => WorkbookInfo;
  readonly close: () => void;
  /** Holds the open workbook against the heads of its trail that stand outside it, and says where they part. */
  readonly compareHeads: () => void;
}

interface SessionParts {
  /** Told of each workbook that was opened, for what an opening brings with it and nobody has to wait for. */
  readonly onOpened?: (workbook: Workbook) => void;
  /** What this installation remembers of workbooks; null where nothing is to be remembered. */
  readonly seen?: SeenWorkbooks | null;
  /** The folder of choice for backups, which bear witness too. */
  readonly backupFolder?: () => string | null;
}

type State =
  | { readonly kind: 'open'; readonly workbook: Workbook; readonly notices: readonly Notice[] }
  | { readonly kind: 'none'; readonly path: string; readonly problem: Failure };

/**
 * The one open workbook of the application, or the reason why there is none.
 */
export function createWorkbookSession(
  appVersion: string,
  onChanged: (info: WorkbookInfo, path: string) => void,
  { onOpened = () => undefined, seen = null, backupFolder = () => null }: SessionParts = {},
): OwnedSession {
  /** Whether the open workbook cannot be the one that was here before; found after opening. */
  let hasParted = false;
  let isHeadDue = false;
  const noteHead = (): void => {
    isHeadDue = false;
    if (seen !== null && !hasParted && state.kind === 'open') keepHead(state.workbook, seen, new Date());
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
  let opening = 0;
  const close = (): void => {
    noteHead();
    if (state.kind === 'open') closeWorkbook(state.workbook);
    state = { kind: 'none', path: '', problem: failed('not-ready', 'The workbook was closed.').failure };
  };
  const info = (): WorkbookInfo => ({
    ...(state.kind === 'open' ? openInfo(state.workbook, state.notices) : noneInfo(state)),
    opening,
  });
  const take = (workbook: Workbook): WorkbookInfo => {
    close();
    hasParted = false;
    state = { kind: 'open', workbook, notices: workbook.notices };
    onOpened(workbook);
    onChanged(info(), workbook.path);
    return info();
  };
  const open = (path: string, mode: OpenOptions['mode']): Result<WorkbookInfo> => {
    if (mode !== 'create' && isPathOpenHere(path)) return success(info());
    const opened = openWorkbook(path, { mode, appVersion, now: new Date() });
    if (!opened.ok) return opened;
    opening += 1;
    return success(take(opened.value));
  };
  const withNotices = (change: (notices: readonly Notice[]) => readonly Notice[]): void => {
    if (state.kind !== 'open') return;
    const { workbook, notices } = state;
    const next = change(notices);
    if (JSON.stringify(next) === JSON.stringify(notices)) return;
    state = { kind: 'open', workbook, notices: next };
    onChanged(info(), workbook.path);
  };
  const notify = (notice: Notice): void =>
    withNotices((notices) => [...notices.filter(({ kind }) => kind !== notice.kind), notice]);
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
    saveAs: (path) => {
      if (state.kind !== 'open') return { ok: false, failure: state.problem };
      const saved = saveUnderNewName(state.workbook, path);
      if (!saved.ok) return saved;
      const opened = openWorkbook(path, { mode: 'open', appVersion, now: new Date() });
      if (!opened.ok) return opened;
      const { db } = opened.value;
      const id = workbookId(db);
      const forkedAt = lastAuditEntry(db)?.sequence ?? null;
      if (id !== null) seen?.recordBranch(id, { from: state.workbook.path, to: path, forkedAt });
      // The same work goes on in another file, so this is no other opening.
      return success(take(opened.value));
    },
    notify,
    withdraw: (kind) => withNotices((notices) => notices.filter((notice) => notice.kind !== kind)),
    compareHeads: () => {
      if (state.kind !== 'open' || seen === null) return;
      const parting = partingOf(state.workbook, { seen, backupFolder: backupFolder() });
      hasParted = parting !== null;
      if (parting !== null) notify({ kind: 'parted', message: parting });
      noteHead();
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

function openInfo(workbook: Workbook, notices: readonly Notice[]): Omit<WorkbookInfo, 'opening'> {
  const counted = countRecords(workbook.db);
  return {
    name: basename(workbook.path),
    folder: dirname(workbook.path),
    isReadOnly: workbook.isReadOnly,
    sizeBytes: lookAt(workbook.path)?.size ?? 0,
    assessmentCount: counted.ok ? counted.value.assessments : 0,
    quoteCount: counted.ok ? counted.value.quotes : 0,
    notices: [...notices],
    problem: null,
  };
}

const noneInfo = ({ path, problem }: { path: string; problem: Failure }): Omit<WorkbookInfo, 'opening'> => ({
  name: path === '' ? '' : basename(path),
  folder: path === '' ? '' : dirname(path),
  isReadOnly: false,
  sizeBytes: 0,
  assessmentCount: 0,
  quoteCount: 0,
  notices: [],
  problem: { code: problem.code, message: problem.message },
});
