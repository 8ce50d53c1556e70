import { localDay } from '#shared/domain/dates.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { CALIBRATED_PACK, refusalText } from '#shared/library/library-pack.ts';
import { readOwnIncident, readOwnIncidents, type Surroundings } from '#shared/library/own-incidents.ts';
import { readIncidentsText } from '../../exchange/library-packs.ts';
import {
  addOwnIncidents,
  changeOwnIncident,
  listOwnIncidents,
  removeOwnIncident,
} from '../../store/library/own-incidents.ts';
import { changeStamp } from '../change-stamp.ts';
import type { Context, GroupHandlers } from '../context.ts';

export const libraryHandlers: GroupHandlers<'library'> = {
  packs: ({ libraryPacks }) => {
    const known = [];
    for (const { id, isBundled } of libraryPacks.ids()) {
      const pack = libraryPacks.read(id);
      if (!pack.ok) return pack;
      const { title, date } = pack.value.manifest;
      known.push({ id, title, date, isBundled, isCalibrated: id === CALIBRATED_PACK });
    }
    return success(known);
  },

  pack: ({ libraryPacks }, { id }) => libraryPacks.read(id),

  recipe: ({ recipe }) => success(recipe()),

  choosePack: async ({ dialogs, libraryPacks }) => {
    const path = await dialogs.chooseLibraryPack();
    return path === null ? success(null) : libraryPacks.look(path);
  },

  keepPack: ({ libraryPacks }, { id }) => libraryPacks.keep(id),

  own: ({ session }) => session.using(listOwnIncidents),

  putOwn: (context, { id, typed }) => {
    const around = surroundings(context, id);
    if (!around.ok) return around;
    const read = readOwnIncident(typed, around.value);
    if (!read.ok) {
      const [first] = read.faults;
      return failed('invalid-input', read.faults.map(({ sentence }) => sentence).join(' '), first?.field);
    }
    const { row } = read;
    const stamp = changeStamp(context);
    return context.session.using((db) =>
      id === null ? addOwnIncidents(db, { ...stamp, rows: [row] }) : changeOwnIncident(db, { ...stamp, row }),
    );
  },

  removeOwn: (context, { id }) =>
    context.session.using((db) => removeOwnIncident(db, { ...changeStamp(context), id })),

  importOwn: async (context) => {
    const path = await context.dialogs.chooseIncidents();
    if (path === null) return success({ added: 0 });
    const text = readIncidentsText(path);
    if (!text.ok) return text;
    const around = surroundings(context, null);
    if (!around.ok) return around;
    const read = readOwnIncidents(text.value, around.value);
    if (!read.ok) return failed('invalid-input', refusalText('of your own', read.faults));
    const stored = context.session.using((db) =>
      addOwnIncidents(db, { ...changeStamp(context), rows: read.rows }),
    );
    return stored.ok ? success({ added: read.rows.length }) : stored;
  },
};

/** What a new row is held against: the ids of every pack at hand and of the other own rows. */
function surroundings(context: Context, ownId: string | null): Result<Surroundings> {
  const { libraryPacks, session, now } = context;
  const own = session.using(listOwnIncidents);
  if (!own.ok) return own;
  const takenIds = new Set(own.value.map(({ id }) => id).filter((id) => id !== ownId));
  for (const { id } of libraryPacks.ids()) {
    const pack = libraryPacks.read(id);
    if (!pack.ok) return pack;
    for (const row of pack.value.library.incidents) takenIds.add(row.id);
  }
  return success({ takenIds, today: localDay(now()) });
}
