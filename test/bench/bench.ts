// The plug-in convention of `npm run bench`: every test/bench/*.ts that exports `benches` is run by scripts/bench.ts,
// all in one process, so that ratios between benches are of one run on one machine.

/** What a bench must reach; lines without one are printed for information. */
export type BenchTarget =
  | { readonly kind: 'at-most-ms'; readonly milliseconds: number }
  /** The largest of all, not the median. */
  | { readonly kind: 'none-over-ms'; readonly milliseconds: number }
  /** At most `times` the median of the bench named `of`. */
  | { readonly kind: 'at-most-times'; readonly times: number; readonly of: string }
  /** The bench named `than` takes at least `times` as long. */
  | { readonly kind: 'times-faster'; readonly times: number; readonly than: string };

export interface Bench {
  /** Unique over all files; targets of other benches name it. */
  readonly name: string;
  /**
   * One run. What it returns keeps the work from being optimised away. Benches that measure elsewhere return Measured, or
   * promise it.
   */
  readonly run: () => unknown;
  /** Runs of which the median is taken, 31 unless given; a tenth as many before are not counted. */
  readonly runs?: number;
  readonly targets?: readonly BenchTarget[];
  /** Printed after the line, from the last run's value. */
  readonly note?: (last: unknown) => string;
}

/** A bench timed by another program: its milliseconds, or one sentence why it was not run. */
export type Measured =
  | { readonly kind: 'milliseconds'; readonly milliseconds: readonly number[] }
  | { readonly kind: 'skipped'; readonly sentence: string };

export const isMeasured = (value: unknown): value is Measured =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'milliseconds' || value.kind === 'skipped');
