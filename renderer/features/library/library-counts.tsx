import { type ReactElement, useMemo } from 'react';
import { CauseChart, YearChart } from '../../charts/library-charts.tsx';
import type { LibraryMeasure } from '../../charts/library-view.ts';
import { Segments } from '../../components/segments.tsx';
import type { LibraryRow } from './library-row.ts';
import { useLibrary } from './library-store.ts';

const MEASURES: readonly { readonly key: LibraryMeasure; readonly label: string }[] = [
  { key: 'count', label: 'Number of incidents' },
  { key: 'loss', label: 'Losses' },
];

/** How often and how much, by year and by cause, of the rows that the filter leaves. */
export function LibraryCounts({
  rows,
  caveats,
}: {
  readonly rows: readonly LibraryRow[];
  /** What the pack says of itself. */
  readonly caveats: readonly string[];
}): ReactElement {
  const measure = useLibrary((state) => state.measure);
  const incidents = useMemo(
    () => rows.map(({ row, year }) => ({ year, cause: row.cause, lossUsd: row.gross_loss_usd })),
    [rows],
  );
  return (
    <div className="library-scroll">
      <Segments
        label="Measure"
        isLabelHidden
        value={measure}
        choices={MEASURES}
        onChange={(next) => useLibrary.setState({ measure: next })}
      />
      <div className="library-charts">
        <YearChart incidents={incidents} measure={measure} />
        <CauseChart incidents={incidents} measure={measure} />
      </div>
      <ul className="small soft measure">
        <li>Losses are as published on the day, in US dollars of that day.</li>
        {caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </div>
  );
}
