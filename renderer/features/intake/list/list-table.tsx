import { type ReactTable, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactElement, type ReactNode, useRef } from 'react';
import type { AssessmentSummary } from '#shared/contract/records.ts';
import { listWords } from './list.strings.ts';
import { FIGURE_COLUMNS, listColumns, listFeatures } from './list-columns.tsx';
import { useListState } from './list-state.ts';
import { useRowFocus } from './use-row-focus.ts';
import './list-table.css';

interface ListTableProps {
  readonly label: string;
  readonly rows: AssessmentSummary[];
  readonly onOpen: (row: AssessmentSummary) => void;
  readonly actionsOf: (row: AssessmentSummary) => ReactNode;
}

type Table = ReactTable<typeof listFeatures, AssessmentSummary>;

const ROW_HEIGHT = 40;
const COLUMN_COUNT = listColumns.length + 1;

/** The list: sortable heads, one row in the tab order, arrows move, Enter opens. Only rows in view are drawn. */
export function ListTable({ label, rows, onOpen, actionsOf }: ListTableProps): ReactElement {
  const sorting = useListState((state) => state.sorting);
  const table = useTable({
    features: listFeatures,
    columns: listColumns,
    data: rows,
    getRowId: (row) => row.id,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (updater) =>
      useListState.setState((state) => ({
        sorting: typeof updater === 'function' ? updater(state.sorting) : updater,
      })),
  });
  const sorted = table.getRowModel().rows;
  const room = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => room.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => sorted[index]?.id ?? index,
    initialOffset: useListState.getState().offset,
    overscan: 8,
  });
  const shown = virtualizer.getVirtualItems();
  const { activeId, onKeyDown, focusRow } = useRowFocus(
    sorted.map(({ id }) => id),
    room,
    (index) => virtualizer.scrollToIndex(index),
    (index) => {
      const row = sorted[index];
      if (row) onOpen(row.original);
    },
  );
  const above = shown[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);

  return (
    <div
      ref={room}
      className="list-room"
      onScroll={(event) => useListState.setState({ offset: event.currentTarget.scrollTop })}
    >
      <table
        className="list-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are moved through and opened by keyboard
        role="grid"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        onKeyDown={onKeyDown}
      >
        <Heads table={table} />
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {shown.map((item) => {
            const row = sorted[item.index];
            if (!row) return null;
            return (
              <tr
                key={row.id}
                data-row={row.id}
                aria-rowindex={item.index + 2}
                tabIndex={row.id === activeId ? 0 : -1}
                onClick={() => onOpen(row.original)}
                onFocus={() => focusRow(row.id)}
              >
                {row.getAllCells().map((cell) => (
                  <td
                    key={cell.id}
                    data-column={cell.column.id}
                    className={FIGURE_COLUMNS.includes(cell.column.id) ? 'numeric' : undefined}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
                <td data-column="actions">
                  {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps a press on the menu from opening the row */}
                  {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the menu itself */}
                  <span onClick={(event) => event.stopPropagation()}>{actionsOf(row.original)}</span>
                </td>
              </tr>
            );
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
    </div>
  );
}

const Spacer = ({ height }: { readonly height: number }): ReactElement => (
  <tr aria-hidden className="list-spacer">
    <td colSpan={COLUMN_COUNT} style={{ height }} />
  </tr>
);

function Heads({ table }: { readonly table: Table }): ReactElement {
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
                className={FIGURE_COLUMNS.includes(header.column.id) ? 'numeric' : undefined}
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
          <th scope="col" data-column="actions">
            <span className="visually-hidden">{listWords.actions}</span>
          </th>
        </tr>
      ))}
    </thead>
  );
}
