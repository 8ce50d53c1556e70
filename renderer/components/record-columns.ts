import {
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type TableOptions,
  tableFeatures,
} from '@tanstack/react-table';

/** What every table of records can do: its heads sort. */
export const recordFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export type RecordColumns<Row extends RowData> = TableOptions<typeof recordFeatures, Row>['columns'];

interface Sortable {
  readonly getValue: (column: string) => unknown;
}

/** Without regard to case and accents. */
export const byText = (a: Sortable, b: Sortable, column: string): number =>
  String(a.getValue(column)).localeCompare(String(b.getValue(column)), 'en-GB', { sensitivity: 'base' });

export const byNumber = (a: Sortable, b: Sortable, column: string): number =>
  Number(a.getValue(column)) - Number(b.getValue(column));
