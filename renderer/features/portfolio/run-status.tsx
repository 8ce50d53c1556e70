import type { ReactElement } from 'react';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { momentText } from '../../components/format/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import type { ShownRun } from './reprice-store.ts';
import { basisText } from './run.ts';

/** How far the run is, or how it ended. */
export function RunStatus({ shown: { run, basis } }: { readonly shown: ShownRun }): ReactElement {
  const { phase, total, lines, millisecondsLeft, failure } = run;
  const done = lines.length;
  if (phase === 'running') {
    const far = total === null ? 'Reading the list of assessments…' : `${doneOf(done, total)} re-priced`;
    const text = millisecondsLeft === null ? far : `${far}, ${timeLeft(millisecondsLeft)}`;
    return <ProgressLine label="Assessments re-priced" done={done} total={total} words={text} />;
  }
  if (phase === 'done')
    return (
      <p className="small faint" role="status">
        {formatCount(done, 'assessment')} re-priced at {momentText(basis.repricedAt)} with {basisText(basis)}.
      </p>
    );
  const cancelledText =
    total === null
      ? 'Cancelled before anything was re-priced'
      : `${doneOf(done, total)} re-priced; cancelled`;
  const failedText =
    total === null
      ? 'The book could not be re-priced'
      : `${doneOf(done, total)} re-priced; stopped by an error`;
  return phase === 'cancelled' ? (
    <Notice tone="refer" role="status" title={cancelledText}>
      {done > 0 &&
        'The figures below cover that part of the book only. Starting again starts from the beginning.'}
    </Notice>
  ) : (
    <Notice tone="stop" role="alert" title={failedText}>
      {failure} The results so far are kept below. Re-price again to start from the beginning.
    </Notice>
  );
}

const doneOf = (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)}`;

function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60
    ? `about ${formatCount(Math.max(1, seconds), 'second')} left`
    : `about ${formatCount(Math.ceil(seconds / 60), 'minute')} left`;
}
