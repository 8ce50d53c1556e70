import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { RecordTable } from '../../../components/record-table.tsx';
import { listColumns } from './list-columns.tsx';
import { useListState } from './list-state.ts';
import './list-table.css';
import type { ListRow } from './list-row.ts';

interface ListTableProps {
  readonly label: string;
  readonly rows: ListRow[];
  readonly typeLabel: (type: SubjectType) => string;
  readonly onOpen: (row: ListRow) => void;
  readonly actionsOf: (row: ListRow) => ReactNode;
}

const idOf = (row: ListRow) => row.id;

/** The list of assessments; it comes back as it was left. */
export function ListTable({ label, rows, typeLabel, onOpen, actionsOf }: ListTableProps): ReactElement {
  const columns = useMemo(() => listColumns(typeLabel), [typeLabel]);
  const sorting = useListState((state) => state.sorting);
  const focusedId = useListState((state) => state.focusedId);
  return (
    <RecordTable
      label={label}
      className="list-table"
      rows={rows}
      columns={columns}
      idOf={idOf}
      sorting={sorting}
      focusedId={focusedId}
      initialOffset={useListState.getState().offset}
      onRemember={(change) => useListState.setState(change)}
      onOpen={onOpen}
      opensOn="click"
      actions={{ label: 'Actions', of: actionsOf }}
    />
  );
}
