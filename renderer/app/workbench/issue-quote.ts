import type { AssessmentRecord } from '#shared/domain/records.ts';
import { ask, BridgeError } from '../../bridge.ts';
import { flushDraft, replaceStored, useDraftStore } from '../../editor/draft/draft-store.ts';
import { refreshList } from '../../editor/queries.ts';
import type { IssueOrder } from '../../features/quote/issue-dialog.tsx';

/** Writes what is pending, then issues exactly that version; the editor turns read-only with what was issued. */
export async function issueOpenAssessment(order: IssueOrder): Promise<AssessmentRecord> {
  const failure = await flushDraft();
  if (failure) throw new BridgeError(failure);
  const draft = useDraftStore.getState().draft;
  if (!draft) throw new BridgeError({ code: 'not-ready', message: 'No assessment is open.' });
  const { stored } = draft;
  const record = await ask((client) =>
    client.quotes.issue({ assessmentId: stored.summary.id, version: stored.version, ...order }),
  );
  replaceStored(record);
  refreshList();
  return record;
}
