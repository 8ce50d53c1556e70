import type { Insurer } from '#shared/domain/people.ts';
import { failed, type Result } from '#shared/domain/result.ts';
import type { SubmissionPeople } from '#shared/domain/submission.ts';
import type { Named, SignedIn } from '../ipc/signed-in.ts';
import { takeInsurer } from '../ipc/take-insurer.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';

/**
 * Who is entered with what a run without a window does: whom the submission names, else who works in the workbook without a
 * passphrase, else nobody. The insurer of the submission becomes that of a workbook that has none.
 */
export async function stampOfRun(
  {
    people,
    now,
    passphrase,
  }: { readonly people: SignedIn; readonly now: Date; readonly passphrase: Named['passphrase'] },
  { insurer, underwriter }: SubmissionPeople,
  db: WorkbookDatabase,
): Promise<Result<ChangeStamp>> {
  const stamp: Result<ChangeStamp> =
    underwriter === null
      ? { ok: true, value: people.stampIn(db, now) }
      : await people.stampAs(db, { name: underwriter.name, passphrase }, now);
  if (!stamp.ok || insurer === null) return stamp;
  const kept = keepInsurer(db, insurer, stamp.value);
  return kept.ok ? stamp : kept;
}

function keepInsurer(db: WorkbookDatabase, insurer: Insurer, stamp: ChangeStamp): Result<unknown> {
  const other = takeInsurer(db, insurer, stamp);
  return !other.ok || other.value === null
    ? other
    : failed(
        'conflict',
        `The submission names the insurer “${insurer.name}”, but this workbook is kept for “${other.value.name}”. Use a workbook of that insurer, or leave the insurer out.`,
      );
}
