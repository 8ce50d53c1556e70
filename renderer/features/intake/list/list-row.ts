import { offerShown } from '#shared/deal/state-shown.ts';
import { OFFER_STATE_WORDS } from '#shared/deal/state-words.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { searchKey, searchWords } from '#shared/domain/name-key.ts';
import type { AssessmentSummary, CaseId, QuoteSummary } from '#shared/domain/records.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';

/** A line of the list: a revision, with what its whole case tells. */
export interface ListRow extends AssessmentSummary {
  /** The newest quote of its case, whichever revision that is of; of an earlier revision its own. */
  readonly offer: QuoteSummary | null;
  /** Every name and reference that any revision of its case goes by. */
  readonly namesOfCase: readonly string[];
}

const newer = (one: QuoteSummary | null, other: QuoteSummary | null): QuoteSummary | null =>
  one === null || (other !== null && other.version > one.version) ? other : one;

const namesIn = ({ subjectName, legalName, insured, broker, latestQuote }: AssessmentSummary) =>
  [subjectName, legalName, insured, broker, latestQuote?.reference ?? null].flatMap((name) => name ?? []);

/** The lines of a list of all revisions, the bin included: what one revision was called or offered finds the others. */
export function listRows(list: readonly AssessmentSummary[]): readonly ListRow[] {
  const cases = new Map<CaseId, Pick<ListRow, 'offer' | 'namesOfCase'>>();
  for (const row of list) {
    const told = cases.get(row.caseId);
    cases.set(row.caseId, {
      offer: newer(told?.offer ?? null, row.latestQuote),
      namesOfCase: [...new Set([...(told?.namesOfCase ?? []), ...namesIn(row)])],
    });
  }
  return list.map((row) => {
    const { offer = null, namesOfCase = [] } = cases.get(row.caseId) ?? {};
    return { ...row, namesOfCase, offer: row.isLatestRevision ? offer : row.latestQuote };
  });
}

/** `BAL-2026-0001-K7QX2 v1`. */
export const offerName = ({ reference, version }: QuoteSummary): string => `${reference} v${version}`;

/** How long an offer stands, and what it is where it is none: `until 28 Dec 2026`. */
export function offerStanding({ status, validUntil, offerState }: QuoteSummary, today: IsoDate): string {
  const shown = offerShown({ state: offerState, validUntil }, today);
  const until =
    shown === 'open' || shown === 'lapsed'
      ? `${shown === 'lapsed' ? 'lapsed on' : 'until'} ${formatDate(validUntil)}`
      : OFFER_STATE_WORDS[shown].toLowerCase();
  return status === 'indication' ? `indication, ${until}` : until;
}

/** Whether every word of a search occurs in one of the texts, however either is spelt. */
export function hasWords(texts: readonly string[], search: string): boolean {
  const key = searchKey(texts.join('\n'));
  return searchWords(search).every((word) => key.includes(word));
}

/** What a line is found by. */
export const searchedTexts = (
  { namesOfCase, subjectType }: ListRow,
  typeLabel: (type: SubjectType) => string,
): readonly string[] => [...namesOfCase, typeLabel(subjectType)];
