import type { ReactTable, RowData } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import type { RecordColumn, recordFeatures } from './record-columns.ts';

interface RecordTableHeadsProps<Row extends RowData> {
  readonly table: ReactTable<typeof recordFeatures, Row>;
  readonly columns: readonly RecordColumn<Row>[];
  /** Names the column of what can be done with a row, where there is one. */
  readonly actionsLabel: string | undefined;
}

/** What head and cells of a column have in common. */
export const cellAttributes = <Row,>({ id, isFigure, above }: RecordColumn<Row>) => ({
  'data-column': id,
  'data-above': above,
  className: isFigure === true ? 'numeric' : undefined,
});

/** Each head is a button that sorts; an arrow and `aria-sort` say how. */
export function RecordTableHeads<Row extends RowData>({
  table,
  columns,
  actionsLabel,
}: RecordTableHeadsProps<Row>): ReactElement {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header, index) => {
            const direction = header.column.getIsSorted();
            const column = columns[index];
            return (
              <th
                key={header.id}
                scope="col"
                {...(column === undefined ? {} : cellAttributes(column))}
                aria-sort={direction === false ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
              >
                <button type="button" onClick={() => header.column.toggleSorting()}>
                  <table.FlexRender header={header} />
                  {direction === 'asc' && <ArrowUp aria-hidden />}
                  {direction === 'desc' && <ArrowDown aria-hidden />}
                </button>
              </th>
            );
          })}
          {actionsLabel !== undefined && (
            <th scope="col" data-column="actions">
              <span className="visually-hidden">{actionsLabel}</span>
            </th>
          )}
        </tr>
      ))}
    </thead>
  );
}
