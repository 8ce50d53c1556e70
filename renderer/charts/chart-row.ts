import type { MarkStyle } from './mark.tsx';

/** A stretch of a row on the value axis, drawn in the order given. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
  readonly style: MarkStyle;
}

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly spans: readonly RowSpan[];
  /** The figure at the right edge. */
  readonly figure: string;
  readonly isTotal?: boolean;
  /** Value at which a thin line runs down to the next row: the running sum of a waterfall. */
  readonly joinAt?: number;
  /** Exact figures for the tip. */
  readonly detail: readonly string[];
}

/** A value to mark across all rows. */
export interface ReferenceLine {
  readonly value: number;
  readonly label: string;
}
