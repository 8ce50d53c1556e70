import type { ReactElement } from 'react';
import type { BookLine } from '#shared/domain/book.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { Button } from '../../components/button.tsx';
import { ExportButton } from '../../editor/export-button.tsx';
import { exportTable } from '../../editor/export-table.ts';
import { exportedBook } from './exported-book.ts';
import { cancelReprice, type ShownRun } from './reprice-store.ts';
import { CANCEL_ID } from './use-run-focus.ts';

interface RepriceToolsProps {
  readonly shown: ShownRun;
  /** Those that the filter leaves: what is exported is what is seen. */
  readonly lines: readonly BookLine[];
  readonly typeLabel: (type: SubjectType) => string;
  readonly onStart: () => void;
}

/**
 * Cancel, start again, and the table as a file. Cancel has an identity of its own: with a run's end it must not turn into
 * another button under the finger that is about to press it.
 */
export function RepriceTools({ shown, lines, typeLabel, onStart }: RepriceToolsProps): ReactElement {
  if (shown.run.phase === 'running')
    return (
      <div className="row">
        <Button key={CANCEL_ID} id={CANCEL_ID} onPress={cancelReprice}>
          Cancel
        </Button>
      </div>
    );
  const { run, basis } = shown;
  const save = () => {
    const done = run.lines.length;
    const extent = { ...basis, done, total: run.total ?? done };
    void exportTable(exportedBook(extent, lines, typeLabel), 'line');
  };
  return (
    <div className="row">
      {lines.length > 0 && <ExportButton onPress={save} />}
      <Button onPress={onStart}>Re-price again</Button>
    </div>
  );
}
