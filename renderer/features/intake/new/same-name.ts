import type { AssessmentSummary } from '#shared/domain/records.ts';

const LEGAL_FORMS =
  /\b(ltd|limited|inc|llc|plc|gmbh|ag|sa|bv|pte|corp|corporation|foundation|dao|labs?|protocol|exchange)\b/g;

const core = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const bare = (name: string) => core(name).replace(LEGAL_FORMS, '').replace(/\s+/g, ' ').trim();

/** Earlier assessments of a subject that may be the same: equal names but for case, accents and legal form, newest first. */
export function sameNamed(name: string, list: readonly AssessmentSummary[]): AssessmentSummary[] {
  const wanted = core(name);
  if (wanted.length < 3) return [];
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
