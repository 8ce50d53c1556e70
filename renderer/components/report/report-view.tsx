import { type ReactElement, useId } from 'react';
import type { Block, ReportDocument } from '#shared/report/report-document.ts';
import { cellText, isFigureColumn } from '#shared/report/table-parts.ts';
import { FitChart } from '../../charts/fit-chart.tsx';
import { DataTable } from '../data-table.tsx';
import './report-view.css';

/** A report in the window: its chapters to go to at the left, and what is printed of it as text and tables. */
export function ReportView({ report }: { readonly report: ReportDocument }): ReactElement {
  const prefix = useId();
  const idOf = (chapter: string, position: number) => `${prefix}-${chapter}-${position}`;
  const tables = tableNames(report);
  const headings = report.chapters.flatMap(({ id, blocks }) =>
    blocks.flatMap((block, position) =>
      block.kind === 'heading' && block.level === 2 ? [{ text: block.text, id: idOf(id, position) }] : [],
    ),
  );
  return (
    <div className="report-view">
      <nav className="report-contents" aria-label="Contents">
        <ul>
          {headings.map(({ id, text }) => (
            <li key={id}>
              <button type="button" onClick={() => goToHeading(id)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <article className="report-text" aria-label={report.title} tabIndex={0}>
        <p className="soft measure">{report.subject}</p>
        {report.chapters.map(({ id, blocks }) => (
          <section key={id} className="report-chapter">
            {blocks.map((block, position) => (
              <ScreenBlock
                key={idOf(id, position)}
                id={idOf(id, position)}
                block={block}
                tableName={tables.get(block) ?? ''}
              />
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}

function goToHeading(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** Each table by its number and the heading above it: many have the same titles, and each is a place of its own. */
function tableNames({ chapters }: ReportDocument): ReadonlyMap<Block, string> {
  const names = new Map<Block, string>();
  let above = '';
  for (const block of chapters.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'heading') above = block.text;
    if (block.kind === 'table') names.set(block, `Table ${names.size + 1}, ${above}`);
  }
  return names;
}

interface ScreenBlockProps {
  readonly id: string;
  readonly block: Block;
  readonly tableName: string;
}

function ScreenBlock({ id, block, tableName }: ScreenBlockProps): ReactElement {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h2 id={id} tabIndex={-1}>
          {block.text}
        </h2>
      ) : (
        <h3>{block.text}</h3>
      );
    case 'paragraph':
      return <p className="measure">{block.text}</p>;
    case 'list':
      return (
        <ul className="report-list measure">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'plot':
      return (
        <div className="report-plot">
          <FitChart plot={block.plot} />
        </div>
      );
    case 'table':
      return (
        <DataTable
          label={tableName}
          columns={block.titles.map((label, column) => ({
            label,
            isFigure: column > 0 && isFigureColumn(block.rows, column),
          }))}
          rows={block.rows.map((cells, row) => ({
            key: String(row),
            cells: cells.map(cellText),
          }))}
        />
      );
  }
}
