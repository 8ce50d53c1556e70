import { type ReactElement, useMemo } from 'react';
import type { BookLine } from '#shared/domain/book.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { openAssessment } from '../../editor/actions.ts';
import { bookColumns } from './book-columns.tsx';
import { rememberTable, useReprice } from './reprice-store.ts';
import './book-table.css';

interface BookTableProps {
  readonly lines: readonly BookLine[];
  /** The one currency of the book, or null. */
  readonly currency: string | null;
  readonly typeLabel: (type: SubjectType) => string;
}

const idOf = (line: BookLine) => line.id;

/** Every line of the book; Enter or a double click opens its assessment. */
export function BookTable({ lines, currency, typeLabel }: BookTableProps): ReactElement {
  const { sorting, focusedId } = useReprice((state) => state.table);
  const columns = useMemo(() => bookColumns({ currency, typeLabel }), [currency, typeLabel]);
  const rows = useMemo(() => [...lines], [lines]);
  const focused = lines.find(({ id }) => id === focusedId);
  return (
    <div className="book-table-room">
      <RecordTable
        label="Re-priced assessments"
        className="book-table"
        rows={rows}
        columns={columns}
        idOf={idOf}
        sorting={sorting}
        focusedId={focusedId}
        initialOffset={useReprice.getState().table.offset}
        onRemember={rememberTable}
        onOpen={(line) => openAssessment(line.id)}
        opensOn="double-click"
      />
      <Remarks line={focused} />
    </div>
  );
}

/** What the narrow cell cuts off, whole, for the row that has the focus; the cell itself is read out in full. */
const Remarks = ({ line }: { readonly line: BookLine | undefined }): ReactElement => (
  <p className="book-remarks small soft" aria-hidden>
    {line !== undefined && line.remarks.length > 0
      ? `${line.subjectName}: ${line.remarks.join(' ')}`
      : 'Enter or a double click opens the assessment; the arrow keys move.'}
  </p>
);
