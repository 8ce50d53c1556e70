import type { ReactTable, RowData } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import type { recordFeatures } from './record-columns.ts';

interface RecordTableHeadsProps<Row extends RowData> {
  readonly table: ReactTable<typeof recordFeatures, Row>;
  readonly figureColumns: readonly string[];
  /** Names the column of what can be done with a row, where there is one. */
  readonly actionsLabel: string | undefined;
}

/** Each head is a button that sorts; an arrow and `aria-sort` say how. */
export function RecordTableHeads<Row extends RowData>({
  table,
  figureColumns,
  actionsLabel,
}: RecordTableHeadsProps<Row>): ReactElement {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => {
            const direction = header.column.getIsSorted();
            return (
              <th
                key={header.id}
                scope="col"
                data-column={header.column.id}
                className={figureColumns.includes(header.column.id) ? 'numeric' : undefined}
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
