import { searchKey, searchWords } from '#shared/domain/name-key.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import { GRADES, type Grade, type SubjectType } from '#shared/domain/vocabulary.ts';

export interface ListFilter {
  readonly text: string;
  readonly type: SubjectType | 'any';
  readonly state: 'any' | 'draft' | 'finalised' | 'quoted';
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

/** The rows that a filter leaves; every word of the text must occur in the name, the type or the quote's reference. */
export function filterAssessments(
  list: readonly AssessmentSummary[],
  filter: ListFilter,
  typeLabel: (type: SubjectType) => string,
): AssessmentSummary[] {
  const words = searchWords(filter.text);
  return list.filter((row) => {
    if (!filter.withEarlierRevisions && !row.isLatestRevision) return false;
    if (filter.type !== 'any' && row.subjectType !== filter.type) return false;
    if (
      filter.state === 'quoted'
        ? row.latestQuote === null
        : filter.state !== 'any' && row.state !== filter.state
    )
      return false;
    if (filter.grade === 'none' ? row.grade !== null : filter.grade !== 'any' && row.grade !== filter.grade)
      return false;
    const haystack = searchKey(
      `${row.subjectName} ${typeLabel(row.subjectType)} ${row.latestQuote?.reference ?? ''}`,
    );
    return words.every((word) => haystack.includes(word));
  });
}

/** Reads a remembered filter; what is unknown is left open. */
export function filterFrom(value: unknown): ListFilter {
  if (typeof value !== 'object' || value === null) return noFilter;
  const known = { ...noFilter, ...value };
  return {
    text: typeof known.text === 'string' ? known.text : '',
    type: known.type,
    state: ['any', 'draft', 'finalised', 'quoted'].includes(known.state) ? known.state : 'any',
    grade: known.grade === 'none' || GRADES.includes(known.grade as Grade) ? known.grade : 'any',
    withEarlierRevisions: known.withEarlierRevisions === true,
  };
}
