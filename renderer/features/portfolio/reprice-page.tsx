import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo } from 'react';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { FirstSteps } from '../../editor/first-steps.tsx';
import { currentModelQuery, listQuery, workbookQuery } from '../../editor/queries.ts';
import { repriceWords as words } from './reprice.strings.ts';
import { RepriceResult } from './reprice-result.tsx';
import type { RunBasis } from './reprice-run.ts';
import { basisOf, cancelReprice, startReprice, useReprice, workbookKey } from './reprice-store.ts';
import { RepriceTools } from './reprice-tools.tsx';
import { RunStatus } from './run-status.tsx';
import { useRunFocus } from './use-run-focus.ts';
import './reprice-page.css';

/** Every assessment re-scored and re-priced with the model and engine of today, beside what was issued. */
export function RepricePage(): ReactElement {
  const { data: workbook } = useQuery(workbookQuery);
  const { data: list, error: listError } = useQuery(listQuery);
  const { data: current, error: modelError } = useQuery(currentModelQuery);
  const kept = useReprice((state) => state.shown);
  const key = workbookKey(workbook);
  // A run that found nothing says nothing: the list tells whether there is something by now.
  const shown = kept?.workbook === key && kept.run.total !== 0 ? kept : null;
  const filter = useReprice((state) => state.filter);
  const lines = useMemo(
    () => (shown?.run.lines ?? []).filter(({ line }) => filter === 'all' || line === filter),
    [shown, filter],
  );
  useEffect(() => cancelReprice, []);
  useRunFocus(shown?.run.phase);

  const isEmpty = shown === null && list?.every(({ isInBin }) => isInBin) === true;
  return (
    <section className="reprice-page" aria-labelledby="page-heading">
      <header className="stack-tight">
        <div className="spread">
          <h1 id="page-heading" tabIndex={-1}>
            {words.title}
          </h1>
          {shown !== null && current !== undefined && (
            <RepriceTools shown={shown} lines={lines} onStart={() => startReprice(current, key)} />
          )}
        </div>
        {shown !== null && shown.run.phase !== 'done' && (
          <p className="small soft">{words.basis(shown.basis)}</p>
        )}
      </header>
      {modelError !== null && <NotRead title={words.modelNotRead} error={modelError} />}
      {listError !== null && <NotRead title={words.listNotRead} error={listError} />}
      {isEmpty && <Nothing />}
      {!isEmpty && shown === null && current !== undefined && list !== undefined && (
        <Ready list={list} basis={basisOf(current)} onStart={() => startReprice(current, key)} />
      )}
      {shown !== null && <RunStatus shown={shown} />}
      {shown !== null && shown.run.lines.length > 0 && (
        <RepriceResult shown={shown} lines={lines} model={current?.model} />
      )}
    </section>
  );
}

interface ReadyProps {
  readonly list: readonly AssessmentSummary[];
  readonly basis: RunBasis;
  readonly onStart: () => void;
}

function Ready({ list, basis, onStart }: ReadyProps): ReactElement {
  const book = list.filter(({ isInBin }) => !isInBin);
  const issued = book.filter(({ latestQuote }) => latestQuote !== null).length;
  return (
    <div className="stack reprice-ready">
      <p className="soft measure">{words.intro}</p>
      <p className="dense">
        {words.ready(book.length, issued)} <span className="soft">{words.basis(basis)}</span>
      </p>
      <Button tone="primary" onPress={onStart}>
        {words.start}
      </Button>
    </div>
  );
}

const NotRead = ({ title, error }: { readonly title: string; readonly error: Error }): ReactElement => (
  <Notice tone="stop" title={title} role="alert">
    {failureText(failureOf(error))}
  </Notice>
);

const Nothing = (): ReactElement => (
  <EmptyState title={words.emptyTitle} actions={<FirstSteps />}>
    {words.emptyWhy}
  </EmptyState>
);
