import { localDay } from '#shared/domain/dates.ts';
import { bookContents, listBook } from '../../store/book/book.ts';
import { bookSoFar, linkedNamesIn } from '../../store/book/book-so-far.ts';
import { capacitiesIn, setCapacity } from '../../store/book/capacities.ts';
import { reading } from '../../store/connection/database.ts';
import { changeStamp } from '../change-stamp.ts';
import type { GroupHandlers } from '../context.ts';

export const bookHandlers: GroupHandlers<'book'> = {
  list: ({ session }) => session.using(listBook),

  contents: ({ session }, { ids }) => session.using((db) => bookContents(db, ids)),

  soFar: ({ session, now }, { id }) =>
    session.using((db) => bookSoFar(db, { assessmentId: id, today: localDay(now()) })),

  names: ({ session }) => session.using(linkedNamesIn),

  capacities: ({ session }) => session.using((db) => reading(db, () => capacitiesIn(db))),

  setCapacity: (context, capacity) =>
    context.session.using((db) => setCapacity(db, { ...changeStamp(context), ...capacity })),
};
