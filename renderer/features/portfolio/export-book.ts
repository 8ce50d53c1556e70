import type { BookLine } from '#shared/domain/book.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { sayDone, sayProblem } from '../../editor/state/messages.ts';
import { repriceWords } from './reprice.strings.ts';
import type { ShownRun } from './reprice-store.ts';

/** Saves the lines that the filter leaves where the person chooses, in the order in which they were re-priced. */
export async function exportBook({ run, basis }: ShownRun, lines: readonly BookLine[]): Promise<void> {
  const done = run.lines.length;
  try {
    const { isSaved, fileName } = await ask((client) =>
      client.book.exportCsv({ basis: { ...basis, done, total: run.total ?? done }, lines: [...lines] }),
    );
    if (isSaved) sayDone(repriceWords.exported(lines.length, fileName));
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'cancelled') sayProblem(failureText(failure));
  }
}
