import type { ExportedTable } from '#shared/contract/exported-table.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { exportedTable } from '../../../components/record-columns.ts';
import { COLUMNS_OF_EXPORT_ALONE, listColumns } from './list-columns.tsx';
import type { ListRow } from './list-row.ts';

/** The rows that the filter leaves as a table. */
export function exportedList(
  rows: readonly ListRow[],
  typeLabel: (type: SubjectType) => string,
): ExportedTable {
  const shown = listColumns(typeLabel).flatMap(({ exported }) => exported);
  return exportedTable('assessments', [...shown, ...COLUMNS_OF_EXPORT_ALONE], rows);
}
