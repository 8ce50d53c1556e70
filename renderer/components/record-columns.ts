import {
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type TableOptions,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { ExportedTable, TableCell } from '#shared/contract/exported-table.ts';
import { fromMinor, type MinorUnits } from '#shared/domain/money.ts';

/** What a column puts into an exported table. */
export interface ExportedColumn<Row> {
  readonly title: string;
  readonly value: (row: Row) => TableCell | undefined;
}

/** One column of a table of records: how it is called, shown, sorted and exported. */
export interface RecordColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** Text goes without regard to case and accents; what has nothing stands last. */
  readonly sortBy: (row: Row) => string | number | null | undefined;
  readonly startsDescending?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  readonly isFigure?: boolean;
  /** Shown only where the window is wider than this. */
  readonly above?: 640 | 900 | 1080 | 1240 | 1700;
  readonly exported: readonly ExportedColumn<Row>[];
}

/** Money in an exported table: a plain number with two decimals, in a column beside its currency. */
export const exportedAmount = (minor: MinorUnits | null | undefined): number | null =>
  minor === null || minor === undefined ? null : Number(fromMinor(minor).toFixed(2));

/** The table that an export saves. */
export const exportedTable = <Row>(
  name: string,
  columns: readonly ExportedColumn<Row>[],
  rows: readonly Row[],
): ExportedTable => ({
  name,
  titles: columns.map(({ title }) => title),
  rows: rows.map((row) => columns.map(({ value }) => value(row) ?? null)),
});

/** What every table of records can do: its heads sort. */
export const recordFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

interface Sortable {
  readonly getValue: (column: string) => unknown;
}

function bySortValue(a: Sortable, b: Sortable, column: string): number {
  const [one, other] = [a.getValue(column), b.getValue(column)];
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en-GB', { sensitivity: 'base' });
}

/** The columns as the table library takes them. */
export const tableColumns = <Row extends RowData>(
  columns: readonly RecordColumn<Row>[],
): TableOptions<typeof recordFeatures, Row>['columns'] =>
  columns.map(({ id, title, sortBy, startsDescending }) => ({
    id,
    header: title,
    accessorFn: (row: Row) => sortBy(row) ?? undefined,
    sortFn: bySortValue,
    sortUndefined: 'last' as const,
    ...(startsDescending === undefined ? {} : { sortDescFirst: startsDescending }),
  }));
