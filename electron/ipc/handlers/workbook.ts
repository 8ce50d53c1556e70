import { basename } from 'node:path';
import { failed, success } from '#shared/domain/result.ts';
import { readPaperHead } from '#shared/domain/trail-head.ts';
import { compareWithPaper } from '../../store/audit/trail-heads.ts';
import { backUpWorkbook } from '../../store/backup/back-up.ts';
import { reading } from '../../store/connection/database.ts';
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
