import type { BookBasis, BookLine } from '#shared/domain/book.ts';

/** A run over the book as far as it has come. */
export interface RepriceRun {
  readonly phase: 'running' | 'done' | 'cancelled' | 'failed';
  /** Null until the book has been listed. */
  readonly total: number | null;
  /** Those that are done: what was issued first, then the rest, each in the order of the list. */
  readonly lines: readonly BookLine[];
  /** How many quotes were issued in each currency, done or not. */
  readonly issuedOf: Readonly<Record<string, number>>;
  /** Null until enough is done to tell. */
  readonly millisecondsLeft: number | null;
  /** Why it ended early. */
  readonly failure: string | null;
}

/** The model and engine that a run prices with. */
export type RunBasis = Pick<BookBasis, 'modelId' | 'modelHash' | 'engineVersion'>;

export const basisText = ({ modelId, engineVersion }: RunBasis): string =>
  `model ${modelId}, engine ${engineVersion}`;
