import { basename } from 'node:path';
import { success } from '#shared/domain/result.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import { changeStamp } from '../change-stamp.ts';
import type { GroupHandlers } from '../context.ts';

export const reportHandlers: GroupHandlers<'reports'> = {
  savePdf: async (context, { report }) => {
    const { dialogs, reportPrinter, settings } = context;
    const path = await dialogs.placePdf(`${report.fileName}.pdf`);
    if (path === null) return success({ isSaved: false, fileName: null });
    const { paper } = settings.read();
    const pdf = await reportPrinter.print(
      { format: 'ballast-printed-report/1', paper, report },
      changeStamp(context),
    );
    if (!pdf.ok) return pdf;
    const written = writeFileDurably(path, pdf.value);
    return written.ok ? success({ isSaved: true, fileName: basename(path) }) : written;
  },
};
