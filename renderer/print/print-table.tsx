import { Fragment, type ReactElement, type ReactNode } from 'react';
import { isolated } from '#shared/domain/isolated.ts';

export interface PrintColumn {
  readonly label: string;
  readonly kind?: 'text' | 'figure';
  /** Share of the width in per cent, where the even split would not do. */
  readonly width?: number;
}

export interface PrintRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly isTotal?: boolean;
  /** Long text that belongs to the row: it stands under it, at the full width. */
  readonly under?: ReactNode;
}

/** A table up to this many rows, none with a long text under it, moves to the next page whole rather than leave a row behind. */
const KEPT_ROWS = 12;

interface PrintTableProps {
  /** What the table holds, for readers who hear it; the heading above says it to those who see. */
  readonly label: string;
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly PrintRow[];
  /** One sentence in place of rows. */
  readonly empty?: string;
  readonly className?: string;
}

/** The printer leaves a cell that holds nothing out of the tags, and its row would be a cell short. */
const NOTHING = '\u00a0';
const isolatedCell = (content: ReactNode): ReactNode =>
  typeof content === 'string' ? isolated(content) : content;
const cellOf = (row: PrintRow, index: number): ReactNode =>
  row.cells[index] === '' ? NOTHING : isolatedCell(row.cells[index]);
const isKept = (rows: readonly PrintRow[]): boolean =>
  rows.length <= KEPT_ROWS && rows.every(({ under }) => under === undefined);

/** A table for paper: its head repeats on each page and no row is split (see print.css). */
export function PrintTable({ label, columns, rows, empty, className = '' }: PrintTableProps): ReactElement {
  const firstTotal = rows.findIndex(({ isTotal }) => isTotal === true);
  if (rows.length === 0) return <p className="missing">{empty ?? `${label}: none`}</p>;
  return (
    <table
      className={`print-table ${className}`.trim()}
      aria-label={label}
      data-kept={isKept(rows) ? 'true' : undefined}
    >
      <colgroup>
        {columns.map((column) => (
          <col key={column.label} {...(column.width === undefined ? {} : { width: `${column.width}%` })} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" data-kind={column.kind ?? 'text'}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, position) => (
          <Fragment key={row.key}>
            <tr
              data-total={row.isTotal === true ? 'true' : undefined}
              data-after-total={firstTotal >= 0 && position > firstTotal ? 'true' : undefined}
              data-led={row.under === undefined ? undefined : 'true'}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.label} scope="row" data-kind={column.kind ?? 'text'}>
                    {cellOf(row, index)}
                  </th>
                ) : (
                  <td key={column.label} data-kind={column.kind ?? 'text'}>
                    {cellOf(row, index)}
                  </td>
                ),
              )}
            </tr>
            {row.under === undefined ? null : (
              <tr className="under">
                <td colSpan={columns.length}>{isolatedCell(row.under)}</td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
