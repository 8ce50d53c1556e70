import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useCallback, useEffect, useMemo } from 'react';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { DamagedAssessments } from '../../editor/damaged-assessments.tsx';
import { FirstSteps } from '../../editor/first-steps.tsx';
import { currentModelQuery, listQuery, workbookQuery } from '../../editor/queries.ts';
import { RepriceResult } from './reprice-result.tsx';
import { basisOf, cancelReprice, startReprice, useReprice, workbookKey } from './reprice-store.ts';
import { RepriceTools } from './reprice-tools.tsx';
import { basisText, type RunBasis } from './run.ts';
import { RunStatus } from './run-status.tsx';
import { useRunFocus } from './use-run-focus.ts';
import './reprice-page.css';

/** Every assessment re-scored and re-priced with the model and engine of today, beside what was issued. */
export function RepricePage({ title }: { readonly title: string }): ReactElement {
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
  const model = current?.model;
  const typeLabel = useCallback(
    (type: SubjectType) => model?.subjectTypes.find(({ id }) => id === type)?.label ?? type,
    [model],
  );
  useEffect(() => cancelReprice, []);
  useRunFocus(shown?.run.phase);

  const isEmpty = shown === null && list?.every(({ isInBin }) => isInBin) === true;
  return (
    <section className="reprice-page" aria-labelledby="page-heading">
      <header className="stack-tight">
        <div className="spread">
          <h1 id="page-heading" tabIndex={-1}>
            {title}
          </h1>
          {shown !== null && current !== undefined && (
            <RepriceTools
              shown={shown}
              lines={lines}
              typeLabel={typeLabel}
              onStart={() => startReprice(current, key)}
            />
          )}
        </div>
        {shown !== null && shown.run.phase !== 'done' && (
          <p className="small soft">{basisSentence(shown.basis)}</p>
        )}
      </header>
      {modelError !== null && <NotRead title="The rating model could not be read" error={modelError} />}
      {listError !== null && <NotRead title="The assessments could not be read" error={listError} />}
      <DamagedAssessments />
      {isEmpty && <Nothing />}
      {!isEmpty && shown === null && current !== undefined && list !== undefined && (
        <Ready list={list} basis={basisOf(current)} onStart={() => startReprice(current, key)} />
      )}
      {shown !== null && <RunStatus shown={shown} />}
      {shown !== null && shown.run.lines.length > 0 && (
        <RepriceResult shown={shown} lines={lines} typeLabel={typeLabel} />
      )}
    </section>
  );
}

const basisSentence = (basis: RunBasis) => `Uses ${basisText(basis)}.`;

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
      <p className="soft measure">
        Scores and prices every assessment of this workbook again, in the way a quote is issued, and compares
        the result with each issued premium. Use it after a new model or engine, or to prove that what was
        issued can still be reproduced to the cent. Nothing is written to the workbook; assessments in the bin
        are left out.
      </p>
      <p className="dense">
        {formatCount(book.length, 'assessment')}, {issued === 0 ? 'none' : formatNumber(issued)} of them with
        an issued quote. <span className="soft">{basisSentence(basis)}</span>
      </p>
      <Button tone="primary" onPress={onStart}>
        Start re-pricing
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
  <EmptyState title="There is nothing to re-price yet" actions={<FirstSteps />}>
    This workbook holds no assessment outside the bin. Start one, or import a submission; once quotes are
    issued, this page shows whether today’s model and engine still give their premiums.
  </EmptyState>
);
