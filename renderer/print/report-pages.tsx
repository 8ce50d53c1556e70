import './print.css';
import type { ReactElement, ReactNode } from 'react';
import type { Block, Cell, PrintedReport } from '#shared/report/report-document.ts';
import { cellText, tableParts } from '#shared/report/table-parts.ts';
import { FitChart } from '../charts/fit-chart.tsx';
import { PrintTable } from './print-table.tsx';

/** A report on paper: a title, and each chapter on a new page. */
export function ReportPages({ printed }: { readonly printed: PrintedReport }): ReactElement {
  const { report, paper } = printed;
  return (
    <main className="document" data-paper={paper}>
      {report.chapters.map(({ id, blocks }, index) => (
        <section key={id} className="sheet" id={id}>
          {index === 0 && (
            <>
              <h1>{report.title}</h1>
              <p className="quiet">{report.subject}</p>
            </>
          )}
          {blocks.map((block, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity of their own and never move
            <PaperBlock key={position} block={block} />
          ))}
        </section>
      ))}
    </main>
  );
}

/** Words stay whole; only what is longer than any word may break where it must. */
const LONGEST_WORD = 24;

function cellOnPaper(cell: Cell): ReactNode {
  const text = cellText(cell);
  return text.split(/\s+/).some((word) => word.length > LONGEST_WORD) ? (
    <span className="breakable">{text}</span>
  ) : (
    text
  );
}

/** One block of a report or a letter on paper. */
export function PaperBlock({ block }: { readonly block: Block }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul className="notes">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'plot':
      return <FitChart plot={block.plot} medium="paper" />;
    case 'table':
      return (
        <>
          {tableParts(block.titles, block.rows).map((part) => (
            <PrintTable
              key={part.titles.join(' ')}
              className="report-table"
              label={part.titles.join(', ')}
              columns={part.titles.map((label, column) => ({
                label,
                kind: part.isFigure[column] === true ? 'figure' : 'text',
              }))}
              rows={part.rows.map((cells, row) => ({
                key: String(row),
                cells: cells.map(cellOnPaper),
              }))}
            />
          ))}
        </>
      );
  }
}
