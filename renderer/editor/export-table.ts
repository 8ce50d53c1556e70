import type { ExportedTable } from '#shared/contract/exported-table.ts';
import { formatCount } from '#shared/domain/format-date.ts';
import { ask, failureOf, failureText } from '../bridge.ts';
import { sayDone, sayProblem } from './state/messages.ts';

/** Saves a table as CSV where the person chooses, and says what came of it. `each` is what a row is called. */
export async function exportTable(table: ExportedTable, each: string): Promise<void> {
  try {
    const { isSaved, fileName } = await ask((client) => client.tables.exportCsv(table));
    if (isSaved)
      sayDone(`Exported ${formatCount(table.rows.length, each)} to ${fileName ?? 'the chosen file'}.`);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'cancelled') sayProblem(failureText(failure));
  }
}
