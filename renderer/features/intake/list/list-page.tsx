import { useQuery } from '@tanstack/react-query';
import { type DragEvent, type ReactElement, useCallback, useMemo, useState } from 'react';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { failureOf, failureText } from '../../../bridge.ts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Notice } from '../../../components/notice.tsx';
import { importDroppedFile, openAssessment } from '../../../editor/actions.ts';
import { DamagedAssessments } from '../../../editor/damaged-assessments.tsx';
import { exportTable } from '../../../editor/export-table.ts';
import { FirstSteps } from '../../../editor/first-steps.tsx';
import { currentModelQuery, listQuery } from '../../../editor/queries.ts';
import { Diary } from './diary.tsx';
import { exportedList } from './exported-list.ts';
import { filterAssessments, isFiltering, noFilter } from './list-filter.ts';
import { listRows } from './list-row.ts';
import { useListState } from './list-state.ts';
import { ListTable } from './list-table.tsx';
import { ListTools } from './list-tools.tsx';
import { RowActions } from './row-actions.tsx';
import { WhoCard } from './who-card.tsx';
import './list-page.css';

const MAXIMUM_DROPPED_BYTES = 20 * 1024 * 1024;

interface ListPageProps {
  readonly title: string;
  readonly isBin: boolean;
}

/** The book: every assessment of the workbook, or of its bin. */
export function ListPage({ title, isBin }: ListPageProps): ReactElement {
  const { data: list, error, isPending } = useQuery(listQuery);
  const { data: current } = useQuery(currentModelQuery);
  const filter = useListState((state) => state.filter);
  const { isOver, ...dropping } = useDroppedSubmission();
  const model = current?.model;
  const typeLabel = useCallback(
    (type: SubjectType) => model?.subjectTypes.find(({ id }) => id === type)?.label ?? type,
    [model],
  );
  const all = useMemo(() => listRows(list ?? []), [list]);
  const here = all.filter((row) => row.isInBin === isBin);
  const shownUnfiltered =
    isBin || filter.withEarlierRevisions ? here : here.filter((row) => row.isLatestRevision);
  const rows = filterAssessments(here, isBin ? { ...filter, withEarlierRevisions: true } : filter, typeLabel);

  return (
    <section className={isOver ? 'list-page is-over' : 'list-page'} aria-label={title} {...dropping}>
      <div className="list-head">
        <ListTools
          title={title}
          isBin={isBin}
          shown={rows.length}
          total={shownUnfiltered.length}
          isEmpty={here.length === 0}
          onExport={() => void exportTable(exportedList(rows, typeLabel), 'assessment')}
        />
        {!isBin && <WhoCard />}
        {!isBin && here.length > 0 && <Diary />}
      </div>
      {error !== null && (
        <Notice tone="stop" title="The list could not be read" role="alert">
          {failureText(failureOf(error))}
        </Notice>
      )}
      {!isPending && <DamagedAssessments />}
      {!isPending && here.length === 0 && error === null && <Nothing isBin={isBin} />}
      {here.length > 0 && rows.length === 0 && (
        <EmptyState
          title="No assessment matches"
          actions={<Button onPress={() => useListState.setState({ filter: noFilter })}>Clear filter</Button>}
        >
          {isFiltering(filter)
            ? 'Change the filter, or clear it to see the whole workbook.'
            : 'Tick “Earlier revisions” to see revisions that have been replaced.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ListTable
          label={title}
          rows={rows}
          typeLabel={typeLabel}
          onOpen={(row) => openAssessment(row.id)}
          actionsOf={(row) => <RowActions row={row} />}
        />
      )}
    </section>
  );
}

const Nothing = ({ isBin }: { readonly isBin: boolean }): ReactElement =>
  isBin ? (
    <EmptyState title="The bin is empty">
      Assessments that you move to the bin are kept here and can be restored.
    </EmptyState>
  ) : (
    <EmptyState title="This workbook is empty" actions={<FirstSteps />}>
      Start an assessment, or import a submission file. The samples that come with Ballast (an exchange, a
      lending protocol, a bridge) are a good place to start. You can also drop a file here.
    </EmptyState>
  );

/** A submission file may be dropped anywhere on the list. */
function useDroppedSubmission() {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      setIsOver(false);
      const file = event.dataTransfer.files[0];
      // A paper is taken by the window, which checks it.
      if (!file || file.name.toLowerCase().endsWith('.pdf')) return;
      event.preventDefault();
      // The main process names the failure; here only a file too large for the window is held back.
      const text =
        file.size > MAXIMUM_DROPPED_BYTES ? Promise.resolve(' '.repeat(MAXIMUM_DROPPED_BYTES)) : file.text();
      void text.then((content) => importDroppedFile(file.name, content));
    },
  };
}
