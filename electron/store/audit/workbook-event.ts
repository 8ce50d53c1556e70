import type { Result } from '#shared/domain/result.ts';
import { changing, type WorkbookDatabase } from '../connection/database.ts';
import { type AuditAction, appendAudit, type ChangeStamp } from './audit.ts';

/** Enters what happened to the workbook as a whole, in a sentence. */
export const enterWorkbookEvent = (
  db: WorkbookDatabase,
  stamp: ChangeStamp,
  event: { readonly action: AuditAction; readonly detail: string },
): Result<undefined> =>
  changing(db, () => {
    appendAudit(db, stamp, { ...event, subjectOf: 'Workbook' });
    return undefined;
  });
