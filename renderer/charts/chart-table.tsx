import type { ReactElement } from 'react';
import { type ChartTable, shownText } from './chart-view.ts';

interface ChartTableViewProps {
  readonly table: ChartTable;
  readonly caption: string;
}

/** The figures behind a chart. */
export function ChartTableView({ table, caption }: ChartTableViewProps): ReactElement {
  return (
    <table className="chart-table">
      <caption className="chart-hidden">{caption}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.label} scope="col" data-kind={column.kind}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, rowIndex) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and never move by themselves
          <tr key={rowIndex}>
            {row.map((cell, index) => {
              const column = table.columns[index];
              const content = shownText(cell);
              return index === 0 ? (
                <th key={column?.label} scope="row">
                  {content}
                </th>
              ) : (
                <td key={column?.label} data-kind={column?.kind}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
