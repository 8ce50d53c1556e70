import { type ReactElement, useMemo } from 'react';
import { BOOK_LINE_STATES, type BookLine } from '#shared/domain/book.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { Segments } from '../../components/segments.tsx';
import { bookEstimates } from './book-estimate.ts';
import { BookFindings } from './book-findings.tsx';
import { type BookSummary, bookSummary } from './book-summary.ts';
import { BookTable } from './book-table.tsx';
import { LINE_WORDS } from './line-words.ts';
import { type ShownRun, setFilter, useReprice } from './reprice-store.ts';

interface RepriceResultProps {
  readonly shown: ShownRun;
  readonly lines: readonly BookLine[];
  readonly typeLabel: (type: SubjectType) => string;
}

/** Findings, how many are in each state, and the table of those that are chosen. */
export function RepriceResult({ shown, lines, typeLabel }: RepriceResultProps): ReactElement {
  const { run } = shown;
  const summary = useMemo(() => bookSummary(run.lines), [run.lines]);
  const estimates = useMemo(() => bookEstimates(run.lines, run.issuedOf), [run.lines, run.issuedOf]);
  const currencies = new Set(run.lines.map(({ currency }) => currency));
  const [currency = null] = currencies.size === 1 ? currencies : [];
  return (
    <>
      <BookFindings summary={summary} phase={run.phase} estimates={estimates} />
      <StateFilter summary={summary} total={run.lines.length} />
      {lines.length === 0 ? (
        <p className="soft">No assessment is in this state.</p>
      ) : (
        <BookTable lines={lines} currency={currency} typeLabel={typeLabel} />
      )}
    </>
  );
}

interface StateFilterProps {
  readonly summary: BookSummary;
  readonly total: number;
}

/** The count of each state, which also chooses it. */
function StateFilter({ summary, total }: StateFilterProps): ReactElement {
  const filter = useReprice((state) => state.filter);
  const states = BOOK_LINE_STATES.filter((state) => summary.counts[state] > 0 || state === filter);
  return (
    <div className="book-filter">
      <Segments
        label="Show"
        isLabelHidden
        value={filter}
        choices={[
          { key: 'all', label: `All ${formatNumber(total)}` },
          ...states.map((state) => ({
            key: state,
            label: `${LINE_WORDS[state]} ${formatNumber(summary.counts[state])}`,
          })),
        ]}
        onChange={setFilter}
      />
    </div>
  );
}
