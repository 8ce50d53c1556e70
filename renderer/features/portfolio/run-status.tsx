import type { ReactElement } from 'react';
import { momentText } from '../../components/format/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { repriceWords as words } from './reprice.strings.ts';
import type { ShownRun } from './reprice-store.ts';

/** How far the run is, or how it ended. */
export function RunStatus({ shown: { run, basis } }: { readonly shown: ShownRun }): ReactElement {
  const { phase, total, lines, millisecondsLeft, failure } = run;
  const done = lines.length;
  if (phase === 'running') {
    const far = total === null ? words.listing : words.done(done, total);
    const text = millisecondsLeft === null ? far : `${far}, ${words.left(millisecondsLeft)}`;
    return <ProgressLine label={words.progress} done={done} total={total} words={text} />;
  }
  if (phase === 'done')
    return (
      <p className="small faint" role="status">
        {words.allDone(done, momentText(basis.repricedAt), basis)}
      </p>
    );
  return phase === 'cancelled' ? (
    <Notice tone="refer" role="status" title={words.cancelled(done, total)}>
      {done > 0 && words.cancelledWhy}
    </Notice>
  ) : (
    <Notice tone="stop" role="alert" title={words.failed(done, total)}>
      {failure} {words.failedWhy}
    </Notice>
  );
}
