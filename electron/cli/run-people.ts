import { nameKey } from '#shared/domain/name-key.ts';
import type { Insurer } from '#shared/domain/people.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { SubmissionPeople } from '#shared/domain/submission.ts';
import { checkLogo } from '../exchange/logo-file.ts';
import type { SignedIn } from '../ipc/signed-in.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { readInsurer, setInsurer } from '../store/people/insurer.ts';

/**
 * Who is entered with what a run without a window does: whom the submission names, else who works in the workbook without a
 * passphrase, else nobody. The insurer of the submission becomes that of a workbook that has none.
 */
export function stampOfRun(
  { people, now }: { readonly people: SignedIn; readonly now: Date },
  { insurer, underwriter }: SubmissionPeople,
  db: WorkbookDatabase,
): Result<ChangeStamp> {
  const stamp =
    underwriter === null ? success(people.stampIn(db, now)) : people.stampAs(db, underwriter.name, now);
  if (!stamp.ok || insurer === null) return stamp;
  const kept = keepInsurer(db, insurer, stamp.value);
  return kept.ok ? stamp : kept;
}

function keepInsurer(db: WorkbookDatabase, insurer: Insurer, stamp: ChangeStamp): Result<unknown> {
  const before = readInsurer(db);
  if (!before.ok) return before;
  if (before.value === null) {
    const logo = insurer.logo === null ? success(null) : checkLogo(insurer.logo);
    return logo.ok ? setInsurer(db, { ...stamp, insurer }) : logo;
  }
  return nameKey(before.value.name) === nameKey(insurer.name)
    ? before
    : failed(
        'conflict',
        `The submission names the insurer “${insurer.name}”, but this workbook is kept for “${before.value.name}”. Use a workbook of that insurer, or leave the insurer out.`,
      );
}
