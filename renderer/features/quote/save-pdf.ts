import type { PaperKind } from '#shared/quote/paper.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { sayDone, sayProblem } from '../../editor/state/messages.ts';

/** Saves a stored paper where the person chooses; the bytes are those that were issued. */
export async function savePdf(id: string, kind: PaperKind = 'quotation'): Promise<void> {
  try {
    const { isSaved, fileName } = await ask((client) => client.quotes.savePdf({ id, kind }));
    if (isSaved) sayDone(`Saved ${fileName ?? 'the PDF'}.`);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'cancelled') sayProblem(failureText(failure));
  }
}
