import type { AssessmentId } from '#shared/domain/records.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { sayDone, sayProblem } from '../../editor/state/messages.ts';

/** Saves a stored paper where the person chooses; the bytes are those that were issued. */
export const savePdf = (id: string, kind: PaperKind = 'quotation'): Promise<void> =>
  save(() => ask((client) => client.quotes.savePdf({ id, kind })));

/** The same of a letter, a memo or a schedule of a case. */
export const saveCasePaper = (id: AssessmentId, sequence: number): Promise<void> =>
  save(() => ask((client) => client.deal.savePaper({ id, sequence })));

async function save(
  write: () => Promise<{ readonly isSaved: boolean; readonly fileName: string | null }>,
): Promise<void> {
  try {
    const { isSaved, fileName } = await write();
    if (isSaved) sayDone(`Saved ${fileName ?? 'the PDF'}.`);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'cancelled') sayProblem(failureText(failure));
  }
}
