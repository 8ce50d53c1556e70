import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { makeFolder } from '../host/make-folder.ts';
import { causeOf, errorCode } from '../host/system-error.ts';
import type { Named, SignedIn } from '../ipc/signed-in.ts';
import { backUpIfChanged } from '../store/backup/back-up.ts';
import { partingOf } from '../store/check/keep-heads.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import type { PaperOrder } from './write-paper.ts';

/** What a run without a window works with. */
export interface RunOrder extends Omit<PaperOrder, 'stamp'> {
  /** Who works in workbooks on this computer. */
  readonly people: SignedIn;
  /** Of the person whom the run names. */
  readonly passphrase: Named['passphrase'];
  /** The path of the workbook. */
  readonly workbook: string;
  readonly appVersion: string;
  /** The folder of choice for backups, which bear witness to what the workbook was. */
  readonly backupFolder: string | null;
}

interface RunWorkbook {
  readonly workbook: Workbook;
  /** Whether this run made it. */
  readonly isNew: boolean;
}

/** Opens the workbook of a run or makes it, compares it with what was seen of it before, and backs it up. */
export async function openForRun(order: RunOrder, now: Date): Promise<Result<RunWorkbook>> {
  const folders = makeFolders([order.out, dirname(order.workbook)]);
  if (!folders.ok) return folders;
  const isNew = !existsSync(order.workbook);
  // `create` fails if the file appeared in the meantime, so that only our own file is ever removed.
  const opened = await openKnown(order, {
    mode: isNew ? 'create' : 'open',
    now,
    leftUndone: 'Nothing was imported.',
  });
  return opened.ok ? success({ workbook: opened.value, isNew }) : opened;
}

interface Opening {
  readonly mode: 'open' | 'create';
  readonly now: Date;
  /** Said where it is not opened after all. */
  readonly leftUndone: string;
}

/** Opens a workbook to work in, compares it with what was seen of it before, and backs it up. */
export async function openKnown(
  order: Pick<RunOrder, 'workbook' | 'appVersion' | 'seen' | 'backupFolder'>,
  { mode, now, leftUndone }: Opening,
): Promise<Result<Workbook>> {
  const opened = openWorkbook(order.workbook, { mode, appVersion: order.appVersion, now });
  if (!opened.ok) return opened;
  const workbook = opened.value;
  const parting = partingOf(workbook, order);
  if (parting !== null) {
    closeWorkbook(workbook);
    return failed('workbook-damaged', `${parting} ${leftUndone} Open it in the window and check it.`);
  }
  if (mode === 'create' || workbook.isReadOnly) return opened;
  const before = await backUpIfChanged(workbook, { now });
  if (before.ok) return opened;
  closeWorkbook(workbook);
  return failed(before.failure.code, `${before.failure.message} ${leftUndone}`);
}

/** Closes the workbook of a run. One that the run made goes with it where nothing was stored. */
export function closeRun(
  { workbook, isNew }: RunWorkbook,
  { keepsNew }: { readonly keepsNew: boolean },
): void {
  closeWorkbook(workbook);
  if (isNew && !keepsNew)
    for (const side of ['', '-wal', '-shm']) rmSync(workbook.path + side, { force: true });
}

function makeFolders(folders: readonly string[]): Result<undefined> {
  for (const folder of folders) {
    try {
      makeFolder(folder);
    } catch (error) {
      const why = causeOf(errorCode(error) ?? '');
      return failed(
        'read-only',
        `The folder “${folder}” could not be made, since ${why}. Choose another one.`,
      );
    }
  }
  return success(undefined);
}
