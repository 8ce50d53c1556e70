import type { ChartCell, ChartTable } from './chart-view.ts';

/** A text that a spreadsheet would run as a formula is made plain text by a leading apostrophe. */
function safeText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvCell(cell: ChartCell): string {
  if (typeof cell === 'string') return safeText(cell.replaceAll('\u00a0', ' '));
  return Number.isFinite(cell.exact) ? String(cell.exact) : safeText(cell.shown);
}

/** RFC 4180 lines, exact figures with a decimal point whatever the locale, text guarded against formulas. */
export function tableToCsv(table: ChartTable): string {
  const head = table.columns.map((column) => safeText(column.label)).join(',');
  const lines = table.rows.map((row) => row.map(csvCell).join(','));
  return `${[head, ...lines].join('\r\n')}\r\n`;
}
