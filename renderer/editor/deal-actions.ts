import type { BallastClient } from '#shared/contract/client.ts';
import { CASE_STATE_WORDS } from '#shared/deal/state-words.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { ask, BridgeError } from '../bridge.ts';
import { openAssessment } from './actions.ts';
import { flushDraft, replaceStored, useDraftStore } from './draft/draft-store.ts';
import { refreshList } from './queries.ts';
import { closeDialog } from './state/dialogs.ts';
import { sayDone } from './state/messages.ts';

type DealCall = (client: BallastClient['deal'], open: AssessmentRecord) => Promise<Result<AssessmentRecord>>;

/**
 * Writes what is pending, makes a move of the open case, and shows what came of it: a draft that it made is opened. Throws the
 * failure, which the dialog that asked shows.
 */
export async function makeMove(call: DealCall, said: (record: AssessmentRecord) => string): Promise<void> {
  const failure = await flushDraft();
  if (failure) throw new BridgeError(failure);
  const open = useDraftStore.getState().draft?.stored;
  if (!open) throw new BridgeError({ code: 'not-ready', message: 'No assessment is open.' });
  const record = await ask((client) => call(client.deal, open));
  refreshList();
  closeDialog();
  const isNewDraft = record.summary.state === 'draft' && record.summary.id !== open.summary.id;
  if (isNewDraft) openAssessment(record.summary.id);
  else if (record.summary.id === open.summary.id) replaceStored(record);
  else replaceStored(await ask((client) => client.assessments.open({ id: open.summary.id })));
  sayDone(said(record));
}

/** What a move has made of the case, in a word for a message. */
export const standsNow = ({ summary }: AssessmentRecord): string =>
  `${summary.subjectName}: ${CASE_STATE_WORDS[summary.deal.state].toLowerCase()}.`;
