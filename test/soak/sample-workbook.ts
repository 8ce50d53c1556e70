import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { typicalContent } from '#test/store/support/contents.ts';
import { issued, newDraft } from '#test/store/support/records.ts';
import { NOW, valueIn } from '#test/store/support/results.ts';

/** A workbook of drafts and issued quotes, to do harm to. */
export function makeSampleWorkbook(path: string, drafts = 4, quotes = 2): void {
  const workbook = valueIn(openWorkbook(path, { mode: 'create', appVersion: 'soak', now: NOW }));
  try {
    for (let i = 0; i < drafts; i += 1) newDraft(workbook.db, typicalContent(`Draft ${i}`));
    for (let i = 0; i < quotes; i += 1)
      issued(workbook.db, newDraft(workbook.db, typicalContent(`Client ${i}`)));
  } finally {
    closeWorkbook(workbook);
  }
}
