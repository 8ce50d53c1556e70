import { type RowData, type SortingState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useMemo, useRef } from 'react';
import { type RecordColumn, recordFeatures, tableColumns } from './record-columns.ts';
import { cellAttributes, RecordTableHeads } from './record-table-heads.tsx';
import { useRowFocus } from './use-row-focus.ts';
import './record-table.css';

/** What a table remembers, so that coming back finds it as it was left; its owner keeps it. */
export interface RecordTableState {
  readonly sorting: SortingState;
  readonly offset: number;
  readonly focusedId: string | null;
}

export interface RecordTableProps<Row extends RowData> {
  readonly label: string;
  readonly className?: string;
  readonly rows: Row[];
  readonly columns: readonly RecordColumn<Row>[];
  readonly idOf: (row: Row) => string;
  readonly sorting: SortingState;
  readonly focusedId: string | null;
  readonly initialOffset: number;
  readonly onRemember: (change: Partial<RecordTableState>) => void;
  readonly onOpen: (row: Row) => void;
  readonly opensOn: 'click' | 'double-click';
  readonly actions?: { readonly label: string; readonly of: (row: Row) => ReactNode };
}

const ROW_HEIGHT = 40;

/** Records: sortable heads, one row in the tab order, arrows move, Enter opens. Only rows in view are drawn. */
export function RecordTable<Row extends RowData>(props: RecordTableProps<Row>): ReactElement {
  const { label, rows, columns, idOf, sorting, onRemember, onOpen, actions } = props;
  const table = useTable({
    features: recordFeatures,
    columns: useMemo(() => tableColumns(columns), [columns]),
    data: rows,
    getRowId: idOf,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (updater) =>
      onRemember({ sorting: typeof updater === 'function' ? updater(sorting) : updater }),
  });
  const sorted = table.getRowModel().rows;
  const room = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => room.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => sorted[index]?.id ?? index,
    initialOffset: props.initialOffset,
    // Rows are drawn at once, and once: before it is measured the room counts as high as the window.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: 8,
  });
  const shown = virtualizer.getVirtualItems();
  const remember = (focusedId: string) => onRemember({ focusedId });
  const { activeId, onKeyDown } = useRowFocus({
    ids: sorted.map(({ id }) => id),
    remembered: props.focusedId,
    remember,
    room,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    open: (index) => {
      const row = sorted[index];
      if (row) onOpen(row.original);
    },
  });
  const above = shown[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const columnCount = columns.length + (actions === undefined ? 0 : 1);

  return (
    <div
      ref={room}
      className="record-room"
      onScroll={(event) => onRemember({ offset: event.currentTarget.scrollTop })}
    >
      <table
        className={`record-table ${props.className ?? ''}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are moved through and opened by keyboard
        role="grid"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        onKeyDown={onKeyDown}
      >
        <RecordTableHeads table={table} columns={columns} actionsLabel={actions?.label} />
        <tbody>
          {above > 0 && <Spacer height={above} columnCount={columnCount} />}
          {shown.map((item) => {
            const row = sorted[item.index];
            if (!row) return null;
            const open = () => onOpen(row.original);
            return (
              <tr
                key={row.id}
                data-row={row.id}
                aria-rowindex={item.index + 2}
                tabIndex={row.id === activeId ? 0 : -1}
                {...(props.opensOn === 'click' ? { onClick: open } : { onDoubleClick: open })}
                onFocus={() => remember(row.id)}
              >
                {columns.map((column) => (
                  <td key={column.id} {...cellAttributes(column)}>
                    {column.cell(row.original)}
                  </td>
                ))}
                {actions !== undefined && (
                  <td data-column="actions">
                    {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps a press on the menu from opening the row */}
                    {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the menu itself */}
                    <span onClick={(event) => event.stopPropagation()}>{actions.of(row.original)}</span>
                  </td>
                )}
              </tr>
            );
          })}
          {below > 0 && <Spacer height={below} columnCount={columnCount} />}
        </tbody>
      </table>
    </div>
  );
}

interface SpacerProps {
  readonly height: number;
  readonly columnCount: number;
}

const Spacer = ({ height, columnCount }: SpacerProps): ReactElement => (
  <tr aria-hidden className="record-spacer">
    <td colSpan={columnCount} style={{ height }} />
  </tr>
);
