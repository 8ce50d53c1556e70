/** Where a chart is drawn: a window that can be resized and touched, or a sheet that cannot. */
export type Medium = 'screen' | 'paper';

/** A cell carries what is shown and, for figures, the exact value that a copy takes along. */
export type ChartCell = string | { readonly shown: string; readonly exact: number };

export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly kind: 'text' | 'figure' }[];
  readonly rows: readonly (readonly ChartCell[])[];
}

/** The words and figures of a chart, computed from the data: all that a reader who cannot see it needs. */
export interface ChartView {
  /** The finding, one sentence without a full stop. */
  readonly title: string;
  /** Measure and unit. */
  readonly subtitle: string;
  /** Two or three sentences with the figures, for screen readers and as the alternative text of the PDF. */
  readonly summary: string;
  readonly table: ChartTable;
}

export const figure = (shown: string, exact: number): ChartCell => ({ shown, exact });

export const shownText = (cell: ChartCell): string => (typeof cell === 'string' ? cell : cell.shown);
