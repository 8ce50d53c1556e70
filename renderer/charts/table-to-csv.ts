import { csvCellOf } from '#shared/domain/csv-text.ts';
import type { ChartCell, ChartTable } from './chart-view.ts';

function csvCell(cell: ChartCell): string {
  if (typeof cell === 'string') return csvCellOf(cell.replaceAll('\u00a0', ' '));
  return Number.isFinite(cell.exact) ? String(cell.exact) : csvCellOf(cell.shown);
}

/** RFC 4180 lines, exact figures with a decimal point whatever the locale, text guarded against formulas. */
export function tableToCsv(table: ChartTable): string {
  const head = table.columns.map((column) => csvCellOf(column.label)).join(',');
  const lines = table.rows.map((row) => row.map(csvCell).join(','));
  return `${[head, ...lines].join('\r\n')}\r\n`;
}
