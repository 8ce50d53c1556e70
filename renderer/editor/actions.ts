import type { LinkField } from '#shared/domain/links.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import type { AssessmentId, AssessmentRecord, Settings } from '#shared/domain/records.ts';
import { ask, failureOf, failureText } from '../bridge.ts';
import { closeDraft, flushDraft, moveDraft, replaceStored, useDraftStore } from './draft/draft-store.ts';
import { UnsavedChange, unsavedReason, unsavedText } from './draft/unsaved-change.ts';
import {
  capacitiesQuery,
  currentModelQuery,
  queryClient,
  refreshList,
  refreshPeople,
  refreshWorkbook,
  settingsQuery,
} from './queries.ts';
import { dismiss, sayDone, sayProblem } from './state/messages.ts';
import { forgetAssessment, goTo, goToPage, type SectionId } from './state/navigation.ts';

// Everything that a person starts and that the main process does. Each reports its result as a message.

export function report(error: unknown): void {
  const failure = failureOf(error);
  if (failure.code !== 'cancelled') sayProblem(failureText(failure));
}

/** What is pending is written first; when it cannot be, nothing else happens and the editor says why. */
export async function afterFlush(run: () => Promise<void>): Promise<void> {
  const failure = await flushDraft();
  if (failure) {
    sayProblem(`Your last change could not be saved, so nothing else was done. ${failureText(failure)}`);
    return;
  }
  try {
    await run();
  } catch (error) {
    report(error);
  }
}

export const openAssessment = (id: AssessmentId, section: SectionId = 'overview'): void =>
  goTo({ kind: 'assessment', id, section });

/**
 * Reads an assessment for the editor. What is pending is written first: when that fails, the draft in hand is the newest
 * of its assessment (null), and no other one may be opened over it (`UnsavedChange`).
 */
export async function readAssessment(id: AssessmentId): Promise<AssessmentRecord | null> {
  const failure = await flushDraft();
  const unsaved = failure === null ? undefined : useDraftStore.getState().draft?.stored.summary;
  if (failure !== null && unsaved !== undefined) {
    if (unsaved.id === id) return null;
    throw new UnsavedChange(unsaved.id, unsaved.subjectName, failure);
  }
  return ask((client) => client.assessments.open({ id }));
}

/** Writes what is pending when the editor is left; says so, and offers the way back, when it cannot be. */
export async function leaveEditor(): Promise<void> {
  const failure = await flushDraft();
  const unsaved = useDraftStore.getState().draft?.stored.summary;
  if (failure === null || unsaved === undefined) return;
  endUnsavedNotice();
  const notice = sayProblem(`${unsavedText(unsaved.subjectName)} ${unsavedReason(failure)}`, {
    label: 'Go back',
    run: () => openAssessment(unsaved.id),
  });
  // It is true as long as that change is neither written nor given up.
  const stop = useDraftStore.subscribe(({ draft }) => {
    if (draft?.stored.summary.id !== unsaved.id || draft.save.kind === 'saved') endUnsavedNotice();
  });
  endUnsavedNotice = () => {
    stop();
    dismiss(notice);
  };
}

let endUnsavedNotice: () => void = () => undefined;

/** Shows an assessment that has just come into the workbook. */
export function arriveAt(record: AssessmentRecord, text: string): void {
  refreshList();
  openAssessment(record.summary.id);
  sayDone(text);
}

export const importSubmission = (): Promise<void> =>
  afterFlush(async () => {
    const record = await ask((client) => client.assessments.importFile());
    refreshPeople();
    if (record) arriveAt(record, `Imported the submission of ${record.summary.subjectName}.`);
  });

export const importDroppedFile = (fileName: string, text: string): Promise<void> =>
  afterFlush(async () => {
    const record = await ask((client) => client.assessments.importText({ fileName, text }));
    refreshPeople();
    arriveAt(record, `Imported ${fileName}: ${record.summary.subjectName}.`);
  });

export const duplicateAssessment = (id: AssessmentId): Promise<void> =>
  afterFlush(async () => {
    const record = await ask((client) => client.assessments.duplicate({ id }));
    arriveAt(record, `Made a new assessment with the answers of ${record.summary.subjectName}.`);
  });

export const reviseAssessment = (id: AssessmentId): Promise<void> =>
  afterFlush(async () => {
    const record = await ask((client) => client.assessments.revise({ id }));
    arriveAt(record, `Opened revision ${record.summary.revision}. The earlier one stays as it was.`);
  });

/** Moves the open draft to the rating model of today, as an edit that can be undone. */
export async function moveToPresentModel(): Promise<void> {
  try {
    const { model, hash } = await queryClient.ensureQueryData(currentModelQuery);
    moveDraft(`move to model ${model.version}`, hash);
    sayDone(`Moved to model ${model.version}. Undo takes it back.`);
  } catch (error) {
    report(error);
  }
}

export const exportAssessment = (id: AssessmentId): Promise<void> =>
  afterFlush(async () => {
    const { isSaved, fileName } = await ask((client) => client.assessments.exportFile({ id }));
    if (isSaved) sayDone(`Exported to ${fileName ?? 'the chosen file'}.`);
  });

export const finaliseAssessment = (): Promise<void> =>
  afterFlush(async () => {
    const stored = useDraftStore.getState().draft?.stored;
    if (!stored) return;
    const record = await ask((client) =>
      client.assessments.finalise({ id: stored.summary.id, version: stored.version }),
    );
    replaceStored(record);
    refreshList();
    sayDone('Finalised. It is now read-only; to change it, make a new revision.');
  });

export const moveToBin = (id: AssessmentId, name: string): Promise<void> =>
  afterFlush(async () => {
    await ask((client) => client.assessments.moveToBin({ id }));
    if (useDraftStore.getState().draft?.stored.summary.id === id) closeDraft();
    forgetAssessment(id);
    refreshList();
    sayDone(`Moved ${name} to the bin.`, { label: 'Restore', run: () => void restoreAssessment(id, name) });
  });

export async function restoreAssessment(id: AssessmentId, name: string): Promise<void> {
  try {
    await ask((client) => client.assessments.restore({ id }));
    refreshList();
    sayDone(`Restored ${name}.`, { label: 'Open', run: () => openAssessment(id) });
  } catch (error) {
    report(error);
  }
}

/** Nothing that was read from the workbook before stands any more. */
export const leaveForOtherWorkbook = () => {
  closeDraft();
  goToPage('list');
  refreshWorkbook();
};

export const openWorkbook = (): Promise<void> =>
  afterFlush(async () => {
    const info = await ask((client) => client.workbook.open());
    leaveForOtherWorkbook();
    if (info.problem === null) sayDone(`Opened the workbook ${info.name}.`);
  });

export const createWorkbook = (): Promise<void> =>
  afterFlush(async () => {
    const info = await ask((client) => client.workbook.create());
    leaveForOtherWorkbook();
    if (info.problem === null) sayDone(`Created the workbook ${info.name}.`);
  });

export async function showWorkbookInFolder(): Promise<void> {
  try {
    await ask((client) => client.workbook.showInFolder());
  } catch (error) {
    report(error);
  }
}

export const backUpWorkbook = (): Promise<void> =>
  afterFlush(async () => {
    const { fileName, folder } = await ask((client) => client.workbook.backUp());
    sayDone(`Backed up to ${fileName} in ${folder}. The copy was opened and checked.`);
  });

/** Sets a capacity of the workbook, or takes it away. */
export async function setCapacity(capacity: {
  readonly field: LinkField;
  readonly amountMinor: MinorUnits | null;
  readonly currency: string;
}): Promise<void> {
  try {
    queryClient.setQueryData(
      capacitiesQuery.queryKey,
      await ask((client) => client.book.setCapacity(capacity)),
    );
  } catch (error) {
    report(error);
  }
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  try {
    const settings = await ask((client) => client.settings.set(change));
    queryClient.setQueryData(settingsQuery.queryKey, settings);
  } catch (error) {
    report(error);
  }
}
