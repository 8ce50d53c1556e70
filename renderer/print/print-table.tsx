import { Fragment, type ReactElement, type ReactNode } from 'react';

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

/** A table up to this many rows moves to the next page whole rather than leave a row behind. */
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

/** A table for paper: its head repeats on each page and no row is split (see print.css). */
export function PrintTable({ label, columns, rows, empty, className = '' }: PrintTableProps): ReactElement {
  if (rows.length === 0) return <p className="missing">{empty ?? `${label}: none`}</p>;
  return (
    <table
      className={`print-table ${className}`.trim()}
      aria-label={label}
      data-kept={rows.length <= KEPT_ROWS ? 'true' : undefined}
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
        {rows.map((row) => (
          <Fragment key={row.key}>
            <tr
              data-total={row.isTotal === true ? 'true' : undefined}
              data-led={row.under === undefined ? undefined : 'true'}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.label} scope="row" data-kind={column.kind ?? 'text'}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.label} data-kind={column.kind ?? 'text'}>
                    {row.cells[index]}
                  </td>
                ),
              )}
            </tr>
            {row.under === undefined ? null : (
              <tr className="under">
                <td colSpan={columns.length}>{row.under}</td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
