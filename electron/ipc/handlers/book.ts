import { basename } from 'node:path';
import { success } from '#shared/domain/result.ts';
import { bookCsv, bookFileName } from '../../exchange/book-csv.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import { bookContents, listBook } from '../../store/book/book.ts';
import type { GroupHandlers } from '../context.ts';

export const bookHandlers: GroupHandlers<'book'> = {
  list: ({ session }) => session.using(listBook),

  contents: ({ session }, { ids }) => session.using((db) => bookContents(db, ids)),

  exportCsv: async ({ dialogs }, { basis, lines }) => {
    const path = await dialogs.placeTable(bookFileName(basis));
    if (path === null) return success({ isSaved: false, fileName: null });
    const written = writeFileDurably(path, bookCsv(basis, lines));
    return written.ok ? success({ isSaved: true, fileName: basename(path) }) : written;
  },
};
