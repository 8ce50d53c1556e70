import { formatNumber } from '#shared/domain/format-number.ts';
import type { BookSummary } from './book-summary.ts';
import type { RepriceRun } from './run.ts';

const CUT_SHORT = 'None of the assessments re-priced has an issued quote, so there is nothing to compare';
const NONE_ISSUED: Readonly<Record<RepriceRun['phase'], string>> = {
  running: 'So far: no issued premium',
  done: 'No premium has been issued, so there is nothing to compare',
  cancelled: CUT_SHORT,
  failed: CUT_SHORT,
};

/** The finding as one sentence without a full stop; of a run that is not over, or was cut short, it says so. */
export function findingOf(summary: BookSummary, phase: RepriceRun['phase']): string {
  const { issued, changed, reproduced, notCompared } = summary;
  const before = phase === 'running' ? 'So far: ' : phase === 'done' ? '' : 'Of those re-priced: ';
  if (issued === 0) return NONE_ISSUED[phase];
  const apart = notCompared === 0 ? '' : `; ${formatNumber(notCompared)} could not be compared`;
  if (changed > 0)
    return `${before}${formatNumber(changed)} of ${premiums(issued)} ${changed === 1 ? 'has' : 'have'} changed${apart}`;
  if (notCompared > 0)
    return `${before}${formatNumber(reproduced)} of ${premiums(issued)} ${reproduced === 1 ? 'is' : 'are'} reproduced to the cent${apart}`;
  return issued === 1
    ? `${before}${before === '' ? 'The' : 'the'} one issued premium is reproduced to the cent`
    : `${before}${before === '' ? 'All' : 'all'} ${premiums(issued)} are reproduced to the cent`;
}

const premiums = (count: number) => `${formatNumber(count)} issued ${count === 1 ? 'premium' : 'premiums'}`;
