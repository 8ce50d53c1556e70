import { basename } from 'node:path';
import type { Settings } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { readPaperHead } from '#shared/domain/trail-head.ts';
import { fittingName } from '../../host/file-name.ts';
import { compareWithPaper } from '../../store/audit/trail-heads.ts';
import { enterWorkbookEvent } from '../../store/audit/workbook-event.ts';
import { reading } from '../../store/connection/database.ts';
import { WORKBOOK_EXTENSION } from '../../store/connection/workbook-file.ts';
import { changeStamp } from '../change-stamp.ts';
import type { Context, GroupHandlers } from '../context.ts';

/** The folder is used at the next backup; those in the one before stay there. */
function keepBackupFolder({ settings }: Context, backupFolder: string | null): Result<Settings> {
  const next = { ...settings.read(), backupFolder };
  const written = settings.write(next);
  return written.ok ? success(next) : written;
}

export const workbookHandlers: GroupHandlers<'workbook'> = {
  info: ({ session }) => success(session.info()),

  open: async ({ session, dialogs, flushWindow }) => {
    const path = await dialogs.chooseWorkbook();
    if (path === null) return success(session.info());
    const flushed = await flushWindow();
    return flushed.ok ? session.open(path, 'open') : flushed;
  },

  create: async ({ session, dialogs, flushWindow }) => {
    const path = await dialogs.placeNewWorkbook();
    if (path === null) return success(session.info());
    const flushed = await flushWindow();
    return flushed.ok ? session.open(path, 'create') : flushed;
  },

  showInFolder: ({ session, showInFolder }) => {
    const workbook = session.current();
    if (workbook === null) return failed('not-ready', 'No workbook is open.');
    showInFolder(workbook.path);
    return success(undefined);
  },

  saveAs: async (context) => {
    const { session, dialogs } = context;
    const workbook = session.current();
    if (workbook === null) return failed('not-ready', 'No workbook is open, so there is nothing to save.');
    const path = await dialogs.placeNewWorkbook(basename(workbook.path));
    if (path === null) return success(session.info());
    const saved = session.saveAs(path);
    if (!saved.ok) return saved;
    const entered = session.using((db) =>
      enterWorkbookEvent(db, changeStamp(context), {
        action: 'workbook-saved-as',
        detail: `Saved under the new name “${basename(path)}”; before it was “${basename(workbook.path)}”.`,
      }),
    );
    return entered.ok ? saved : entered;
  },

  backUp: ({ backups }) => backups.makeNow(),

  backups: ({ backups }) => success(backups.info()),

  restore: async (context, { id }) => {
    const { session, backups, dialogs, flushWindow } = context;
    const backup = backups.pathOf(id);
    if (backup === null) return failed('not-found', 'That backup is not there any more. Choose another one.');
    const path = await dialogs.placeNewWorkbook(backups.suggestedName(backup));
    if (path === null) return success({ isDone: false, info: session.info() });
    const flushed = await flushWindow();
    if (!flushed.ok) return flushed;
    const restored = backups.restore(backup, path, changeStamp(context));
    return restored.ok ? success({ isDone: true, info: restored.value }) : restored;
  },

  openEarlier: async ({ session, backups, flushWindow }) => {
    const path = backups.earlierPath();
    if (path === null) return failed('not-found', 'No other workbook was open before.');
    const flushed = await flushWindow();
    return flushed.ok ? session.open(path, 'open') : flushed;
  },

  salvage: async ({ dialogs, backups }) => {
    const path = await dialogs.chooseDamagedWorkbook();
    if (path === null) return success(null);
    const target = await dialogs.placeNewWorkbook(
      fittingName(basename(path, WORKBOOK_EXTENSION), ' salvaged.ballast'),
    );
    return target === null ? success(null) : backups.salvage(path, target);
  },

  chooseBackupFolder: async (context) => {
    const folder = await context.dialogs.chooseBackupFolder();
    return folder === null ? success(context.settings.read()) : keepBackupFolder(context, folder);
  },

  forgetBackupFolder: (context) => keepBackupFolder(context, null),

  check: ({ checker }) => checker.check(),

  cancelCheck: ({ checker }) => {
    checker.cancel();
    return success(undefined);
  },

  compareWithPaper: ({ session }, { head }) => {
    const read = readPaperHead(head);
    if (read === null) {
      return failed(
        'invalid-input',
        'The head of the trail is a number and 16 digits or letters from a to f, as in 128-0f3c99aa01d2e4b7: at the foot of each page of the paper, after “Trail”.',
        'head',
      );
    }
    return session.using((db) => reading(db, () => compareWithPaper(db, read)));
  },
};
