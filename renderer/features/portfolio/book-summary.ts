import { BOOK_LINE_STATES, type BookLine, type BookLineState } from '#shared/domain/book.ts';
import { type MinorUnits, minorOf, minorWithout, NO_MONEY } from '#shared/domain/money.ts';
import { percentChange } from './book-line.ts';

/** Issued premiums against their re-price, in one currency; null where a sum is too large to be exact. */
export interface BookTotal {
  readonly currency: string;
  readonly count: number;
  readonly issuedMinor: MinorUnits | null;
  readonly nowMinor: MinorUnits | null;
  readonly changeMinor: MinorUnits | null;
  readonly changePercent: number | null;
}

export interface BookSummary {
  readonly counts: Readonly<Record<BookLineState, number>>;
  /** Lines with an issued quote, comparable or not. */
  readonly issued: number;
  readonly changed: number;
  readonly reproduced: number;
  /** Issued, but its inputs were altered, it cannot be priced now, or it is gone. */
  readonly notCompared: number;
  /** Changed under the very model, engine and inputs that issued it. */
  readonly unexplained: number;
  /** Compared lines whose grade is another one now. */
  readonly gradeChanges: number;
  readonly totals: readonly BookTotal[];
  /** The changes in per cent of those that changed. */
  readonly changes: readonly number[];
}

/** What a run says as a whole. Sums are over lines that are compared: like with like. */
export function bookSummary(lines: readonly BookLine[]): BookSummary {
  const ofState = (state: BookLineState) => lines.filter(({ line }) => line === state);
  const changed = ofState('changed');
  const reproduced = ofState('reproduced').length;
  const compared = lines.filter(({ line }) => line === 'changed' || line === 'reproduced');
  const issued = lines.filter((line) => line.issued !== null).length;
  return {
    counts: Object.fromEntries(
      BOOK_LINE_STATES.map((state) => [state, ofState(state).length]),
    ) as BookSummary['counts'],
    issued,
    changed: changed.length,
    reproduced,
    notCompared: issued - compared.length,
    unexplained: changed.filter(({ isOtherBasis }) => isOtherBasis === false).length,
    gradeChanges: compared.filter((line) => line.grade !== line.issued?.grade).length,
    totals: [...new Set(compared.map(({ currency }) => currency))]
      .sort()
      .map((currency) => totalOf(currency, compared)),
    changes: changed.flatMap(({ changePercent }) => (changePercent === null ? [] : [changePercent])),
  };
}

function totalOf(currency: string, compared: readonly BookLine[]): BookTotal {
  const lines = compared.filter((line) => line.currency === currency);
  const issuedMinor = exactSum(lines.map((line) => line.issued?.quotedMinor ?? NO_MONEY));
  const nowMinor = exactSum(lines.map((line) => line.quotedMinor ?? NO_MONEY));
  const areExact = issuedMinor !== null && nowMinor !== null;
  return {
    currency,
    count: lines.length,
    issuedMinor,
    nowMinor,
    changeMinor: areExact ? minorWithout(nowMinor, issuedMinor) : null,
    changePercent: areExact ? percentChange(issuedMinor, nowMinor) : null,
  };
}

/** Null beyond the whole numbers that a double holds exactly: a hostile file may reach them. */
function exactSum(amounts: readonly MinorUnits[]): MinorUnits | null {
  const sum = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
  return sum <= BigInt(Number.MAX_SAFE_INTEGER) ? minorOf(Number(sum)) : null;
}
