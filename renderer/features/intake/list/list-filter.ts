import { stateShown } from '#shared/deal/state-shown.ts';
import { SHOWN_CASE_STATES, type ShownCaseState } from '#shared/domain/deal-states.ts';
import { GRADES, type Grade, type SubjectType } from '#shared/domain/vocabulary.ts';
import { today } from '../../../components/format/dates.ts';
import { hasWords, type ListRow, searchedTexts } from './list-row.ts';

export interface ListFilter {
  readonly text: string;
  readonly type: SubjectType | 'any';
  /** Where its case stands today. */
  readonly state: 'any' | ShownCaseState;
  readonly grade: Grade | 'any' | 'none';
  readonly withEarlierRevisions: boolean;
}

export const noFilter: ListFilter = {
  text: '',
  type: 'any',
  state: 'any',
  grade: 'any',
  withEarlierRevisions: false,
};

export const isFiltering = (filter: ListFilter): boolean =>
  filter.text.trim() !== '' || filter.type !== 'any' || filter.state !== 'any' || filter.grade !== 'any';

/**
 * The rows that a filter leaves; every word of the text must occur in what its case is called: a name,
 * the insured, the broker or the reference of any revision, or the type.
 */
export function filterAssessments(
  list: readonly ListRow[],
  filter: ListFilter,
  typeLabel: (type: SubjectType) => string,
): ListRow[] {
  return list.filter((row) => {
    if (!filter.withEarlierRevisions && !row.isLatestRevision) return false;
    if (filter.type !== 'any' && row.subjectType !== filter.type) return false;
    if (filter.state !== 'any' && stateShown(row.deal, today()) !== filter.state) return false;
    if (filter.grade === 'none' ? row.grade !== null : filter.grade !== 'any' && row.grade !== filter.grade)
      return false;
    return hasWords(searchedTexts(row, typeLabel), filter.text);
  });
}

/** Reads a remembered filter; what is unknown is left open. */
export function filterFrom(value: unknown): ListFilter {
  if (typeof value !== 'object' || value === null) return noFilter;
  const known = { ...noFilter, ...value };
  return {
    text: typeof known.text === 'string' ? known.text : '',
    type: known.type,
    state: SHOWN_CASE_STATES.some((state) => state === known.state) ? known.state : 'any',
    grade: known.grade === 'none' || GRADES.includes(known.grade as Grade) ? known.grade : 'any',
    withEarlierRevisions: known.withEarlierRevisions === true,
  };
}
