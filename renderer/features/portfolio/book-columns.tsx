import { createColumnHelper } from '@tanstack/react-table';
import { BOOK_LINE_STATES, type BookLine } from '#shared/domain/book.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatChange } from '#shared/domain/format-money.ts';
import { formatPercentChange } from '#shared/domain/format-number.ts';
import { GRADES, type Grade, type SubjectType } from '#shared/domain/vocabulary.ts';
import { GradeBadge } from '../../components/grade-badge.tsx';
import { byNumber, byText, type recordFeatures } from '../../components/record-columns.ts';
import { Amount, none, Reference } from './book-cells.tsx';
import { LineState } from './line-state.tsx';
import { statusOf } from './reprice.strings.ts';

const helper = createColumnHelper<typeof recordFeatures, BookLine>();
const rank = (grade: Grade | null | undefined) =>
  grade === null || grade === undefined ? undefined : GRADES.indexOf(grade);

interface ColumnFacts {
  /** The one currency of the book, for the heads; null where there are several, each figure then says its own. */
  readonly currency: string | null;
  readonly typeLabel: (type: SubjectType) => string;
}

export function bookColumns({ currency, typeLabel }: ColumnFacts) {
  const unit = currency === null ? '' : `, ${currency}`;
  const amount = (minor: number | null | undefined, line: BookLine) => (
    <Amount minor={minor} currency={line.currency} isUnitInHead={currency !== null} />
  );
  return helper.columns([
    helper.accessor('subjectName', {
      header: 'Subject',
      sortFn: byText,
      cell: ({ row: { original } }) => (
        <>
          <strong title={original.subjectName}>{original.subjectName}</strong>
          <span className="book-second">{typeLabel(original.subjectType)}</span>
        </>
      ),
    }),
    helper.accessor((line) => typeLabel(line.subjectType), {
      id: 'type',
      header: 'Type',
      sortFn: byText,
      cell: ({ getValue }) => getValue(),
    }),
    helper.accessor((line) => line.issued?.reference, {
      id: 'reference',
      header: 'Reference',
      sortFn: byText,
      sortUndefined: 'last',
      cell: ({ row: { original } }) => <Reference line={original} />,
    }),
    helper.accessor(statusOf, {
      id: 'status',
      header: 'Status',
      sortFn: byText,
      cell: ({ getValue }) => getValue(),
    }),
    helper.accessor('asOf', {
      header: 'As of',
      sortFn: byText,
      cell: ({ getValue }) => formatDate(getValue()),
    }),
    helper.accessor((line) => rank(line.issued?.grade), {
      id: 'gradeIssued',
      header: 'Grade issued',
      sortFn: byNumber,
      sortUndefined: 'last',
      cell: ({ row: { original } }) =>
        original.issued === null ? none : <GradeBadge grade={original.issued.grade} />,
    }),
    helper.accessor((line) => rank(line.grade), {
      id: 'gradeNow',
      header: 'Grade now',
      sortFn: byNumber,
      sortUndefined: 'last',
      cell: ({ row: { original } }) =>
        original.grade === null ? (
          none
        ) : (
          <GradeBadge grade={original.grade} isKnockedOut={original.isKnockedOut} />
        ),
    }),
    helper.accessor((line) => line.issued?.quotedMinor, {
      id: 'premiumIssued',
      header: `Issued${unit}`,
      sortFn: byNumber,
      sortUndefined: 'last',
      sortDescFirst: true,
      cell: ({ row: { original } }) => amount(original.issued?.quotedMinor, original),
    }),
    helper.accessor((line) => line.quotedMinor ?? undefined, {
      id: 'premiumNow',
      header: `Now${unit}`,
      sortFn: byNumber,
      sortUndefined: 'last',
      sortDescFirst: true,
      cell: ({ row: { original } }) => amount(original.quotedMinor, original),
    }),
    helper.accessor((line) => line.changeMinor ?? undefined, {
      id: 'change',
      header: `Change${unit}`,
      sortFn: byNumber,
      sortUndefined: 'last',
      sortDescFirst: true,
      cell: ({ getValue }) => {
        const minor = getValue();
        return minor === undefined ? (
          none
        ) : minor === 0 ? (
          <span className="faint">0.00</span>
        ) : (
          formatChange(minor)
        );
      },
    }),
    helper.accessor((line) => line.changePercent ?? undefined, {
      id: 'changePercent',
      header: 'Change, %',
      sortFn: byNumber,
      sortUndefined: 'last',
      sortDescFirst: true,
      cell: ({ getValue }) => {
        const percent = getValue();
        return percent === undefined || percent === 0 ? none : formatPercentChange(percent).replace(/%$/, '');
      },
    }),
    helper.accessor((line) => BOOK_LINE_STATES.indexOf(line.line), {
      id: 'line',
      header: 'Result',
      sortFn: byNumber,
      cell: ({ row: { original } }) => <LineState line={original} />,
    }),
  ]);
}

export const FIGURE_COLUMNS: readonly string[] = ['premiumIssued', 'premiumNow', 'change', 'changePercent'];
