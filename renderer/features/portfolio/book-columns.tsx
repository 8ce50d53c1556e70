import { BOOK_LINE_STATES, type BookBasis, type BookLine } from '#shared/domain/book.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatChange } from '#shared/domain/format-money.ts';
import { formatPercentChange } from '#shared/domain/format-number.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { GRADES, type Grade, type SubjectType } from '#shared/domain/vocabulary.ts';
import { GradeBadge } from '../../components/grade-badge.tsx';
import { type ExportedColumn, exportedAmount, type RecordColumn } from '../../components/record-columns.ts';
import { Amount, none, Reference } from './book-cells.tsx';
import { LineState } from './line-state.tsx';
import { LINE_WORDS, statusOf } from './line-words.ts';

const rank = (grade: Grade | null | undefined) => (grade == null ? null : GRADES.indexOf(grade));

interface ColumnFacts {
  /** The one currency of the book, for the heads; null where there are several, each figure then says its own. */
  readonly currency: string | null;
  readonly typeLabel: (type: SubjectType) => string;
}

/** The columns of the re-priced book, each with what it puts into the exported table. */
export function bookColumns({ currency, typeLabel }: ColumnFacts): readonly RecordColumn<BookLine>[] {
  const unit = currency === null ? '' : `, ${currency}`;
  const amount = (minor: MinorUnits | null | undefined, line: BookLine) => (
    <Amount minor={minor} currency={line.currency} isUnitInHead={currency !== null} />
  );
  return [
    {
      id: 'subjectName',
      title: 'Subject',
      sortBy: ({ subjectName }) => subjectName,
      cell: ({ subjectName, subjectType }) => (
        <>
          <strong title={subjectName}>{subjectName}</strong>
          <span className="book-second">{typeLabel(subjectType)}</span>
        </>
      ),
      exported: [{ title: 'Subject', value: ({ subjectName }) => subjectName }],
    },
    {
      id: 'type',
      title: 'Type',
      sortBy: ({ subjectType }) => typeLabel(subjectType),
      cell: ({ subjectType }) => typeLabel(subjectType),
      above: 1700,
      exported: [{ title: 'Type', value: ({ subjectType }) => typeLabel(subjectType) }],
    },
    {
      id: 'reference',
      title: 'Reference',
      sortBy: ({ issued }) => issued?.reference,
      cell: (line) => <Reference line={line} />,
      above: 900,
      exported: [
        { title: 'Quote reference', value: ({ issued }) => issued?.reference },
        { title: 'Quote version', value: ({ issued }) => issued?.version },
        { title: 'Revision', value: ({ revision }) => revision },
      ],
    },
    {
      id: 'status',
      title: 'Status',
      sortBy: statusOf,
      cell: statusOf,
      above: 1700,
      exported: [{ title: 'Status', value: statusOf }],
    },
    {
      id: 'asOf',
      title: 'As of',
      sortBy: ({ asOf }) => asOf,
      cell: ({ asOf }) => formatDate(asOf),
      above: 1240,
      exported: [{ title: 'As of', value: ({ asOf }) => asOf }],
    },
    {
      id: 'gradeIssued',
      title: 'Grade issued',
      sortBy: ({ issued }) => rank(issued?.grade),
      cell: ({ issued }) => (issued === null ? none : <GradeBadge grade={issued.grade} />),
      above: 1240,
      exported: [{ title: 'Grade as issued', value: ({ issued }) => issued?.grade }],
    },
    {
      id: 'gradeNow',
      title: 'Grade now',
      sortBy: ({ grade }) => rank(grade),
      cell: ({ grade, isKnockedOut }) =>
        grade === null ? none : <GradeBadge grade={grade} isKnockedOut={isKnockedOut} />,
      above: 900,
      exported: [
        { title: 'Grade now', value: ({ grade }) => grade },
        { title: 'Knocked out now', value: ({ isKnockedOut }) => (isKnockedOut ? 'yes' : 'no') },
      ],
    },
    {
      id: 'premiumIssued',
      title: `Issued${unit}`,
      sortBy: ({ issued }) => issued?.quotedMinor,
      startsDescending: true,
      cell: (line) => amount(line.issued?.quotedMinor, line),
      isFigure: true,
      exported: [
        { title: 'Currency', value: (line) => line.currency },
        { title: 'Premium as issued', value: ({ issued }) => exportedAmount(issued?.quotedMinor) },
      ],
    },
    {
      id: 'premiumNow',
      title: `Now${unit}`,
      sortBy: ({ quotedMinor }) => quotedMinor,
      startsDescending: true,
      cell: (line) => amount(line.quotedMinor, line),
      isFigure: true,
      exported: [{ title: 'Premium now', value: ({ quotedMinor }) => exportedAmount(quotedMinor) }],
    },
    {
      id: 'change',
      title: `Change${unit}`,
      sortBy: ({ changeMinor }) => changeMinor,
      startsDescending: true,
      cell: ({ changeMinor }) => {
        if (changeMinor === null) return none;
        return changeMinor === 0 ? <span className="faint">0.00</span> : formatChange(changeMinor);
      },
      isFigure: true,
      above: 900,
      exported: [{ title: 'Change', value: ({ changeMinor }) => exportedAmount(changeMinor) }],
    },
    {
      id: 'changePercent',
      title: 'Change, %',
      sortBy: ({ changePercent }) => changePercent,
      startsDescending: true,
      cell: ({ changePercent }) =>
        changePercent === null || changePercent === 0
          ? none
          : formatPercentChange(changePercent).replace(/%$/, ''),
      isFigure: true,
      exported: [{ title: 'Change, %', value: ({ changePercent }) => changePercent }],
    },
    {
      id: 'line',
      title: 'Result',
      sortBy: ({ line }) => BOOK_LINE_STATES.indexOf(line),
      cell: (line) => <LineState line={line} />,
      exported: [
        { title: 'Result', value: ({ line }) => LINE_WORDS[line] },
        { title: 'Remarks', value: ({ remarks }) => remarks.join(' ') || null },
      ],
    },
  ];
}

/** What the exported table says beside what is on the screen: with what each line was priced, then and now. */
export const columnsOfExportAlone = (
  now: Pick<BookBasis, 'modelId' | 'engineVersion' | 'repricedAt'>,
): readonly ExportedColumn<BookLine>[] => [
  { title: 'Model as issued', value: ({ issued }) => issued?.modelId },
  { title: 'Engine as issued', value: ({ issued }) => issued?.engineVersion },
  { title: 'Model now', value: () => now.modelId },
  { title: 'Engine now', value: () => now.engineVersion },
  { title: 'Re-priced at', value: () => now.repricedAt },
  { title: 'Assessment id', value: ({ id }) => id },
];
