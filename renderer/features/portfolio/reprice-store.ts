import { create } from 'zustand';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import type { BookBasis, BookLineState } from '#shared/domain/book.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { WorkbookInfo } from '#shared/domain/records.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import type { RecordTableState } from '../../components/record-table.tsx';
import { listenTo } from '../../editor/background-worker.ts';
import { type StartRepriceWorker, startRepriceRun } from './reprice-run.ts';
import type { RepriceRun, RunBasis } from './run.ts';

/** A run, and of what: it is shown for that workbook alone. */
export interface ShownRun {
  readonly run: RepriceRun;
  readonly workbook: string;
  readonly basis: RunBasis & Pick<BookBasis, 'repricedAt'>;
}

interface RepriceState {
  readonly shown: ShownRun | null;
  readonly filter: BookLineState | 'all';
  readonly table: RecordTableState;
}

/** What asks for attention stands first; within a state the order of the list stays. */
const freshTable: RecordTableState = { sorting: [{ id: 'line', desc: false }], offset: 0, focusedId: null };

/** Kept while the window lives, so that coming back from an assessment finds the result as it was left. */
export const useReprice = create<RepriceState>()(() => ({ shown: null, filter: 'all', table: freshTable }));

export const rememberTable = (change: Partial<RecordTableState>): void =>
  useReprice.setState(({ table }) => ({ table: { ...table, ...change } }));

export const setFilter = (filter: RepriceState['filter']): void =>
  useReprice.setState(({ table }) => ({ filter, table: { ...table, offset: 0, focusedId: null } }));

export const workbookKey = (workbook: WorkbookInfo | undefined): string =>
  workbook === undefined ? '' : JSON.stringify([workbook.folder, workbook.name]);

const startWorker: StartRepriceWorker = (onReply, onBroken) => {
  const worker = new Worker(new URL('./reprice.worker.ts', import.meta.url), {
    type: 'module',
    name: 're-pricing',
  });
  return listenTo({ worker, onReply, onBroken, why: 'The pricing engine stopped.' });
};

/** More would leave the window and the reading of contents no core of their own. */
const MOST_WORKERS = 4;
const workerCount = (): number => Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency));

let cancel: () => void = () => undefined;

interface InstalledModel {
  readonly model: RatingModel;
  readonly hash: string;
}

export const basisOf = ({ model, hash }: InstalledModel): RunBasis => ({
  modelId: model.id,
  modelHash: hash,
  engineVersion: ENGINE_VERSION,
});

/** Begins afresh: an earlier result is dropped, a run under way is cancelled. */
export function startReprice(current: InstalledModel, workbook: string): void {
  cancel();
  const { model } = current;
  const basis = { ...basisOf(current), repricedAt: new Date().toISOString() };
  useReprice.setState({ filter: 'all', table: freshTable });
  cancel = startRepriceRun({
    model,
    basis,
    list: () => ask((client) => client.book.list()),
    contents: (ids) => ask((client) => client.book.contents({ ids: [...ids] })),
    startWorker,
    workers: workerCount(),
    now: () => performance.now(),
    today: () => localDay(new Date()),
    show: (run) => useReprice.setState({ shown: { run, workbook, basis } }),
    failureText: (error) => failureText(failureOf(error)),
  });
}

/** Stops a run at once and keeps what is done; nothing when none is under way. */
export const cancelReprice = (): void => cancel();
