import { basename } from 'node:path';
import { success } from '#shared/domain/result.ts';
import { csvText } from '../../exchange/csv.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import type { GroupHandlers } from '../context.ts';

export const tableHandlers: GroupHandlers<'tables'> = {
  exportCsv: async ({ dialogs }, { name, titles, rows }) => {
    const path = await dialogs.placeTable(`${name}.csv`);
    if (path === null) return success({ isSaved: false, fileName: null });
    const written = writeFileDurably(path, csvText([titles, ...rows]));
    return written.ok ? success({ isSaved: true, fileName: basename(path) }) : written;
  },
};
