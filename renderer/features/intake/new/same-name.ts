import { searchKey } from '#shared/domain/name-key.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';

const LEGAL_FORMS =
  /\b(ltd|limited|inc|llc|plc|gmbh|ag|sa|bv|pte|corp|corporation|foundation|dao|labs?|protocol|exchange)\b/g;

const core = (name: string) =>
  searchKey(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const bare = (name: string) => core(name).replace(LEGAL_FORMS, '').replace(/\s+/g, ' ').trim();

/** Earlier assessments of a subject that may be the same: equal names but for case, width, accents and legal form, newest first. */
export function sameNamed<Row extends AssessmentSummary>(name: string, list: readonly Row[]): Row[] {
  const wanted = core(name);
  // A name of two letters is whole in some scripts, and the beginning of any in others.
  if (wanted === '' || /^[\x20-\x7f]{1,2}$/.test(wanted)) return [];
  const wantedBare = bare(name);
  return list
    .filter((row) => row.isLatestRevision && !row.isInBin)
    .filter(
      ({ subjectName }) =>
        core(subjectName) === wanted ||
        (wantedBare.length >= 3 && bare(subjectName) === wantedBare) ||
        (wanted.length >= 5 && core(subjectName).startsWith(wanted)),
    )
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, 3);
}
