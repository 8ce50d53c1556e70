import { ask } from '../bridge.ts';
import { afterFlush, leaveForOtherWorkbook, report } from './actions.ts';
import { flushDraft } from './draft/draft-store.ts';
import {
  backupsQuery,
  queryClient,
  refreshList,
  refreshWorkbook,
  settingsQuery,
  workbookQuery,
} from './queries.ts';
import { openSalvaged } from './state/dialogs.ts';
import { sayDone, sayProblem } from './state/messages.ts';

// What a person does with the files of a workbook beyond opening them: another name, backups, salvage, the bin.

/** Goes on in a new file. What could not be saved before is written there: the draft in the window stays. */
export async function saveWorkbookAs(): Promise<void> {
  try {
    const before = queryClient.getQueryData(workbookQuery.queryKey);
    const info = await ask((client) => client.workbook.saveAs());
    if (before?.name === info.name && before.folder === info.folder) return;
    const failure = await flushDraft();
    refreshWorkbook();
    if (failure)
      sayProblem(`The workbook is now ${info.name}, but the last change is not in it. ${failure.message}`);
    else sayDone(`The workbook is now ${info.name} in ${info.folder}. Everything is in it.`);
  } catch (error) {
    report(error);
  }
}

export const restoreBackup = (id: string): Promise<void> =>
  afterFlush(async () => {
    const before = queryClient.getQueryData(workbookQuery.queryKey)?.name ?? '';
    const { isDone, info } = await ask((client) => client.workbook.restore({ id }));
    if (!isDone) return;
    leaveForOtherWorkbook();
    sayDone(
      `Restored to ${info.name}, which is open now. The workbook before is as it was.`,
      before === '' ? null : { label: `Back to ${before}`, run: () => void openEarlierWorkbook() },
    );
  });

export const openEarlierWorkbook = (): Promise<void> =>
  afterFlush(async () => {
    const info = await ask((client) => client.workbook.openEarlier());
    leaveForOtherWorkbook();
    if (info.problem === null) sayDone(`Opened the workbook ${info.name}.`);
  });

/** The report stays in a dialog until it was read. */
export async function salvageWorkbook(): Promise<void> {
  try {
    const done = await ask((client) => client.workbook.salvage());
    if (done !== null) openSalvaged(done);
  } catch (error) {
    report(error);
  }
}

async function keepFolder(isChosen: boolean): Promise<void> {
  try {
    const settings = await ask((client) =>
      isChosen ? client.workbook.chooseBackupFolder() : client.workbook.forgetBackupFolder(),
    );
    queryClient.setQueryData(settingsQuery.queryKey, settings);
    void queryClient.invalidateQueries({ queryKey: backupsQuery.queryKey });
  } catch (error) {
    report(error);
  }
}
export const chooseBackupFolder = (): Promise<void> => keepFolder(true);
export const forgetBackupFolder = (): Promise<void> => keepFolder(false);

export const emptyBin = (): Promise<void> =>
  afterFlush(async () => {
    const { removed, kept } = await ask((client) => client.assessments.emptyBin());
    refreshList();
    const drafts = `Removed ${removed === 1 ? 'one draft' : `${removed} drafts`} for good; the audit trail tells of ${removed === 1 ? 'it' : 'each'}.`;
    sayDone(
      kept === 0
        ? drafts
        : `${drafts} ${kept === 1 ? 'One closed assessment stays' : `${kept} closed assessments stay`}: what was closed is kept for ever.`,
    );
  });
