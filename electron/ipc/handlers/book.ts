import { bookContents, listBook } from '../../store/book/book.ts';
import type { GroupHandlers } from '../context.ts';

export const bookHandlers: GroupHandlers<'book'> = {
  list: ({ session }) => session.using(listBook),

  contents: ({ session }, { ids }) => session.using((db) => bookContents(db, ids)),
};
