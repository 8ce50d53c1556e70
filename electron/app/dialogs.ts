import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import type { Dialogs } from '../ipc/context.ts';

const WORKBOOK: FileFilter[] = [{ name: 'Ballast workbook', extensions: ['ballast'] }];
const SUBMISSION: FileFilter[] = [{ name: 'Submission', extensions: ['json'] }];
const PDF: FileFilter[] = [{ name: 'PDF document', extensions: ['pdf'] }];
const KEY: FileFilter[] = [{ name: 'Key (PKCS#12)', extensions: ['p12', 'pfx'] }];
const CARD: FileFilter[] = [{ name: 'Text', extensions: ['txt'] }];
const MANIFEST: FileFilter[] = [{ name: 'Manifest of a library pack', extensions: ['json'] }];
const PICTURE: FileFilter[] = [{ name: 'Picture', extensions: ['png', 'svg'] }];
const TABLE: FileFilter[] = [{ name: 'CSV table', extensions: ['csv'] }];

export function createDialogs(parent: () => BrowserWindow | null): Dialogs {
  const openAll = async (
    title: string,
    filters: FileFilter[],
    properties: NonNullable<OpenDialogOptions['properties']>,
  ): Promise<readonly string[]> => {
    const window = parent();
    const options = { title, filters, properties };
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    return canceled ? [] : filePaths;
  };
  const open = async (
    title: string,
    filters: FileFilter[],
    properties: NonNullable<OpenDialogOptions['properties']> = ['openFile'],
  ): Promise<string | null> => (await openAll(title, filters, properties))[0] ?? null;
  const place = async (title: string, defaultPath: string, filters: FileFilter[]): Promise<string | null> => {
    const window = parent();
    const options = { title, defaultPath, filters };
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (canceled || filePath === '') return null;
    return withExtension(filePath, filters[0]?.extensions[0]);
  };
  return {
    chooseWorkbook: () => open('Open workbook', WORKBOOK),
    placeNewWorkbook: (suggested = 'Workbook.ballast') => place('New workbook', suggested, WORKBOOK),
    chooseDamagedWorkbook: () => open('Damaged workbook to salvage', WORKBOOK),
    chooseBackupFolder: () => open('Folder for backups', [], ['openDirectory', 'createDirectory']),
    chooseSubmission: () => open('Import submission', SUBMISSION),
    placeSubmission: (name) => place('Export submission', name, SUBMISSION),
    placePdf: (name) => place('Save PDF', name, PDF),
    choosePapers: () => openAll('Check a paper', PDF, ['openFile', 'multiSelections']),
    chooseKeyFile: () => open('Key file to sign with', KEY),
    placeKeyCard: (name) => place('Save the card of the signing key', name, CARD),
    placeTable: (name) => place('Export table', name, TABLE),
    chooseLibraryPack: () => open('Load a library pack', MANIFEST),
    chooseIncidents: () => open('Add incidents from a file', TABLE),
    chooseLogo: () => open('Logo of the insurer', PICTURE),
  };
}

/** GTK's dialog does not add the extension of the chosen kind. */
function withExtension(path: string, extension: string | undefined): string {
  if (extension === undefined || path.toLowerCase().endsWith(`.${extension}`)) return path;
  return `${path}.${extension}`;
}
