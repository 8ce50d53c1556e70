import { FileDown } from 'lucide-react';
import type { ReactElement } from 'react';
import type { BookLine } from '#shared/domain/book.ts';
import { Button } from '../../components/button.tsx';
import { exportBook } from './export-book.ts';
import { repriceWords as words } from './reprice.strings.ts';
import { cancelReprice, type ShownRun } from './reprice-store.ts';
import { CANCEL_ID } from './use-run-focus.ts';

interface RepriceToolsProps {
  readonly shown: ShownRun;
  /** Those that the filter leaves: what is exported is what is seen. */
  readonly lines: readonly BookLine[];
  readonly onStart: () => void;
}

/**
 * Cancel, start again, and the table as a file. Cancel has an identity of its own: with a run's end it must not turn into
 * another button under the finger that is about to press it.
 */
export function RepriceTools({ shown, lines, onStart }: RepriceToolsProps): ReactElement {
  if (shown.run.phase === 'running')
    return (
      <div className="row">
        <Button key={CANCEL_ID} id={CANCEL_ID} onPress={cancelReprice}>
          {words.cancel}
        </Button>
      </div>
    );
  return (
    <div className="row">
      {lines.length > 0 && (
        <Button icon={<FileDown aria-hidden />} onPress={() => void exportBook(shown, lines)}>
          {words.exportCsv}
        </Button>
      )}
      <Button onPress={onStart}>{words.again}</Button>
    </div>
  );
}
