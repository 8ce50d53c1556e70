import type { ReactElement, ReactNode } from 'react';
import './data-table.css';

interface DataTableProps {
  /** Names the table for those who cannot see what stands above it. */
  readonly label: string;
  readonly columns: readonly { readonly label: string; readonly isFigure?: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly ReactNode[];
    readonly isTotal?: boolean;
  }[];
}

/** A small table; wide ones scroll by themselves, by keyboard too. */
export function DataTable({ label, columns, rows }: DataTableProps): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className="data-table-room" aria-label={label} tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.isFigure ? 'is-figure' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.isTotal ? 'is-total' : undefined}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.label} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td
                    key={columns[index]?.label}
                    className={columns[index]?.isFigure ? 'is-figure' : undefined}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
