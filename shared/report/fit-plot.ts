/** One axis of a plot, its ends and how its values are written. */
export interface PlotAxis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  readonly unit: 'usd' | 'share';
  /** Ascending; both above 0 on a logarithmic axis. */
  readonly domain: readonly [number, number];
}

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  /** Which row it is, for the tip and the table. */
  readonly name: string;
  /** The value is only known to be at least this. */
  readonly isAtLeast?: boolean;
}

/** What was seen beside what a law says of it: points, a curve, and a band around it. Plain data, drawn on screen and paper. */
export interface FitPlot {
  readonly key: string;
  /** The finding, without a full stop. */
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly across: PlotAxis;
  readonly up: PlotAxis;
  readonly points: { readonly label: string; readonly values: readonly PlotPoint[] };
  readonly curve: { readonly label: string; readonly values: readonly (readonly [number, number])[] };
  readonly band: {
    readonly label: string;
    /** x, low, high. */
    readonly values: readonly (readonly [number, number, number])[];
  } | null;
}
