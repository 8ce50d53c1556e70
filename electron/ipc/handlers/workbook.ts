import { basename } from 'node:path';
import { failed, success } from '#shared/domain/result.ts';
import { backUpWorkbook } from '../../store/backup/back-up.ts';
import { checkWorkbook } from '../../store/check/check-workbook.ts';
import type { GroupHandlers } from '../context.ts';

export const workbookHandlers: GroupHandlers<'workbook'> = {
  info: ({ session }) => success(session.info()),

  open: async ({ session, dialogs, flushWindow }) => {
    const path = await dialogs.chooseWorkbook();
    if (path === null) return success(session.info());
    await flushWindow();
    return session.open(path, 'open');
  },

  create: async ({ session, dialogs, flushWindow }) => {
    const path = await dialogs.placeNewWorkbook();
    if (path === null) return success(session.info());
    await flushWindow();
    return session.open(path, 'create');
  },

  showInFolder: ({ session, showInFolder }) => {
    const workbook = session.current();
    if (workbook === null) return failed('not-ready', 'No workbook is open.');
    showInFolder(workbook.path);
    return success(undefined);
  },

  backUp: ({ session, now }) => {
    const workbook = session.current();
    if (workbook === null) return failed('not-ready', 'No workbook is open, so there is nothing to back up.');
    const made = backUpWorkbook(workbook, { now: now() });
    return made.ok ? success({ fileName: basename(made.value.path), folder: made.value.folder }) : made;
  },

  check: ({ session, now }) => session.using((db) => success(checkWorkbook(db, now()))),
};
