import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { ChartTableView } from './chart-table.tsx';
import type { ChartView, Medium } from './chart-view.ts';
import { copyText } from './copy-text.ts';
import { tableToCsv } from './table-to-csv.ts';
import './charts.css';

interface ChartFrameProps {
  readonly view: ChartView;
  readonly medium: Medium;
  /** Level of the title in the page's outline; 3 unless told. */
  readonly headingLevel?: 2 | 3 | 4;
  readonly children: ReactNode;
}

/**
 * The frame of every chart: finding, measure and unit, the drawing or its table (key `t`), a summary for those who cannot
 * see it, and a copy of the figures. On paper only the words and the drawing remain.
 */
export function ChartFrame(props: ChartFrameProps): ReactElement {
  return props.medium === 'paper' ? <PaperFrame {...props} /> : <ScreenFrame {...props} />;
}

/** The words of a drawing are not hidden here: the printer would leave a picture out of the tags that holds nothing to read. */
function PaperFrame({ view, children }: ChartFrameProps): ReactElement {
  return (
    <figure className="chart chart-paper">
      <figcaption>
        <span className="chart-title">{view.title}</span>
        <span className="chart-subtitle">{view.subtitle}</span>
      </figcaption>
      <div role="img" aria-label={view.summary}>
        {children}
      </div>
    </figure>
  );
}

const COPY_WORDS = { idle: '', copied: 'Copied as CSV', failed: 'Copying failed: select the table instead' };

function ScreenFrame({ view, headingLevel = 3, children }: ChartFrameProps): ReactElement {
  const titleId = useId();
  const [isTable, setIsTable] = useState(false);
  const [copyState, setCopyState] = useState<keyof typeof COPY_WORDS>('idle');
  const Title = `h${headingLevel}` as const;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setIsTable((shown) => !shown);
  };
  const copy = async () => setCopyState((await copyText(tableToCsv(view.table))) ? 'copied' : 'failed');

  return (
    <figure className="chart chart-screen" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <div className="chart-head">
        <div>
          <Title className="chart-title" id={titleId}>
            {view.title}
          </Title>
          <p className="chart-subtitle">{view.subtitle}</p>
        </div>
        <div className="chart-actions">
          <button
            type="button"
            aria-pressed={isTable}
            aria-keyshortcuts="t"
            title="Table of the figures (t)"
            onClick={() => setIsTable((shown) => !shown)}
          >
            Table
          </button>
          <button type="button" title="Copy the figures as CSV" onClick={() => void copy()}>
            Copy
          </button>
        </div>
      </div>
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
        <section className="chart-table-room" aria-label={`Figures: ${view.title}`} tabIndex={0}>
          <ChartTableView table={view.table} caption={view.subtitle} />
        </section>
      ) : (
        <div role="img" aria-label={view.summary}>
          {children}
        </div>
      )}
      <p className="chart-status" role="status">
        {COPY_WORDS[copyState]}
      </p>
    </figure>
  );
}
