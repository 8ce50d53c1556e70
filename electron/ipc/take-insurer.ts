import { nameKey } from '#shared/domain/name-key.ts';
import type { Insurer } from '#shared/domain/people.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { checkLogo } from '../exchange/logo-file.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { readInsurer, setInsurer } from '../store/people/insurer.ts';

/**
 * The insurer that a submission names becomes that of a workbook that has none. Gives the insurer of the workbook where it is
 * another one, and null where the two are the same.
 */
export function takeInsurer(
  db: WorkbookDatabase,
  insurer: Insurer,
  stamp: ChangeStamp,
): Result<Insurer | null> {
  const before = readInsurer(db);
  if (!before.ok) return before;
  if (before.value !== null) {
    const isSame = nameKey(before.value.name) === nameKey(insurer.name);
    return success(isSame ? null : before.value);
  }
  const logo = insurer.logo === null ? success(null) : checkLogo(insurer.logo);
  if (!logo.ok) return logo;
  const kept = setInsurer(db, { ...stamp, insurer });
  return kept.ok ? success(null) : kept;
}
