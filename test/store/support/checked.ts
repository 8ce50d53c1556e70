import { type CheckBasis, checkSteps } from '#electron/store/check/check-workbook.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import type { CheckReport } from '#shared/domain/records.ts';

/** The report of a whole check, made at once. */
export function checkedNow(db: WorkbookDatabase, basis: Partial<CheckBasis> = {}): CheckReport {
  const steps = checkSteps(db, { now: new Date('2026-07-01T09:30:00.000Z'), ...basis });
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** The lines of a report that say that something is wrong, by id. */
export const unsound = (
  findings: readonly { readonly id: string; readonly isSound: boolean }[],
): readonly string[] => findings.filter((item) => !item.isSound).map(({ id }) => id);
