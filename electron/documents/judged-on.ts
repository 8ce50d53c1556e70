import type { BookSoFar } from '#shared/domain/accumulation.ts';
import { type IsoDate, localDay } from '#shared/domain/dates.ts';
import { type Parties, partiesOf } from '#shared/domain/parties.ts';
import type { Insurer, Profile } from '#shared/domain/people.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { type Result, success } from '#shared/domain/result.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import { bookSoFar } from '../store/book/book-so-far.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { readInsurer } from '../store/people/insurer.ts';
import { authorityOf } from '../store/people/profiles.ts';

/** What a judgement takes from the workbook beside content and model. */
interface JudgedOn {
  readonly on: {
    readonly today: IsoDate;
    readonly book: BookSoFar;
    /** Null where nobody in particular does it. */
    readonly authority: Profile | null;
    readonly parties: Parties;
  };
  readonly insurer: Insurer | null;
}

/**
 * The day, the offers that are out beside an assessment, who judges it and for whom. The assessment is null where the workbook
 * does not have it yet.
 */
export function judgedOn(
  db: WorkbookDatabase,
  stamp: ChangeStamp,
  assessmentId: AssessmentId | null,
): Result<JudgedOn> {
  const insurer = readInsurer(db);
  if (!insurer.ok) return insurer;
  const authority = authorityOf(db, stamp);
  if (!authority.ok) return authority;
  const today = localDay(stamp.now);
  const book = bookSoFar(db, { assessmentId, today });
  if (!book.ok) return book;
  const parties = partiesOf(insurer.value, stamp.actor);
  return success({
    on: { today, book: book.value, authority: authority.value, parties },
    insurer: insurer.value,
  });
}
