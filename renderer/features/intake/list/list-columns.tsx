import { createColumnHelper } from '@tanstack/react-table';
import { createContext, useContext } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatScore } from '#shared/domain/format-number.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import { GRADES, type SubjectType } from '#shared/domain/vocabulary.ts';
import { MoneyFigure } from '../../../components/exact.tsx';
import { momentText } from '../../../components/format/dates.ts';
import { GradeBadge } from '../../../components/grade-badge.tsx';
import { byNumber, byText, type recordFeatures } from '../../../components/record-columns.ts';

/** The words of the model for a type of subject. */
export const TypeLabels = createContext<(type: SubjectType) => string>((type) => type);

const helper = createColumnHelper<typeof recordFeatures, AssessmentSummary>();

const TypeCell = ({ type }: { readonly type: SubjectType }) => useContext(TypeLabels)(type);

export const listColumns = helper.columns([
  helper.accessor('subjectName', {
    header: 'Subject',
    sortFn: byText,
    cell: ({ getValue }) => <strong className="list-subject">{getValue()}</strong>,
  }),
  helper.accessor('subjectType', {
    header: 'Type',
    sortFn: byText,
    cell: ({ getValue }) => <TypeCell type={getValue()} />,
  }),
  helper.accessor((row) => `${row.state} ${row.revision}`, {
    id: 'state',
    header: 'State',
    sortFn: byText,
    cell: ({ row: { original } }) => (
      <>
        {original.state === 'draft' ? 'Draft' : 'Finalised'}
        {original.revision > 1 && <span className="faint"> · revision {original.revision}</span>}
      </>
    ),
  }),
  helper.accessor('asOf', {
    header: 'As of',
    sortFn: byText,
    cell: ({ getValue }) => formatDate(getValue()),
  }),
  helper.accessor('overall', {
    header: 'Score',
    sortFn: byNumber,
    sortDescFirst: true,
    cell: ({ getValue }) => formatScore(getValue()),
  }),
  helper.accessor((row) => (row.grade === null ? undefined : GRADES.indexOf(row.grade)), {
    id: 'grade',
    header: 'Grade',
    sortFn: byNumber,
    sortUndefined: 'last',
    cell: ({ row: { original } }) => (
      <GradeBadge grade={original.grade} isKnockedOut={original.isKnockedOut} />
    ),
  }),
  helper.accessor((row) => row.quotedMinor ?? undefined, {
    id: 'premium',
    header: 'Premium',
    sortFn: byNumber,
    sortUndefined: 'last',
    sortDescFirst: true,
    cell: ({ row: { original } }) =>
      original.quotedMinor === null ? (
        <span className="faint">not priced</span>
      ) : (
        <MoneyFigure minor={original.quotedMinor} currency={original.currency} form="plain" />
      ),
  }),
  helper.accessor((row) => row.latestQuote?.reference, {
    id: 'quote',
    header: 'Latest quote',
    sortFn: byText,
    sortUndefined: 'last',
    cell: ({ row: { original } }) =>
      original.latestQuote === null ? (
        <span className="faint">none</span>
      ) : (
        `${original.latestQuote.reference} v${original.latestQuote.version}`
      ),
  }),
  helper.accessor('updatedAt', {
    header: 'Updated',
    sortFn: byText,
    sortDescFirst: true,
    cell: ({ getValue }) => momentText(getValue()),
  }),
]);

export const FIGURE_COLUMNS: readonly string[] = ['overall', 'premium'];
